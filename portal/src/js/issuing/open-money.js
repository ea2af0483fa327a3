import { listRemittances, settlePayment } from "../api/payments.js";
import { day, local, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input } from "../ui/fields.js";
import { notice } from "../ui/notice.js";
import { row } from "../ui/table.js";
import { actionButton, amountCell, badge, cardTable, dollars, nothing, showAnew, withUnder } from "./cash-words.js";
import { askRefund } from "./refund-form.js";

const MOST = 200;

/** Money that belongs to nothing yet: use it for a payment, or give it back. */
export async function openOpenMoney(pane) {
  const { remittances } = await listRemittances({ open: true, limit: MOST });
  const parts = { again: () => showAnew(pane, () => openOpenMoney(pane)), all: remittances };
  const heads = ["cash.came", "cash.payer", "cash.amountLeft", "cash.reference", "cash.finding", "cash.do"].map((key) => t(key));
  pane.replaceChildren(
    h("div", { class: "section-head" }, h("h2", { text: t("cash.unmatched") })),
    h("p", { class: "hint", text: t("cash.unmatchedLead") }),
    remittances.length === 0
      ? nothing(t("cash.noneUnmatched"))
      : cardTable(heads, remittances.map((each) => line(each, parts)), { "data-testid": "open-money" }),
  );
}

function line(money, parts) {
  return row(
    { "data-testid": `money-${money.id}` },
    withUnder(day(money.received), money.transaction),
    withUnder(money.payer || t("cash.noName"), money.note),
    withUnder(amountCell(money.open), money.open === money.amount ? "" : t("cash.ofAmount", { amount: dollars(money.amount) })),
    withUnder(money.reference || t("cash.noReference"), money.application),
    badge(local(money.finding_title), true),
    h("span", { class: "row-actions" },
      actionButton(t("cash.use"), () => askUse(money, parts), "use"),
      actionButton(t("cash.refund"), () => askRefund({ money }, parts.again), "refund")),
  );
}

/** Which payment, and with what other money that is open. */
function askUse(money, parts) {
  const payment = input("payment", { value: money.payment ?? "", inputmode: "numeric", maxlength: "20" });
  const reason = input("reason", { maxlength: "500" });
  const another = h("input", { type: "checkbox", name: "of_another" });
  const others = parts.all.map((each) =>
    h("label", { class: "check" },
      h("input", { type: "checkbox", value: each.id, checked: each.id === money.id }),
      h("span", { text: [day(each.received), each.transaction, dollars(each.open), each.application].filter(Boolean).join(" ") })),
  );
  const content = [
    field(t("cash.number"), payment, t("cash.useHint")),
    h("fieldset", { class: "money-choice" }, h("legend", { text: t("cash.useMoney") }), others),
    h("label", { class: "check" }, another, t("cash.useOfAnother")),
    field(t("cash.reason"), reason),
  ];
  const dialog = openDialog({ title: t("cash.useTitle"), submit: t("cash.use") }, content, async () => {
    const remittances = [...dialog.querySelectorAll("fieldset input:checked")].map((each) => Number(each.value));
    const wish = { remittances, of_another: another.checked, reason: reason.value.trim() };
    const settled = await settlePayment(payment.value.replace(/\D/g, ""), wish);
    dialog.close();
    notice(t("cash.used", { number: settled.number }));
    await parts.again();
  });
}
