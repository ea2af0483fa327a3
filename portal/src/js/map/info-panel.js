import { lang, local, t } from "../i18n/i18n.js";
import { copyText } from "../ui/copy.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icon.js";
import { tm2Text, wgs84Text } from "./coordinates.js";

/**
 * What was found at a point, a table for each feature. Choosing one outlines it on the map.
 *
 * @param element where it goes
 * @param layers Map of name to layer
 * @param highlight outlines
 */
export class InfoPanel {
  #element;
  #layers;
  #highlight;
  #status = h("p", { class: "info-status", role: "status", "data-testid": "info-status" });
  #coordinates = h("div", { class: "info-coordinates" });
  #body = h("div", { class: "info-body" });
  #before = null;

  constructor(element, layers, highlight) {
    this.#element = element;
    this.#layers = layers;
    this.#highlight = highlight;
    const close = h(
      "button",
      { class: "icon-button", type: "button", "aria-label": t("close"), "data-testid": "info-close" },
      icon("close"),
    );
    close.addEventListener("click", () => this.close());
    element.append(
      h("div", { class: "info-head" }, h("h2", { text: t("info.title") }), close),
      this.#coordinates,
      this.#status,
      this.#body,
    );
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.close();
      }
    });
  }

  /** @param results null while the layers are being asked */
  show(latlng, results) {
    if (this.#element.hidden) {
      this.#before = document.activeElement;
      this.#element.hidden = false;
    }
    this.#coordinates.replaceChildren(
      coordinate("TWD97 TM2", tm2Text(latlng)),
      coordinate("WGS84", wgs84Text(latlng)),
    );
    this.#body.replaceChildren();
    this.#highlight.showPoint(latlng);
    this.#status.textContent = results ? this.#summary(results) : t("info.asking");
    this.#element.toggleAttribute("aria-busy", !results);
    if (!results) {
      return;
    }
    const found = results.filter((result) => result.error || result.features.length > 0);
    this.#body.append(...found.map((result) => this.#layerSection(result)));
    this.#body.scrollTop = 0;
    const first = this.#body.querySelector(".feature-title");
    first?.click();
    this.#element.focus({ preventScroll: true });
  }

  close() {
    this.#element.hidden = true;
    this.#highlight.clear();
    this.#before?.focus?.({ preventScroll: true });
  }

  #summary(results) {
    if (results.length === 0) {
      return t("info.noLayers");
    }
    const count = results.reduce((sum, result) => sum + result.features.length, 0);
    const layers = results.filter((result) => result.features.length > 0).length;
    return count === 0 ? t("info.none") : t("info.found", { count, layers });
  }

  #layerSection({ name, features, error }) {
    const layer = this.#layers.get(name);
    const heading = h("h3", {}, local(layer.title));
    if (error) {
      const message = h("p", { class: "form-error", text: t("info.failed") });
      return h("section", { "data-layer": name }, heading, message);
    }
    const items = features.map((feature) => this.#feature(layer, feature));
    return h("section", { "data-layer": name, "data-testid": "info-layer" }, heading, items);
  }

  #feature(layer, feature) {
    const rows = Object.entries(feature.properties ?? {}).filter(([, value]) => value !== null);
    const title = h("button", {
      class: "feature-title",
      type: "button",
      "aria-pressed": "false",
      text: titleOf(layer, feature),
    });
    title.addEventListener("click", () => {
      for (const other of this.#body.querySelectorAll(".feature-title")) {
        other.setAttribute("aria-pressed", String(other === title));
      }
      if (feature.geometry) {
        this.#highlight.show(feature);
      }
    });
    const table = h(
      "table",
      {},
      h("caption", { class: "visually-hidden", text: titleOf(layer, feature) }),
      h("tbody", {}, rows.map(([name, value]) => row(name, value))),
    );
    return h("article", {}, title, table);
  }
}

function titleOf(layer, feature) {
  const properties = feature.properties ?? {};
  const inLanguage = properties[lang === "en" ? "name_en" : "name_zh"];
  const other = properties[layer.place_name] ?? properties.name ?? properties.name_zh;
  return String(inLanguage || other || feature.id || local(layer.title));
}

function row(name, value) {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const shown = /^https?:\/\/\S+$/.test(text)
    ? h("a", { href: text, rel: "noopener noreferrer", target: "_blank", text })
    : text;
  return h("tr", {}, h("th", { scope: "row", text: name }), h("td", {}, shown));
}

function coordinate(label, text) {
  const button = h(
    "button",
    { type: "button", class: "coordinate", title: t("copy") },
    h("span", { class: "coordinate-label", text: label }),
    ` ${text}`,
  );
  button.addEventListener("click", () => copyText(text));
  return button;
}
