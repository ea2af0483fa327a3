import { beginPayment, checkPayment, listPaymentMethods, listPayments, receiptUrl, slipUrl } from "../api/payments.js";
import { day, local, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { money } from "./words.js";

const BEFORE = new Set(["DRAFT", "SUBMITTED", "UNDER_REVIEW", "CORRECTION_ASKED", "REFUSED", "APPROVED"]);

/** How to pay, and what was paid; null while there is nothing to be paid. */
export function payPart(application, actions, mine) {
  if (BEFORE.has(application.state) || !application.total_twd) {
    return null;
  }
  const body = h("div", { "aria-busy": "true" });
  const section = h("section", { class: "part", "data-testid": "payment" }, h("h2", { text: t("pay.title") }), body);
  fill(body, application, actions, mine);
  return section;
}

async function fill(body, application, actions, mine) {
  try {
    const payments = await listPayments({ application: application.number });
    const due = application.state === "PAYMENT_DUE" && mine;
    body.parentElement.hidden = payments.length === 0 && !due;
    const methods = due ? await listPaymentMethods() : [];
    body.replaceChildren(
      ...(due ? [h("p", { class: "pay-due", "data-testid": "pay-due" }, h("b", { text: t("pay.due", { day: day(application.due), amount: money(application.total_twd) }) }))] : []),
      ...payments.map((each) => paymentLine(each, actions)),
      ...(due ? [choices(methods, payments, application, actions)] : []),
    );
  } catch (error) {
    const words = error.status === 404 ? t("pay.none") : explain(error);
    body.replaceChildren(h("p", { class: "form-error", text: words }));
  }
  body.removeAttribute("aria-busy");
}

function choices(methods, payments, application, actions) {
  const ready = methods.filter((each) => each.ready && !payments.some((known) => known.method === each.name && known.state === "OPEN"));
  if (methods.every((each) => !each.ready)) {
    return h("p", { class: "callout warn", text: t("pay.none") });
  }
  const problem = h("p", { class: "form-error", role: "alert", "data-testid": "pay-problem" });
  const buttons = ready.map((method) => {
    const button = h("button", { class: "button primary", type: "button", "data-testid": `pay-${method.name}`,
      text: t("pay.choose", { method: local(method.title) }) });
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const payment = await beginPayment(application.number, method.name);
        if (payment.instruction?.kind === "redirect") {
          location.href = payment.instruction.url;
        } else {
          await actions.reload();
        }
      } catch (error) {
        problem.textContent = explain(error);
        button.disabled = false;
      }
    });
    return h("div", {}, button, method.demonstration ? h("span", { class: "hint", text: ` ${t("pay.demonstration")}` }) : null);
  });
  return h("div", { class: "stack pay-choices" }, buttons, problem);
}

function paymentLine(payment, actions) {
  // While another payment's outcome is unknown nobody should pay twice.
  const slip = payment.method === "slip" && payment.state === "OPEN" && payment.application_state === "PAYMENT_DUE";
  return h(
    "div",
    { class: "payment-line", "data-testid": `payment-${payment.number}`, "data-state": payment.state },
    h("p", {}, h("b", { text: `${local(payment.method_title)} · ${money(payment.amount)}` }), " ",
      h("span", { class: "state", text: local(payment.state_title) }),
      payment.refunded ? ` ${t("pay.refunded", { amount: money(payment.refunded) })}` : ""),
    h("p", { class: "hint" }, `${t("pay.number")} `, h("code", { text: payment.number })),
    slip ? h("p", { class: "hint", text: t("pay.slipHow") }) : null,
    h(
      "div",
      { class: "actions start" },
      slip ? h("a", { class: "button primary", href: slipUrl(payment.number), "data-testid": "slip", text: t("pay.slip") }) : null,
      payment.instruction?.kind === "redirect" ? h("a", { class: "button primary", href: payment.instruction.url, "data-testid": "pay-go", text: t("pay.go") }) : null,
      payment.may?.includes("check") ? checkButton(payment, actions) : null,
      payment.receipt ? h("a", { class: "button", href: receiptUrl(payment.receipt), "data-testid": "receipt", text: t("pay.receipt", { number: payment.receipt }) }) : null,
    ),
  );
}

function checkButton(payment, actions) {
  const button = h("button", { class: "button", type: "button", "data-testid": "pay-check", text: t("pay.check") });
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const fresh = await checkPayment(payment.number);
      notice(t("pay.checked", { state: local(fresh.state_title) }));
      await actions.reload();
    } catch (error) {
      notice(explain(error), "error");
      button.disabled = false;
    }
  });
  return button;
}
