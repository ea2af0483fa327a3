import { getInstalments, getLateFee, getRefund, listDeadlines } from "../api/fee-law.js";
import { day, local, number, t } from "../i18n/i18n.js";
import { today } from "../desk/deadline.js";
import { part } from "../desk/facts.js";
import { money } from "../issuing/words.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { explain } from "../ui/notice.js";

const GROUNDS = ["overpaid", "not_done", "own_fault", "survey_not_visited", "survey_visited", "survey_not_done", "survey_done"];

/** What the law on fees says of a day or a sum, each with its clause. */
export function lawPane() {
  return h("section", { class: "law", "data-testid": "law-pane" }, h("p", { class: "lead", text: t("law.lead") }),
    h("div", { class: "law-grid" }, deadlines(), lateFee(), refund(), instalments()));
}

function clauseWords({ law, article, text }) {
  return h("p", { class: "hint", "data-testid": "clause" }, h("b", { text: `${local(law)} ${article}` }), " ", local(text));
}

function dateField(key, name, value = "") {
  const control = h("input", { type: "date", name, required: true, "data-testid": `law-${name}` });
  control.value = value;
  return field(t(key), control);
}

function amountField() {
  return field(t("law.amount"), input("amount", { inputmode: "numeric", pattern: "[0-9]{1,12}", "data-testid": "law-amount" }));
}

function rateField() {
  return field(t("law.rate"), input("rate", { inputmode: "decimal", pattern: "[0-9]{1,2}([.][0-9]{1,6})?", value: "1.7" }), t("law.rateHint"));
}

/** A small form that asks the server and shows what it says. */
function calculator(id, fields, ask, show) {
  const result = h("div", { class: "law-result", "aria-live": "polite", "data-testid": `${id}-result` });
  const form = h("form", { class: "stack", "data-testid": id }, fields,
    h("div", { class: "actions start" }, h("button", { class: "button primary", type: "submit", text: t("law.reckon") })), result);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      result.replaceChildren(...[show(await ask(Object.fromEntries(new FormData(form))))].flat());
    } catch (error) {
      result.replaceChildren(h("p", { class: "form-error", role: "alert", text: explain(error) }));
    }
  });
  return part(id, t(`law.${id}`), form);
}

function total(words) {
  return h("p", {}, h("b", { text: words }));
}

function deadlines() {
  return calculator("deadlines", [dateField("law.from", "from", today())], ({ from }) => listDeadlines(from), (answer) =>
    h("ul", { class: "law-list" }, answer.deadlines.map((each) => h("li", {},
      h("b", { text: t(`law.procedure.${each.procedure}`) }), " ", day(each.due),
      each.extended ? t("law.extended", { day: day(each.extended) }) : "",
      each.certain ? "" : h("span", { class: "state warn", text: t("law.uncertain") }),
      clauseWords(each.clause)))));
}

function lateFee() {
  return calculator("late", [amountField(), dateField("law.due", "due"), dateField("law.on", "on", today())], getLateFee, (answer) => [
    total(t("law.lateWords", { surcharge: money(answer.surcharge), days: number(answer.days), percent: number(answer.percent) })),
    h("p", { text: answer.enforcement ? t("law.enforcement") : t("law.enforceableFrom", { day: day(answer.enforceable_from) }) }),
    h("p", { class: "hint", text: t("law.lapses", { day: day(answer.lapses) }) }),
    clauseWords(answer.clause),
  ]);
}

function refund() {
  const ground = select("ground", GROUNDS.map((each) => [each, t(`law.ground.${each}`)]), "overpaid");
  const days = [dateField("law.paid", "paid"), dateField("law.applied", "applied", today()), dateField("law.refunded", "refunded", today()), rateField()];
  const follow = () => {
    const survey = ground.value.startsWith("survey");
    days.forEach((label) => {
      const control = label.querySelector("input");
      label.hidden = survey || (control.name === "applied" && ground.value !== "overpaid");
      control.disabled = label.hidden;
    });
  };
  ground.addEventListener("change", follow);
  follow();
  return calculator("refund", [field(t("law.why"), ground), amountField(), ...days], getRefund, (answer) => [
    total(t("law.refundWords", { amount: money(answer.amount), interest: money(answer.interest) })),
    clauseWords(answer.clause),
  ]);
}

function instalments() {
  const parts = select("parts", ["2", "3", "4", "5", "6"].map((each) => [each, each]), "3");
  const months = select("months", ["1", "2"].map((each) => [each, each]), "1");
  const fields = [amountField(), field(t("law.parts"), parts), field(t("law.months"), months), dateField("law.first", "first", today()), rateField()];
  return calculator("instalments", fields, getInstalments, (answer) => [
    h("table", { class: "grid" },
      h("thead", {}, h("tr", {}, ["law.part", "desk.deadline", "law.principal", "law.interest"].map((key) => h("th", { scope: "col", text: t(key) })))),
      h("tbody", {}, answer.instalments.map((each) => h("tr", {}, h("td", { text: each.number }), h("td", { text: day(each.due) }),
        h("td", { class: "number", text: money(each.principal) }), h("td", { class: "number", text: money(each.interest) }))))),
    clauseWords(answer.clause),
  ]);
}
