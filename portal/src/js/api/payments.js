import { getJson, send, withQuery } from "./http.js";

const PAYMENTS = "/api/v1/payments";
const REMITTANCES = "/api/v1/remittances";
const REFUNDS = "/api/v1/refunds";
const RECEIPTS = "/api/v1/receipts";

const under = (base, id) => `${base}/${encodeURIComponent(id)}`;
const pathOf = (number) => under(PAYMENTS, number);
const given = (wanted) => Object.fromEntries(Object.entries(wanted).filter(([, value]) => value));

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

/**
 * The same with the way to the following page: {payments, next}.
 *
 * @param wanted state, application, number, method, before (next of the page before), limit; each may be missing
 */
export function pageOfPayments(wanted) {
  return getJson(withQuery(PAYMENTS, given(wanted)));
}

/** Books money by hand: {transaction, amount, received, payer, note}; the answer says what it was. */
export function bookMoney(number, money) {
  return send("POST", `${pathOf(number)}/money`, money);
}

/** Where the demonstration has a bank's file for what is to be paid now. */
export function sampleStatementUrl() {
  return `${PAYMENTS}/sample-statement.csv`;
}

/** The names of the bank accounts of which there are statements; none if there is only one. */
export async function listBankAccounts() {
  return (await getJson(`${PAYMENTS}/bank-statements/accounts`)).accounts;
}

/**
 * Reads a bank's CSV file; only a run that is not dry books anything.
 *
 * @param wanted account, another (numbers of lines that are other movements than they seem) and reason, each may be missing
 */
export function readBankStatement(file, dryRun, wanted = {}) {
  const body = new Blob([file], { type: "text/csv" });
  return send("POST", withQuery(`${PAYMENTS}/bank-statements`, { dry_run: dryRun, ...given(wanted) }), body);
}

/** Money that came: {remittances, next}. */
export function listRemittances(wanted = {}) {
  return getJson(withQuery(REMITTANCES, given(wanted)));
}

/**
 * Pays a payment from money that matched nothing.
 *
 * @param wish remittances (ids), of_another (true if some of it names another application), reason
 */
export function settlePayment(number, wish) {
  return send("POST", `${pathOf(number)}/settlement`, wish);
}

/** @param refund request (any unique text), amount (null: all), ground, article, reason, applied, own_fault, interest_rate */
export function refundPayment(number, refund) {
  return send("POST", `${pathOf(number)}/refunds`, refund);
}

export function refundRemittance(id, refund) {
  return send("POST", `${under(REMITTANCES, id)}/refunds`, refund);
}

export function listRefunds(wanted = {}) {
  return getJson(withQuery(REFUNDS, given(wanted)));
}

/** Says that a refund was sent. */
export function payOutRefund(number, paidOut, transfer) {
  return send("POST", `${under(REFUNDS, number)}/payout`, { paid_out: paidOut, transfer });
}

export function refundUrl(number) {
  return `${under(REFUNDS, number)}.pdf`;
}

/** @param wanted from, to (days), before, limit */
export function listReceipts(wanted = {}) {
  return getJson(withQuery(RECEIPTS, given(wanted)));
}

/** @param wanted from, to (months), by: layer, agency or article */
export function getPaymentReport(wanted) {
  return getJson(withQuery(`${PAYMENTS}/report`, given(wanted)));
}

/** @param kind csv or pdf */
export function reportUrl(wanted, kind) {
  return kind === "pdf"
    ? withQuery(`${PAYMENTS}/report.pdf`, given(wanted))
    : withQuery(`${PAYMENTS}/report`, { ...given(wanted), f: "csv" });
}

export function forgoneUrl(wanted) {
  return withQuery(`${PAYMENTS}/forgone`, { from: wanted.from, to: wanted.to, f: "csv" });
}
