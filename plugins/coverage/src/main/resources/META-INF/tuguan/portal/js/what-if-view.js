import { t } from "/js/i18n/i18n.js";
import { L } from "/js/map/leaflet.js";
import { h } from "/js/ui/dom.js";
import { field } from "/js/ui/fields.js";
import { icon } from "/js/ui/icon.js";
import { pickOnMap } from "./pick.js";

/** Adding, moving, removing access points and changing their power, without saving. */
export class WhatIfView {
  element = h("div", { class: "stack" });
  #map;
  #model;
  #stop = null;
  #hint = h("p", { class: "hint", role: "status" });
  #list = h("ul", { class: "coverage-changes", "data-testid": "coverage-changes" });
  #radius = h("input", { type: "number", min: "1", max: "50000", value: "100", name: "new_radius" });
  #add = h("button", { class: "button", type: "button", "aria-pressed": "false", "data-testid": "coverage-add", text: t("coverage.add") });

  constructor(map, model) {
    this.#map = map;
    this.#model = model;
    const centre = h("button", { class: "button", type: "button", "data-testid": "coverage-add-centre", text: t("coverage.addCentre") });
    const clear = h("button", { class: "button", type: "button", "data-testid": "coverage-clear", text: t("coverage.clear") });
    this.#add.addEventListener("click", () => (this.#stop ? this.#stop() : this.#pick(t("coverage.addHint"), (at) => this.#put(at))));
    centre.addEventListener("click", () => this.#put(map.getCenter()));
    clear.addEventListener("click", () => model.clear());
    this.element.append(
      field(t("coverage.newRadius"), this.#radius),
      h("div", { class: "actions start" }, this.#add, centre, clear),
      this.#hint,
      this.#list,
    );
    model.addEventListener("changes", () => this.#show());
    this.#show();
  }

  #pick(words, take) {
    this.#stop?.();
    this.#hint.textContent = words;
    this.#add.setAttribute("aria-pressed", "true");
    this.#stop = pickOnMap(this.#map, take, () => {
      this.#stop = null;
      this.#hint.textContent = "";
      this.#add.setAttribute("aria-pressed", "false");
    });
  }

  #put({ lat, lng }) {
    const radius = Number(this.#radius.value) || 100;
    this.#model.change({ op: "add", id: this.#model.newName(), lon: lng, lat, radius_m: radius });
  }

  /** A popup with what can be done with an access point. */
  edit(point, mark) {
    const popup = L.popup({ className: "coverage-popup" });
    const close = () => this.#map.closePopup(popup);
    const move = h("button", { class: "button", type: "button", text: t("coverage.moveIt") });
    move.addEventListener("click", () => {
      close();
      this.#pick(t("coverage.moveHint", { id: point.id }), ({ lat, lng }) => {
        this.#stop();
        this.#model.change({ op: "move", id: point.id, lon: lng, lat });
      });
    });
    const remove = h("button", { class: "button", type: "button", text: t("coverage.removeIt") });
    remove.addEventListener("click", () => {
      close();
      this.#model.change({ op: "remove", id: point.id });
    });
    const power = h("input", { type: "number", value: "23", min: "-50", max: "100" });
    const apply = h("button", { class: "button", type: "button", text: t("coverage.apply") });
    apply.addEventListener("click", () => {
      close();
      this.#model.change({ op: "power", id: point.id, eirp_dbm: Number(power.value) });
    });
    const box = h(
      "div",
      { class: "stack" },
      h("b", { text: point.name || point.id }),
      h("span", { class: "hint", text: `${point.operator} · ${point.technology} · ${point.radius_m} m` }),
      h("div", { class: "actions start" }, move, remove),
      field(t("coverage.powerIt"), power),
      apply,
    );
    popup.setLatLng(mark.getLatLng()).setContent(box).openOn(this.#map);
  }

  #show() {
    const items = this.#model.changes.map((change) => {
      const words = { id: change.id, radius: change.radius_m ?? "", eirp: change.eirp_dbm ?? "" };
      const undo = h("button", { class: "icon-button", type: "button", "aria-label": t("coverage.undo") }, icon("close"));
      undo.addEventListener("click", () => this.#model.undo(change));
      return h("li", {}, h("span", { text: t(`coverage.change.${change.op}`, words) }), undo);
    });
    this.#list.replaceChildren(...(items.length ? items : [h("li", { class: "empty", text: t("coverage.noChanges") })]));
  }
}
