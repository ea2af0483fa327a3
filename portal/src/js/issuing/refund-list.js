import { listRefunds, payOutRefund, refundUrl } from "../api/payments.js";
import { day, local, number, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { notice } from "../ui/notice.js";
import { row } from "../ui/table.js";
import {
  actionButton, amountCell, badge, cardTable, dollars, fileLink, moreButton, nothing, showAnew, today, withUnder,
} from "./cash-words.js";

const STATES = ["PAYABLE", "PAID_OUT"];

/** What is given back, and whether it has been sent. */
export async function openRefunds(pane) {
  const state = select("state", [...STATES.map((each) => [each, t(`cash.refund.${each}`)]), ["", t("cash.state.ALL")]], "PAYABLE");
  const list = h("div", { "aria-live": "polite" });
  const again = () => showAnew(pane, () => show(list, state.value, 0, again));
  state.addEventListener("change", again);
  pane.replaceChildren(
    h("div", { class: "section-head" }, h("h2", { text: t("cash.refunds") }), h("form", {}, field(t("cash.stateLabel"), state))),
    list,
  );
  await show(list, state.value, 0, again);
}

async function show(list, state, before, again) {
  const { refunds, next } = await listRefunds({ state, before });
  if (refunds.length === 0 && !before) {
    list.replaceChildren(nothing(t(state === "PAYABLE" ? "cash.nonePayable" : "cash.noneRefunded")));
    return;
  }
  const heads = ["cash.refundNumber", "cash.payer", "cash.amount", "cash.why", "cash.stateLabel", "cash.do"].map((key) => t(key));
  const table = cardTable(heads, refunds.map((each) => line(each, again)), { "data-testid": "refunds" });
  list.querySelector("[data-testid=more]")?.remove();
  list[before ? "append" : "replaceChildren"](table, moreButton(next, (after) => show(list, state, after, again)) ?? "");
}

function line(refund, again) {
  const waits = refund.state === "PAYABLE";
  return row(
    { "data-testid": `refund-${refund.number}` },
    withUnder(refund.number, refund.receipt ?? refund.application),
    refund.payer || t("cash.noName"),
    withUnder(amountCell(refund.total), refund.interest ? t("cash.withInterest", { interest: number(refund.interest) }) : ""),
    withUnder(refund.article, refund.reason),
    withUnder(badge(t(`cash.refund.${refund.state}`), waits), waits ? day(refund.decided) : `${day(refund.paid_out)} ${refund.transfer}`),
    h("span", { class: "row-actions" },
      waits ? actionButton(t("cash.payOut"), () => askPayout(refund, again), "payout") : null,
      fileLink(refundUrl(refund.number), "PDF", "refund-pdf")),
  );
}

function sources(refund) {
  return refund.sources.map((each) => `${place(each)} ${dollars(each.amount)}`).join(" + ");
}

/** The bank account is said where it is known. */
function place({ account, method_title: title }) {
  return account ? t("cash.ofAccount", { method: local(title), account }) : local(title);
}

function askPayout(refund, again) {
  const sent = input("paid_out", { type: "date", value: today(), max: today() });
  const transfer = input("transfer", { maxlength: "100", autocomplete: "off" });
  const content = [
    h("p", { text: t("cash.payOutLead", { payer: refund.payer || t("cash.noName"), total: dollars(refund.total) }) }),
    h("p", { class: "hint", "data-testid": "payout-from", text: t("cash.payOutFrom", { sources: sources(refund) }) }),
    field(t("cash.payOutDay"), sent),
    field(t("cash.transfer"), transfer, t("cash.transferHint")),
  ];
  const dialog = openDialog({ title: t("cash.payOut"), submit: t("cash.payOut") }, content, async () => {
    await payOutRefund(refund.number, sent.value, transfer.value.trim());
    dialog.close();
    notice(t("cash.paidOut", { number: refund.number }));
    await again();
  });
}
