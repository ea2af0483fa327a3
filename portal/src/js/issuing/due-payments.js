import { bookMoney, checkPayment, pageOfPayments, slipUrl } from "../api/payments.js";
import { day, local, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { debounce, h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { row } from "../ui/table.js";
import {
  actionButton, amountCell, badge, cardTable, dollars, fileLink, moreButton, nothing, showAnew, today, withUnder,
} from "./cash-words.js";
import { askRefund } from "./refund-form.js";

const STATES = ["OPEN", "UNKNOWN", "PAID", "REFUNDED", "FAILED", "ENDED"];
const ATTENTION = ["UNKNOWN", "FAILED"];

/** Payments, first those that are waited for: book what came by hand, ask the gateway, give back. */
export async function openDuePayments(pane) {
  const state = select("state", [...STATES.map((each) => [each, t(`cash.state.${each}`)]), ["", t("cash.state.ALL")]], "OPEN");
  const number = input("number", { required: false, type: "search", inputmode: "numeric", placeholder: t("cash.numberHint") });
  const list = h("div", { "aria-live": "polite" });
  const parts = { asked: 0 };
  const find = () => show(list, state.value, number.value.trim(), 0, parts).catch(fail);
  parts.again = () => showAnew(pane, find);
  state.addEventListener("change", find);
  number.addEventListener("input", debounce(250, find));
  pane.replaceChildren(
    h("div", { class: "section-head" },
      h("h2", { text: t("cash.due") }),
      h("form", { onsubmit: (event) => event.preventDefault() }, field(t("cash.stateLabel"), state), field(t("cash.number"), number))),
    list,
  );
  await show(list, state.value, "", 0, parts);
}

/** An answer that comes after a later question is left aside. */
async function show(list, state, number, before, parts) {
  parts.asked += 1;
  const mine = parts.asked;
  const { payments, next } = await pageOfPayments({ state, number, before });
  if (mine !== parts.asked) {
    return;
  }
  if (payments.length === 0 && !before) {
    list.replaceChildren(nothing(t(state === "OPEN" && !number ? "cash.noneDue" : "cash.noneFound")));
    return;
  }
  const heads = ["cash.number", "cash.payer", "cash.amount", "cash.dueDay", "cash.stateLabel", "cash.do"].map((key) => t(key));
  const table = cardTable(heads, payments.map((each) => line(each, parts)), { "data-testid": "payments" });
  const more = moreButton(next, (after) => show(list, state, number, after, parts).catch(fail));
  list.querySelector("[data-testid=more]")?.remove();
  list[before ? "append" : "replaceChildren"](table, more ?? "");
}

function line(payment, parts) {
  return row(
    { "data-testid": `payment-${payment.number}` },
    withUnder(payment.number, payment.application),
    withUnder(payment.payer, local(payment.method_title)),
    amountCell(payment.amount),
    payment.paid ? withUnder(day(payment.paid), t("cash.paidOn")) : day(payment.due),
    h("span", {}, badge(local(payment.state_title), ATTENTION.includes(payment.state))),
    h("span", { class: "row-actions" }, actions(payment, parts)),
  );
}

function actions(payment, parts) {
  const may = (what) => payment.may.includes(what);
  return [
    may("receive") ? actionButton(t("cash.book"), () => askMoney(payment, parts), "book") : null,
    may("check")
      ? actionButton(t("cash.check"), () => checkPayment(payment.number).then(parts.again).catch(fail), "check")
      : null,
    may("refund")
      ? actionButton(t("cash.refund"), () => askRefund({ payment }, parts.again), "refund")
      : null,
    payment.state === "OPEN" && payment.method === "slip"
      ? fileLink(slipUrl(payment.number), t("cash.slip"), "slip")
      : null,
  ];
}

/** What came over the counter or stands on an account. */
function askMoney(payment, parts) {
  const transaction = input("transaction", { maxlength: "100", autocomplete: "off" });
  const amount = input("amount", { type: "number", min: "1", step: "1", value: payment.amount });
  const received = input("received", { type: "date", value: today(), max: today() });
  const payer = input("payer", { required: false, maxlength: "200" });
  const note = input("note", { required: false, maxlength: "500" });
  const content = [
    h("p", { text: t("cash.bookLead", { number: payment.number, payer: payment.payer, amount: dollars(payment.amount) }) }),
    field(t("cash.transaction"), transaction, t("cash.transactionHint")),
    field(t("cash.amountCame"), amount),
    field(t("cash.received"), received),
    field(t("cash.payer"), payer),
    field(t("cash.note"), note),
  ];
  const dialog = openDialog({ title: t("cash.book"), submit: t("cash.book") }, content, async () => {
    const booked = await bookMoney(payment.number, {
      transaction: transaction.value.trim(),
      amount: Number(amount.value),
      received: received.value,
      payer: payer.value.trim(),
      note: note.value.trim(),
    });
    dialog.close();
    notice(t("cash.booked", { finding: local(booked.finding_title) }), booked.finding === "MATCHED" ? "info" : "error");
    await parts.again();
  });
}

function fail(error) {
  notice(explain(error), "error");
}
