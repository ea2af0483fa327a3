import { listApplications } from "../api/applications.js";
import { lang, local, t } from "../i18n/i18n.js";
import { money } from "../issuing/words.js";
import { debounce, h } from "../ui/dom.js";
import { select } from "../ui/fields.js";
import { explain } from "../ui/notice.js";
import { deadline, plusDays, today } from "./deadline.js";
import { stateBadge, STATES } from "./words.js";

const PAGE = 25;
const TO_DO = { officer: "SUBMITTED,UNDER_REVIEW", owner: "UNDER_REVIEW" };
const DUE = { late: -1, today: 0, three: 3, seven: 7 };

/** Applications that wait, the most urgent first. */
export class Queue {
  #session;
  #words;
  #fields;
  #body = h("tbody");
  #frame;
  #status = h("p", { class: "hint", role: "status", "data-testid": "queue-status" });
  #empty = h("div", { class: "callout", hidden: true, "data-testid": "queue-empty" });
  #more = h("button", { class: "button", type: "button", hidden: true, "data-testid": "queue-more", text: t("desk.more") });
  #next = null;
  #asked = 0;
  element;

  /**
   * @param agencies {id, name} each
   * @param words of classes and purposes
   */
  constructor(session, agencies, words) {
    this.#session = session;
    this.#words = words;
    this.#fields = this.#makeFields(agencies);
    this.#more.addEventListener("click", () => this.#add());
    this.#frame = this.#table();
    this.element = h(
      "section",
      { "data-testid": "queue" },
      this.#form(),
      this.#status,
      this.#frame,
      this.#empty,
      h("div", { class: "actions start" }, this.#more),
    );
    this.#restore();
  }

  get #isOfficer() {
    return ["OFFICER", "ADMIN"].some((role) => this.#session.roles.includes(role));
  }

  get #toDo() {
    return this.#isOfficer ? TO_DO.officer : TO_DO.owner;
  }

