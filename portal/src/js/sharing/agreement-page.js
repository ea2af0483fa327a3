import { addDocument, documentFile, endAgreement, getAgreement, signAgreement } from "../api/sharing.js";
import { secretBox } from "../keys/key-secret.js";
import { rightsText } from "../layers/rights.js";
import { day, local, moment, number, page, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";
import { money, shortName } from "./names.js";

/**
 * One agreement with its balance sheet.
 *
 * @param shown called with the agreement after a change
 * @param change called when the draft is to be written anew
 */
export function agreementPage(agreement, shown, change) {
  return h(
    "article",
    { class: "agreement", id: agreement.number, tabindex: "-1", "data-testid": "agreement" },
    h(
      "div",
      { class: "title-line" },
      h("h2", {}, `${agreement.number} `, stateMark(agreement), " ", agreement.demo ? h("span", { class: "badge", text: t("sharing.demo") }) : null),
      h("div", { class: "actions" }, actions(agreement, shown, change)),
    ),
    agreement.keys.map((each) => secretBox({ key: each.key, name: agreement.number })),
    facts(agreement),
    h("h3", { text: t("sharing.balance") }),
    balance(agreement.balance),
    layers(agreement),
    h("h3", { text: t("sharing.documents") }),
    documents(agreement, shown),
    h("details", {}, h("summary", { text: t("sharing.timeline") }),
      h("ol", { class: "plain" }, agreement.timeline.map((each) =>
        h("li", { text: [moment(each.at), local(each.title), each.reason, each.actor].filter(Boolean).join(" · ") })))),
  );
}

export function stateMark({ state, state_title: title }) {
  return h("span", { class: `state ${state}`, text: local(title) });
}

function facts(agreement) {
  const quota = [
    agreement.per_minute ? t("sharing.perMinute", { count: number(agreement.per_minute) }) : null,
    agreement.per_month ? t("sharing.perMonth", { count: number(agreement.per_month) }) : null,
  ].filter(Boolean);
  const lines = [
    ["sharing.sides", `${local(agreement.agency.name)} ⇄ ${local(agreement.with.name)}`],
    ["sharing.purpose", agreement.purpose],
    ["sharing.period", `${day(agreement.from)} – ${day(agreement.until)}`],
    ["sharing.ground", agreement.legal_ground],
    ["sharing.approval", agreement.approval || t("sharing.noApproval")],
    ["sharing.area", agreement.area_name || (agreement.box ? agreement.box.map((each) => each.toFixed(3)).join(", ") : t("rights.everywhere"))],
    ["sharing.quota", quota.length > 0 ? quota.join(t("list.separator")) : t("sharing.usualQuota")],
  ];
  return h("dl", { class: "facts-list" }, lines.map(([key, text]) => [h("dt", { text: t(key) }), h("dd", { text })]).flat());
}

function balance(sheet) {
  const boxes = [
    ["sharing.given", t("sharing.layersUses", { layers: sheet.given, uses: number(sheet.given_uses) })],
    ["sharing.received", t("sharing.layersUses", { layers: sheet.received, uses: number(sheet.received_uses) })],
    ["sharing.forgone", money(sheet.forgone_twd)],
    ["sharing.worth", money(sheet.received_twd)],
    ["sharing.net", money(sheet.balance_twd)],
  ];
  return h(
    "div",
    {},
    h("dl", { class: "balance", "data-testid": "balance" }, boxes.map(([key, text]) => h("div", {}, h("dt", { text: t(key) }), h("dd", { text })))),
    sheet.unpriced > 0 ? h("p", { class: "hint", text: t("sharing.unpriced", { count: sheet.unpriced }) }) : null,
  );
}

function layers(agreement) {
  const rows = agreement.layers.map((each) =>
    row(
      {},
      t(each.direction === "GIVEN" ? "sharing.gives" : "sharing.gets", { name: shortName(agreement.agency.name) }),
      each.layer ? h("a", { href: page(`/layers/${encodeURIComponent(each.layer)}`), text: local(each.title) }) : local(each.title),
      each.layer ? rightsText(each.rights) : t("sharing.elsewhere"),
      each.layer ? number(each.uses) : "—",
      money(each.value_twd),
      each.value_note,
    ),
  );
  const heads = ["sharing.direction", "sharing.layer", "sharing.rights", "usage.uses", "sharing.value", "sharing.valueNote"];
  return table(heads.map((key) => t(key)), rows, "");
}

function documents(agreement, shown) {
  const list = agreement.documents.map((each) =>
    h("li", {}, h("a", { href: documentFile(agreement.number, each.id), download: "", text: each.name }), ` ${moment(each.uploaded)}`));
  const may = agreement.moves.length > 0 || agreement.may_change;
  const file = h("input", { type: "file", "aria-label": t("sharing.addDocument"), accept: ".pdf,.png,.jpg,.jpeg,.zip,.docx,.odt" });
  file.addEventListener("change", async () => {
    try {
      shown(await addDocument(agreement.number, file.files[0]));
      notice(t("sharing.documentAdded"));
    } catch (error) {
      notice(explain(error), "error");
    }
  });
  return h(
    "div",
    {},
    list.length > 0 ? h("ul", { class: "plain" }, list) : h("p", { class: "hint", text: t("sharing.noDocuments") }),
    may ? h("label", { class: "hint" }, t("sharing.addDocument"), " ", file) : null,
  );
}

function actions(agreement, shown, change) {
  const buttons = [];
  if (agreement.may_change) {
    buttons.push(h("button", { class: "button", type: "button", "data-testid": "agreement-change", text: t("sharing.change"), onclick: change }));
  }
  if (agreement.moves.includes("SIGNED")) {
    buttons.push(h("button", { class: "button primary", type: "button", "data-testid": "agreement-sign", text: t("sharing.sign"), onclick: () => sign(agreement, shown) }));
  }
  if (agreement.moves.includes("ENDED")) {
    buttons.push(h("button", { class: "button", type: "button", "data-testid": "agreement-end", text: t("sharing.end"), onclick: () => end(agreement, shown) }));
  }
  return buttons;
}

function sign(agreement, shown) {
  const dialog = openDialog(
    { title: t("sharing.signTitle", { number: agreement.number }), submit: t("sharing.sign") },
    [h("p", { text: t("sharing.signWords") })],
    async () => {
      const signed = await signAgreement(agreement.number, agreement.changed).catch((error) => showPresent(error, agreement, shown));
      dialog.close();
      shown(signed);
      notice(t("sharing.signed"));
    },
  );
}

/** Nobody signs what they have not read: behind the dialog stands the text as it is now. */
async function showPresent(error, { number: name }, shown) {
  if (error.status === 409) {
    shown(await getAgreement(name));
  }
  throw error;
}

function end(agreement, shown) {
  const reason = input("reason", { maxlength: "500" });
  const dialog = openDialog(
    { title: t("sharing.endTitle", { number: agreement.number }), submit: t("sharing.end"), danger: true },
    [h("p", { text: t("sharing.endWords") }), field(t("sharing.reason"), reason)],
    async () => {
      const ended = await endAgreement(agreement.number, reason.value);
      dialog.close();
      shown(ended);
      notice(t("sharing.ended"));
    },
  );
}
