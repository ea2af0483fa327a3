import { moveApplication } from "../api/applications.js";
import { retryDelivery, revokeLicence } from "../api/deliveries.js";
import { listDeadlines } from "../api/fee-law.js";
import { setPrice, stateEvidence } from "../api/reviews.js";
import { day, local, t } from "../i18n/i18n.js";
import { money } from "../issuing/words.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { notice } from "../ui/notice.js";

/** What an officer does by hand, in the order of the buttons; the rest is done by others. */
const MOVES = {
  UNDER_REVIEW: { kind: "primary", ask: (desk) => desk.act(() => move(desk, "UNDER_REVIEW", {})).catch(desk.tell) },
  APPROVED: { kind: "primary", ask: askApproval },
  CORRECTION_ASKED: { kind: "", ask: askCorrection },
  REFUSED: { kind: "", ask: askRefusal },
  CLOSED: { kind: "", ask: (desk) => askPlain(desk, "CLOSED", false) },
  CANCELLED: { kind: "", ask: (desk) => askPlain(desk, "CANCELLED", true) },
};

/** Buttons for all that the server allows now. */
export function actButtons(desk) {
  const { application, delivery } = desk;
  const officer = application.parties.includes("OFFICER");
  const buttons = Object.entries(MOVES)
    .filter(([to]) => officer && application.moves.includes(to))
    .map(([to, { kind, ask }]) => button(`move-${to}`, moveWords(application, to), kind, () => ask(desk),
      to === "APPROVED" && application.needs.length > 0));
  if (application.actions.includes("SET_PRICE")) {
    buttons.push(button("set-price", t("desk.act.price"), "", () => askPrice(desk)));
  }
  if (application.actions.includes("STATE_EVIDENCE")) {
    buttons.push(...evidenceKinds(application).map((fact) =>
      button(`evidence-${fact}`, t(`desk.act.${fact}`), "", () => askEvidence(desk, fact))));
  }
  if (officer && delivery?.state === "FAILED") {
    buttons.push(button("retry", t("desk.act.retry"), "", () =>
      desk.act(() => retryDelivery(application.number)).then(() => notice(t("desk.retried")), desk.tell)));
  }
  if (officer && delivery?.licence && !delivery.licence.revoked_reason) {
    buttons.push(button("revoke", t("desk.act.revoke"), "", () => askRevocation(desk)));
  }
  return buttons;
}

function button(id, text, kind, onclick, disabled = false) {
  return h("button", { class: `button ${kind}`, type: "button", "data-testid": id, text, onclick, disabled });
}

/** Facts that its documents can prove. */
function evidenceKinds({ grounds, documents }) {
  const has = (kind) => documents.some((each) => each.kind === kind);
  return [
    grounds?.contract || has("contract") ? "within_contract" : null,
    grounds?.reciprocity || has("reciprocity") ? "approval" : null,
  ].filter(Boolean);
}

function moveWords({ state }, to) {
  return t(state === "CORRECTION_ASKED" && to === "UNDER_REVIEW" ? "desk.act.RESUME" : `desk.act.${to}`);
}

function move(desk, to, more) {
  const { number, state, timeline } = desk.application;
  return moveApplication(number, { from: state, to, timeline: timeline.length, ...more });
}

/** Opens a dialog that closes once the server has agreed; until then nothing typed is lost. */
function ask(words, content, act) {
  const dialog = openDialog(words, content, async () => {
    await act();
    dialog.close();
  });
  dialog.querySelector("textarea, input")?.focus();
}

function reasonField(hint) {
  return h("textarea", { name: "reason", rows: "4", required: true, maxlength: "2000", "data-testid": "act-reason", title: hint });
}

function askApproval(desk) {
  const { application } = desk;
  const due = application.outcome === "CHARGED" && Number(application.total_twd) > 0;
  const words = { title: t("desk.approveTitle", { number: application.number }), submit: t("desk.act.APPROVED") };
  const content = [
    h("p", { text: due ? t("desk.approveDue", { total: money(application.total_twd) })
      : t("desk.approveFree", { rule: application.rule }) }),
    due && application.demonstration ? h("p", {}, h("span", { class: "badge", text: t("fees.demonstration") })) : "",
    h("p", { class: "hint", text: t("desk.approveFinal") }),
  ];
  ask(words, content, () => desk.act(() => move(desk, "APPROVED", {})));
}

