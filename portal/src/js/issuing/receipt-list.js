import { listReceipts, receiptUrl } from "../api/payments.js";
import { day, local, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { field, input } from "../ui/fields.js";
import { row } from "../ui/table.js";
import {
  amountCell, badge, cardTable, demonstrationMark, dollars, fileLink, moreButton, nothing, today, withUnder,
} from "./cash-words.js";

/** Receipts of a time, numbered without gaps. */
export async function openReceipts(pane) {
  const from = input("from", { type: "date", value: `${today().slice(0, 4)}-01-01` });
  const to = input("to", { type: "date", value: today() });
  const list = h("div", { "aria-live": "polite" });
  const again = () => show(list, from.value, to.value, 0);
  from.addEventListener("change", again);
  to.addEventListener("change", again);
  pane.replaceChildren(
    h("div", { class: "section-head" },
      h("h2", { text: t("cash.receipts") }),
      h("form", {}, field(t("cash.from"), from), field(t("cash.to"), to))),
    list,
  );
  await again();
}

async function show(list, from, to, before) {
  const { receipts, next } = await listReceipts({ from, to, before });
  if (receipts.length === 0 && !before) {
    list.replaceChildren(nothing(t("cash.noReceipts")));
    return;
  }
  const heads = ["cash.receiptNumber", "cash.payer", "cash.amount", "cash.received", "cash.stateLabel", "cash.do"].map((key) => t(key));
  const table = cardTable(heads, receipts.map(line), { "data-testid": "receipts" });
  list.querySelector("[data-testid=more]")?.remove();
  list[before ? "append" : "replaceChildren"](table, moreButton(next, (after) => show(list, from, to, after)) ?? "");
}

function line(receipt) {
  const state = receipt.voided
    ? withUnder(badge(t("cash.voided"), true), receipt.void_reason)
    : withUnder(badge(t("cash.valid")), receipt.refunded ? t("cash.refundedPart", { amount: dollars(receipt.refunded) }) : "");
  return row(
    { "data-testid": `receipt-${receipt.number}` },
    withUnder(receipt.number, receipt.application),
    withUnder(receipt.payer, local(receipt.method_title)),
    amountCell(receipt.amount),
    day(receipt.day),
    h("span", { class: "stacked" }, state, demonstrationMark(receipt.demonstration)),
    h("span", { class: "row-actions" }, fileLink(receiptUrl(receipt.number), "PDF", "receipt-pdf")),
  );
}