  #makeFields(agencies) {
    const states = [
      [this.#toDo, t(this.#isOfficer ? "desk.toDo" : "desk.toDecide")],
      ["", t("desk.allStates")],
      ...STATES.filter((each) => each !== this.#toDo).map((each) => [each, t(`desk.state.${each}`)]),
    ];
    const due = [["", t("desk.due.any")], ...Object.keys(DUE).map((each) => [each, t(`desk.due.${each}`)])];
    const owners = [["", t("desk.anyOwner")], ...agencies.map((each) => [each.id, local(each.name)])];
    const fields = {
      state: select("state", states, this.#toDo),
      due: select("due", due),
      agency: select("agency", owners),
      number: h("input", { type: "search", name: "number", autocomplete: "off", placeholder: "A-115-000001" }),
    };
    for (const [name, field] of Object.entries(fields)) {
      field.dataset.testid = `queue-${name}`;
    }
    return fields;
  }

  #form() {
    const label = (key, field) => h("label", {}, h("span", { text: t(key) }), field);
    const form = h(
      "form",
      { class: "filter-bar desk-filter", "aria-label": t("desk.filter") },
      label("desk.byState", this.#fields.state),
      label("desk.byDue", this.#fields.due),
      this.#isOfficer ? label("desk.byOwner", this.#fields.agency) : null,
      label("desk.byNumber", this.#fields.number),
    );
    form.addEventListener("input", debounce(200, () => this.show()));
    form.addEventListener("submit", (event) => event.preventDefault());
    return form;
  }

  #table() {
    const heads = ["desk.number", "desk.state", "desk.deadline", "desk.applicant", "desk.layers", "desk.price"];
    return h(
      "div",
      { class: "table-frame tall", tabindex: "0", role: "region", "aria-label": t("desk.queue") },
      h("table", { class: "grid stacked" },
        h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))), this.#body),
    );
  }

  #restore() {
    const asked = new URLSearchParams(location.search);
    for (const [name, field] of Object.entries(this.#fields)) {
      const value = asked.get(name);
      const known = !field.options || [...field.options].some((option) => option.value === value);
      if (value !== null && known) {
        field.value = value;
      }
    }
  }

  /** What is asked for now, and in the address. */
  #query() {
    const values = Object.fromEntries(Object.entries(this.#fields).map(([name, field]) => [name, field.value.trim()]));
    const kept = Object.entries(values).filter(([name, value]) => name === "state" || value);
    history.replaceState(null, "", `?${new URLSearchParams({ lang, ...Object.fromEntries(kept) })}${location.hash}`);
    const undecided = !this.#isOfficer && values.state === this.#toDo;
    return {
      state: values.state,
      agency: undecided ? this.#session.agency : values.agency,
      decision: undecided ? "PENDING" : "",
      number: values.number,
      due_until: values.due ? plusDays(today(), DUE[values.due]) : "",
      order: values.number ? "newest" : "due",
      limit: PAGE,
    };
  }

  async show() {
    this.#next = null;
    await this.#load(true);
  }

  async #add() {
    const first = this.#body.rows.length;
    await this.#load(false);
    this.#body.rows[first]?.querySelector("a").focus();
  }

  async #load(fresh) {
    const ask = ++this.#asked;
    try {
      const page = await listApplications({ ...this.#query(), after: this.#next });
      if (ask !== this.#asked) {
        return;
      }
      const rows = page.applications.map((each) => this.#row(each));
      this.#body.replaceChildren(...(fresh ? [] : this.#body.rows), ...rows);
      this.#next = page.next;
      this.#tell();
    } catch (error) {
      this.#status.textContent = explain(error);
    }
  }

  #tell() {
    const count = this.#body.rows.length;
    this.#more.hidden = this.#next === null || this.#next === undefined;
    this.#frame.hidden = count === 0;
    this.#empty.hidden = count > 0;
    this.#status.textContent = count === 0 ? "" : t(this.#more.hidden ? "desk.count" : "desk.countMore", { count });
    if (count === 0) {
      this.#sayNone();
    }
  }

  #sayNone() {
    const usual = this.#fields.state.value === this.#toDo && !this.#fields.due.value && !this.#fields.number.value
      && !this.#fields.agency.value;
    const other = h("button", { class: "button", type: "button", "data-testid": "queue-all",
      text: t(usual ? "desk.showAll" : "desk.clearFilter"), onclick: () => this.#reset(usual) });
    this.#empty.replaceChildren(
      h("p", { text: t(usual ? (this.#isOfficer ? "desk.nothingToDo" : "desk.nothingToDecide") : "desk.noneFound") }),
      h("div", { class: "actions start" }, other),
    );
  }

  #reset(all) {
    for (const field of Object.values(this.#fields)) {
      field.value = "";
    }
    this.#fields.state.value = all ? "" : this.#toDo;
    this.show();
  }

  #row(each) {
    const cell = (key, ...content) => h("td", { "data-label": t(key) }, ...content);
    return h(
      "tr",
      { "data-testid": `row-${each.number}` },
      h("td", { class: "nowrap" }, h("a", { href: `#${each.number}`, text: each.number })),
      cell("desk.state", stateBadge(each)),
      cell("desk.deadline", deadline(each.due) ?? "—"),
      cell("desk.applicant", h("span", {}, each.applicant,
        h("span", { class: "under", text: this.#words.applicant(each.applicant_class) }))),
      cell("desk.layers", saidWords(each.said)),
      cell("desk.price", priceWords(each)),
    );
  }
}

function priceWords({ total_twd: total, outcome, demonstration }) {
  const none = total === null || total === undefined || outcome === "EXEMPT";
  return h("span", {}, h("span", { class: "nowrap", text: none ? t(`desk.outcome.${outcome}`) : money(total) }),
    demonstration ? h("span", { class: "under", text: t("fees.demonstrationShort") }) : null);
}

function saidWords(said) {
  const names = said.map((each) => local(each.title));
  const yes = said.filter((each) => each.decision === "APPROVED").length;
  const no = said.filter((each) => each.decision === "REFUSED").length;
  const words = no ? t("desk.saidNo", { no, all: said.length }) : t("desk.saidYes", { yes, all: said.length });
  const short = names.length > 2 ? t("desk.andMore", { names: names.slice(0, 2).join(t("list.separator")), count: names.length - 2 })
    : names.join(t("list.separator"));
  return h("span", {}, short, h("span", { class: "under", text: words }));
}
