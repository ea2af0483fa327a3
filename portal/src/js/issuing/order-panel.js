import { createApplication } from "../api/applications.js";
import { downloads } from "../api/layers.js";
import { getArea, getOrdering, getVocabulary } from "../api/quotes.js";
import { local, page, t } from "../i18n/i18n.js";
import { may } from "../layers/rights.js";
import { byId, h, isPhone } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { openSignIn } from "../ui/sign-in.js";
import { DrawBar } from "./draw-bar.js";
import { LivePrice } from "./live-price.js";
import { priceView, priceWords } from "./price-view.js";
import { formatsPart, layersPart } from "./what-part.js";
import { WherePart } from "./where-part.js";
import { whyPart } from "./why-part.js";

/** An order being put together beside the map, with its price. */
export class OrderPanel {
  #basket;
  #catalog;
  #state;
  #map;
  #status;
  #known;
  #price;
  #where = null;
  #bar = null;
  #open = false;
  #applying = false;
  #total = h("output", { class: "order-total", "aria-live": "polite", "data-testid": "order-total" });
  #detail = h("div", { "data-testid": "order-price" });
  #problem = h("p", { class: "form-error", role: "alert", "data-testid": "order-problem" });
  #apply = h("button", { class: "button primary", type: "button", "data-testid": "apply" });

  /** @param parts basket, catalog, state, map, status, session, setPanel(open) */
  constructor({ basket, catalog, state, map, status, session, setPanel }) {
    this.#basket = basket;
    this.#catalog = catalog;
    this.#state = state;
    this.#map = map;
    this.#status = status;
    this.#known = Boolean(session.user);
    this.#price = new LivePrice(basket, this.#known);
    this.#price.addEventListener("change", () => this.#show());
    this.#apply.addEventListener("click", () => this.#applyNow());
    this.#build(setPanel);
  }

  async #build(setPanel) {
    try {
      const [ordering, { purposes }] = await Promise.all([getOrdering(), getVocabulary()]);
      const onDraw = (drawing) => {
        this.#bar.show(drawing);
        if (isPhone()) {
          setPanel(!drawing);
        }
      };
      this.#where = new WherePart(this.#basket, this.#map, { series: ordering.series, onDraw });
      this.#bar = new DrawBar(this.#where.drawn);
      byId("pane-order").replaceChildren(
        h("h2", { class: "visually-hidden", text: t("order.title") }),
        layersPart(this.#basket, this.#catalog, this.#state),
        this.#where.element,
        formatsPart(this.#basket, ordering.formats),
        whyPart(this.#basket, purposes, this.#known),
        h("section", { class: "order-part order-detail", "aria-label": t("order.explained") }, this.#detail, this.#freeFiles),
        h("div", { class: "order-foot" }, h("div", { class: "order-foot-line" }, this.#total, this.#apply), this.#problem),
      );
      this.#basket.addEventListener("change", () => this.#follow());
      this.#where.setOpen(this.#open);
      this.#follow();
      this.#price.follow();
    } catch (error) {
      byId("pane-order").replaceChildren(h("p", { class: "callout error", text: explain(error) }));
    }
  }

  /** @param open true while the order is looked at */
  setOpen(open) {
    this.#open = open;
    this.#where?.setOpen(open);
  }

  /** Takes a click on the map; false if it is none of ours. */
  take(latlng) {
    return Boolean(this.#where?.take(latlng));
  }

  #follow() {
    const free = this.#basket.order.layers
      .map((name) => this.#catalog.byName.get(name))
      .filter((layer) => layer.kind !== "raster" && may(layer, "DOWNLOAD"));
    this.#freeFiles.replaceChildren(...(free.length ? [freeDownloads(free)] : []));
  }

  #freeFiles = h("div", { "data-testid": "order-free" });

  #show() {
    const { phase, answer, error } = this.#price;
    const words = {
      incomplete: () => t(`missing.${this.#basket.missing || "layers"}`),
      asking: () => (answer ? priceWords(answer) : t("order.asking")),
      answer: () => priceWords(answer),
      problem: () => t("order.noPrice"),
    }[phase]();
    if (this.#total.textContent !== words) {
      this.#total.textContent = words;
    }
    this.#total.dataset.phase = phase;
    this.#bar?.say(words);
    this.#problem.textContent = phase === "problem" ? explain(error) : "";
    this.#apply.textContent = t(this.#known ? "order.apply" : "order.signInAndApply");
    this.#apply.disabled = this.#applying || !["asking", "answer"].includes(phase);
    this.#detail.toggleAttribute("aria-busy", phase === "asking");
    if (phase !== "asking") {
      this.#detail.replaceChildren(...(answer ? [priceView(answer, { drop: (hint) => this.#drop(hint) })] : []));
    }
  }

  /** Leaves a sheet out: from the list of sheets, or by cutting its ground off the area. */
  async #drop({ sheet }) {
    const { where, series, sheets } = this.#basket.order;
    try {
      if (where === "sheets") {
        this.#basket.change({ sheets: sheets.filter((each) => each !== sheet) });
      } else {
        const answer = await getArea({ ...this.#basket.place, series: seriesOf(sheet, series), without: [sheet] });
        this.#basket.change({ where: where === "file" ? "file" : "drawn", area: answer.geometry });
      }
      notice(t("price.dropped", { sheet }));
      this.#total.parentElement.scrollIntoView({ block: "nearest" });
    } catch (error) {
      this.#problem.textContent = explain(error);
    }
  }

  async #applyNow() {
    if (!this.#known) {
      openSignIn(this.#status);
      return;
    }
    await this.#price.settled();
    const { phase, answer } = this.#price;
    if (phase !== "answer") {
      return;
    }
    if (!this.#basket.purpose) {
      this.#problem.textContent = t("order.purposeMissing");
      byId("pane-order").querySelector("[data-testid=order-purpose]").focus();
      return;
    }
    this.#applying = true;
    this.#apply.disabled = true;
    try {
      const made = await createApplication(answer.number, answer.purpose);
      this.#basket.empty();
      location.href = `${page("/applications.html")}#${made.number}`;
    } catch (error) {
      this.#applying = false;
      this.#apply.disabled = false;
      this.#problem.textContent = explain(error);
    }
  }
}

/** Sheets of the city's own series say so in their numbers. */
function seriesOf(sheet, series) {
  if (/^T1000/.test(sheet)) {
    return "1:1000";
  }
  return series === "1:1000" ? "1:5000" : series;
}

function freeDownloads(layers) {
  return h(
    "details",
    { class: "free-files" },
    h("summary", { text: t("order.free") }),
    h("p", { class: "hint", text: t("order.freeHint") }),
    layers.map((layer) =>
      h("div", {}, h("b", { text: local(layer.title) }),
        h("div", { class: "actions start" }, downloads(layer.name).map(({ format, href }) =>
          h("a", { class: "chip", href, download: "", "data-testid": `free-${layer.name}`, text: format }))))),
  );
}
