import { refundPayment, refundRemittance } from "../api/payments.js";
import { t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { notice } from "../ui/notice.js";
import { dollars, today } from "./cash-words.js";

const GROUNDS = ["OVERPAID", "NOT_DONE", "OTHER"];
const PERCENT = 100;

/**
 * Gives money back: of a payment, or money that never paid for anything.
 *
 * @param of {payment} or {money}
 */
export function askRefund(of, again) {
  const left = of.payment ? of.payment.amount - of.payment.refunded : of.money.open;
  const parts = fields(left, t(of.payment ? "cash.refundWarning" : "cash.refundWarningHeld"));
  // The same for every try of this form, so that an answer that got lost does not pay twice.
  const request = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  const title = t("cash.refundTitle", { number: of.payment?.number ?? of.money.transaction });
  const dialog = openDialog({ title, submit: t("cash.refundNow"), danger: true }, parts.content, async () => {
    const wish = parts.wish(request);
    const made = of.payment ? await refundPayment(of.payment.number, wish) : await refundRemittance(of.money.id, wish);
    dialog.close();
    notice(t("cash.refunded", { number: made.number, total: dollars(made.total) }));
    await again();
  });
}

function fields(left, warning) {
  const ground = select("ground", GROUNDS.map((each) => [each, t(`cash.ground.${each}`)]), "OVERPAID");
  const article = input("article", { maxlength: "200", required: false });
  const amount = input("amount", { type: "number", min: "1", max: left, step: "1", required: false, placeholder: left });
  const rate = input("interest_rate", { type: "number", min: "0", max: "20", step: "0.001" });
  const applied = input("applied", { type: "date", value: today(), max: today() });
  const fault = h("input", { type: "checkbox", name: "own_fault" });
  const reason = h("textarea", { name: "reason", rows: "2", maxlength: "500", required: true });
  const sure = h("input", { type: "checkbox", name: "sure", required: true });
  const only = {
    OTHER: field(t("cash.article"), article, t("cash.articleHint")),
    INTEREST: field(t("cash.rate"), rate, t("cash.rateHint")),
    NOT_DONE: h("label", { class: "check" }, fault, t("cash.ownFault")),
    PART: field(t("cash.refundAmount"), amount, t("cash.refundAmountHint", { left: dollars(left) })),
  };
  const fit = () => {
    const other = ground.value === "OTHER";
    only.OTHER.hidden = !other;
    article.required = other;
    only.INTEREST.hidden = other;
    rate.required = !other;
    only.NOT_DONE.hidden = ground.value !== "NOT_DONE";
    only.PART.hidden = ground.value === "NOT_DONE";
  };
  ground.addEventListener("change", fit);
  fit();
  const content = [
    field(t("cash.groundLabel"), ground),
    ...Object.values(only),
    field(t("cash.applied"), applied),
    field(t("cash.reason"), reason),
    h("p", { class: "callout warn", text: warning }),
    h("label", { class: "check" }, sure, t("cash.refundSure")),
  ];
  const wish = (request) => ({
    request,
    amount: amount.value && ground.value !== "NOT_DONE" ? Number(amount.value) : null,
    ground: ground.value,
    article: ground.value === "OTHER" ? article.value.trim() : null,
    reason: reason.value.trim(),
    applied: applied.value,
    own_fault: ground.value === "NOT_DONE" && fault.checked,
    interest_rate: ground.value === "OTHER" ? null : Number(rate.value) / PERCENT,
  });
  return { content, wish };
}
