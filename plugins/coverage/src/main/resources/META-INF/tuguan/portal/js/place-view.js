import { t } from "/js/i18n/i18n.js";
import { L } from "/js/map/leaflet.js";
import { h } from "/js/ui/dom.js";
import { explain } from "/js/ui/notice.js";
import { getPlace } from "./api.js";
import { pickOnMap } from "./pick.js";
import { people } from "./words.js";

/** Who covers a place, and how many people live there. */
export class PlaceView {
  element = h("div", { class: "stack" });
  #map;
  #model;
  #stop = null;

  constructor(map, model) {
    this.#map = map;
    this.#model = model;
    const hint = h("p", { class: "hint", role: "status" });
    const button = h("button", { class: "button", type: "button", "aria-pressed": "false", "data-testid": "coverage-ask", text: t("coverage.askHere") });
    button.addEventListener("click", () => {
      if (this.#stop) {
        this.#stop();
        return;
      }
      button.setAttribute("aria-pressed", "true");
      hint.textContent = t("coverage.askHint");
      this.#stop = pickOnMap(map, (at) => this.ask(at), () => {
        this.#stop = null;
        button.setAttribute("aria-pressed", "false");
        hint.textContent = "";
      });
    });
    this.element.append(button, hint);
  }

  async ask(at) {
    const popup = L.popup({ className: "coverage-popup" }).setLatLng(at).setContent(t("coverage.loading")).openOn(this.#map);
    try {
      popup.setContent(content(await getPlace(this.#model.parameters, at)));
    } catch (error) {
      popup.setContent(explain(error));
    }
  }
}

function content(place) {
  const times = place.times > 0 ? t("coverage.atTimes", { times: place.times }) : t("coverage.atNone");
  const village = place.village;
  const words = village && { name: village.name, people: people(village.people), covered: people(village.covered) };
  return h(
    "div",
    { class: "stack", "data-testid": "coverage-place" },
    h("b", { text: times }),
    h(
      "ul",
      {},
      place.points.slice(0, 8).map((point) =>
        h("li", { text: [point.name || point.id, point.operator, point.technology, `${point.radius_m} m`].filter(Boolean).join(" · ") }),
      ),
    ),
    village ? h("p", { text: t("coverage.atVillage", words) }) : null,
  );
}
