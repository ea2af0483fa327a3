import { getAgreement, listAgreements } from "../api/sharing.js";
import { day, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";
import { askAgreement, askChange } from "./agreement-form.js";
import { agreementPage, stateMark } from "./agreement-page.js";
import { shortName } from "./names.js";

/** The agreements that somebody has to do with, and the one that is open. */
export class AgreementList {
  #pane;
  #session;
  #partners = [];
  #list = h("div");
  #open = h("div");

  constructor(pane, session) {
    this.#pane = pane;
    this.#session = session;
  }

  async show() {
    const { agreements, may_draft: mayDraft, partners } = await listAgreements();
    this.#partners = partners;
    const draft = h("button", {
      class: "button primary", type: "button", "data-testid": "agreement-draft", text: t("sharing.draft"),
      onclick: () => askAgreement(this.#session, partners, (made) => this.#changed(made)),
    });
    this.#list.replaceChildren(
      table(
        ["sharing.number", "sharing.agency", "sharing.with", "sharing.layers", "sharing.until", "sharing.state"].map((key) => t(key)),
        agreements.map((each) => this.#row(each)),
        t(mayDraft ? "sharing.none" : "sharing.noneYours"),
      ),
    );
    this.#list.querySelector("table")?.classList.add("sharing-table");
    this.#pane.replaceChildren(
      h("div", { class: "title-line" }, h("p", { class: "hint", text: t("sharing.agreementsLead") }), mayDraft ? draft : null),
      this.#list,
      this.#open,
    );
  }

  #row(each) {
    const open = h("a", { href: `#${each.number}`, "data-testid": `open-${each.number}`, text: each.number });
    return row(
      {},
      open,
      shortName(each.agency.name),
      shortName(each.with.name),
      t("sharing.bothWays", { given: each.given, received: each.received }),
      day(each.until),
      stateMark(each),
    );
  }

  /** Shows one under the list. */
  async open(number) {
    try {
      this.#fill(await getAgreement(number));
    } catch (error) {
      notice(explain(error), "error");
    }
  }

  #fill(agreement) {
    this.#open.replaceChildren(agreementPage(
      agreement,
      (changed) => this.#changed(changed),
      () => askChange(agreement, this.#partners, (changed) => this.#changed(changed)),
    ));
    this.#open.firstElementChild.scrollIntoView();
    this.#open.firstElementChild.focus({ preventScroll: true });
  }

  async #changed(agreement) {
    await this.show();
    this.#fill(agreement);
  }
}
