import { getApplication, pricePaperUrl } from "../api/applications.js";
import { findDelivery } from "../api/deliveries.js";
import { local, moment, number, page, t } from "../i18n/i18n.js";
import { eventTitle } from "../issuing/event-words.js";
import { priceView } from "../issuing/price-view.js";
import { fileSize, money } from "../issuing/words.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { actButtons } from "./acts.js";
import { areaMap } from "./area-map.js";
import { deadline } from "./deadline.js";
import { documentsPart } from "./documents-part.js";
import { actorWords, factList, part, timelinePart, whoPart } from "./facts.js";
import { layersPart } from "./layers-part.js";
import { stateBadge } from "./words.js";

/** One application, for those who decide on it. Shows itself again after everything that is done. */
export class DeskApplication {
  #number;
  #catalog;
  #words;
  #map = null;
  application = null;
  delivery = null;
  agencies;
  element = h("article", { class: "desk-application", "data-testid": "application", tabindex: "-1" });

  constructor(wanted, catalog, words) {
    this.#number = wanted;
    this.#catalog = catalog;
    this.#words = words;
    this.agencies = new Map(catalog.agencies.map((each) => [each.id, local(each.name)]));
  }

  async load() {
    this.application = await getApplication(this.#number);
    const told = this.application.parties.some((party) => party === "OFFICER" || party === "APPLICANT");
    const settled = this.application.timeline.some((each) => each.to === "PAID");
    this.delivery = told && settled ? await findDelivery(this.#number) : null;
    this.#show();
  }

  /**
   * Does something and shows what came of it. If somebody else was faster, shows what they did, and
   * throws with their names, so that a dialog keeps what was typed.
   */
  async act(what) {
    const seen = this.application.timeline.length;
    try {
      await what();
    } catch (error) {
      if (error.status !== 409) {
        throw error;
      }
      await this.load();
      const others = this.application.timeline.slice(seen).map((each) =>
        t("desk.otherDid", { who: actorWords(each), when: moment(each.at), what: eventTitle(each, this.application.layers) }));
      throw others.length ? new Error(t("desk.conflict", { others: others.join(t("desk.sentences")) })) : error;
    }
    await this.load();
    notice(t("desk.done"));
    setTimeout(() => this.element.focus({ preventScroll: true }));
  }

  tell = (error) => notice(explain(error), "error");

  #show() {
    const { application } = this;
    this.#map ??= areaMap(application, this.#catalog);
    const fresh = !this.#map.element.isConnected;
    this.element.replaceChildren(
      this.#head(),
      ...this.#needs(),
      h("div", { class: "columns" },
        h("div", {}, part("area", t("desk.area"), this.#map.element), layersPart(this), this.#price()),
        h("div", {}, whoPart(application, this.#words), documentsPart(this), this.#deliveryPart(), timelinePart(application))),
    );
    if (fresh) {
      this.#map.shown();
    }
  }

  #head() {
    const { application } = this;
    const buttons = actButtons(this);
    return h(
      "header",
      { class: "desk-head" },
      h("p", { class: "crumbs" }, h("a", { href: "#", "data-testid": "back", text: t("desk.back") })),
      h("div", { class: "title-line" },
        h("h1", {}, application.number, " ", stateBadge(application)),
        deadline(application.due)),
      buttons.length
        ? h("div", { class: "actions start", role: "group", "aria-label": t("desk.acts"), "data-testid": "acts" }, buttons)
        : h("p", { class: "hint", text: t(this.#mayDecide() ? "desk.decideBelow" : "desk.nothingForYou") }),
    );
  }

  #mayDecide() {
    return this.application.layers.some((each) => each.decidable);
  }

  #needs() {
    const { needs } = this.application;
    return needs.length === 0 ? [] : [h("div", { class: "callout warn", "data-testid": "needs" },
      h("p", { text: t("desk.needs") }), h("ul", {}, needs.map((each) => h("li", { text: local(each) }))))];
  }

  #price() {
    const { application } = this;
    const byHand = application.quote.total_twd === null && application.total_twd !== null && application.total_twd !== undefined;
    return part(
      "price-part",
      t("desk.priceExplained"),
      byHand ? h("div", { class: "callout", "data-testid": "hand-price" },
        h("p", {}, h("b", { text: money(application.total_twd) }), " ", t("desk.byHand", { rule: application.rule }))) : null,
      priceView(application.quote, { paper: pricePaperUrl(application.number) }),
      this.#standardLink(),
    );
  }

  #standardLink() {
    const { schedule, version } = this.application.quote;
    return version ? h("p", {}, h("a", { href: `${page("/fee-standards.html")}#${schedule}/${version}`, "data-testid": "standard-link",
      text: t("desk.readStandard") })) : null;
  }

  #deliveryPart() {
    const { delivery } = this;
    if (!delivery) {
      return null;
    }
    const { licence } = delivery;
    return part(
      "delivery",
      t("desk.delivery"),
      delivery.error && delivery.state === "FAILED"
        ? h("p", { class: "callout error", role: "alert", text: local(delivery.error) }) : null,
      factList([
        ["desk.deliveryState", t(`desk.delivery.${delivery.state}`)],
        ["desk.deliveryDone", `${number(delivery.features_done)} / ${number(delivery.features_expected)}`],
        ["desk.licence", licence ? h("a", { href: page("/verify.html"), text: licence.number }) : null],
        ["desk.revoked", licence?.revoked_reason],
        ["desk.packed", delivery.bytes ? fileSize(delivery.bytes) : null],
      ]),
    );
  }
}