async function askCorrection(desk) {
  const reason = reasonField("");
  const due = h("input", { type: "date", name: "due", "data-testid": "act-due" });
  const hint = h("span", { class: "hint" });
  const words = { title: t("desk.correctTitle", { number: desk.application.number }), submit: t("desk.act.CORRECTION_ASKED") };
  ask(words, [field(t("desk.correctWhat"), reason, t("desk.correctHint")), h("label", {}, t("desk.correctDue"), due, hint)], () =>
    desk.act(() => move(desk, "CORRECTION_ASKED", { reason: reason.value.trim(), due: due.value || null })));
  const least = (await listDeadlines()).deadlines.find((each) => each.procedure === "SURVEY_CORRECTION");
  due.min = least.due;
  due.value ||= least.due;
  hint.textContent = t("desk.correctLaw", { day: day(least.due), law: local(least.clause.law), article: least.clause.article });
}

function askRefusal(desk) {
  const reason = reasonField("");
  const ground = input("legal_ground", { maxlength: "500", "data-testid": "act-ground", list: "legal-grounds" });
  const grounds = h("datalist", { id: "legal-grounds" }, ["政府資訊公開法第18條", "測繪成果申請使用辦法第4條", "測繪成果申請使用辦法第7條"]
    .map((value) => h("option", { value })));
  const words = { title: t("desk.refuseTitle", { number: desk.application.number }), submit: t("desk.act.REFUSED"), danger: true };
  ask(words, [
    field(t("desk.reason"), reason, t("desk.reasonSeen")),
    field(t("desk.legalGround"), ground, t("desk.legalGroundHint")),
    grounds,
    h("p", { class: "hint", text: t("desk.final") }),
  ], () => desk.act(() => move(desk, "REFUSED", { reason: reason.value.trim(), legal_ground: ground.value.trim() })));
}

function askPlain(desk, to, danger) {
  const reason = reasonField("");
  reason.required = danger;
  const words = { title: t(`desk.title.${to}`, { number: desk.application.number }), submit: t(`desk.act.${to}`), danger };
  ask(words, [field(t(danger ? "desk.reason" : "desk.reasonMaybe"), reason, t("desk.reasonSeen")), h("p", { class: "hint", text: t("desk.final") })], () =>
    desk.act(() => move(desk, to, { reason: reason.value.trim() })));
}

function askPrice(desk) {
  const { application } = desk;
  const amount = input("amount", { inputmode: "numeric", pattern: "[0-9]{1,12}", "data-testid": "price-amount" });
  const article = input("article", { maxlength: "500", "data-testid": "price-article" });
  const reason = reasonField("");
  const words = { title: t("desk.priceTitle", { number: application.number }), submit: t("desk.act.price") };
  ask(words, [
    h("p", { text: t(`desk.priceWhy.${application.outcome}`) }),
    field(t("desk.priceAmount"), amount, t("desk.priceAmountHint")),
    field(t("desk.priceArticle"), article, t("desk.priceArticleHint")),
    field(t("desk.reason"), reason, t("desk.priceReasonHint")),
  ], () => desk.act(() => setPrice(application.number, {
    amount: Number(amount.value),
    article: article.value.trim(),
    reason: reason.value.trim(),
    timeline: desk.application.timeline.length,
  })));
}

function askEvidence(desk, fact) {
  const holds = select("holds", [["true", t(`desk.holds.${fact}`)], ["false", t(`desk.holdsNot.${fact}`)]], "true");
  holds.dataset.testid = "evidence-holds";
  const reason = reasonField("");
  const words = { title: t(`desk.act.${fact}`), submit: t("desk.evidenceSubmit") };
  ask(words, [
    h("p", { text: t("desk.evidenceAbout") }),
    field(t("desk.evidenceFinding"), holds),
    field(t("desk.reason"), reason, t("desk.evidenceReasonHint")),
  ], () => desk.act(() => stateEvidence(desk.application.number, {
    fact,
    holds: holds.value === "true",
    reason: reason.value.trim(),
    timeline: desk.application.timeline.length,
  })));
}

function askRevocation(desk) {
  const reason = reasonField("");
  reason.maxLength = 500;
  const words = { title: t("desk.revokeTitle", { number: desk.delivery.licence.number }), submit: t("desk.act.revoke"), danger: true };
  ask(words, [field(t("desk.reason"), reason, t("desk.reasonSeen")), h("p", { class: "hint", text: t("desk.revokeFinal") })], () =>
    desk.act(() => revokeLicence(desk.application.number, reason.value.trim())));
}
