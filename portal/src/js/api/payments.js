import { getJson, send, withQuery } from "./http.js";

const PAYMENTS = "/api/v1/payments";

const pathOf = (number) => `${PAYMENTS}/${encodeURIComponent(number)}`;

/** Ways to pay: {name, title, ready, demonstration}. */
export async function listPaymentMethods() {
  return (await getJson("/api/v1/payment-methods")).methods;
}

/** Payments, latest first, that concern the caller. @param wanted application, state, … */
export async function listPayments(wanted) {
  return (await getJson(withQuery(PAYMENTS, wanted))).payments;
}

/** Begins to pay, or gives the payment that was begun before in this way. */
export function beginPayment(application, method) {
  return send("POST", `/api/v1/applications/${encodeURIComponent(application)}/payments`, { method });
}

/** Asks the gateway how a payment ended. */
export function checkPayment(number) {
  return send("POST", `${pathOf(number)}/check`, {});
}

/** Where the slip to pay with is had, as PDF. */
export function slipUrl(number) {
  return `${pathOf(number)}/slip.pdf`;
}

/** Where a receipt is had, as PDF. */
export function receiptUrl(number) {
  return `/api/v1/receipts/${encodeURIComponent(number)}.pdf`;
}
