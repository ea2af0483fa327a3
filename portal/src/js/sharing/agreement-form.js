import { draftAgreement } from "../api/sharing.js";
import { listDistricts } from "../api/keys.js";
import { listLayers } from "../api/layers.js";
import { lang, local, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { shortName } from "./names.js";

const YEAR_DAYS = 364;

/**
 * Asks for a new agreement.
 *
 * @param session of the one who drafts
 * @param partners that can be the other side
 * @param made called with the draft
 */
export async function askAgreement(session, partners, made) {
  try {
    const [{ layers, agencies }, districts] = await Promise.all([listLayers(), listDistricts()]);
    const fields = fieldsOf(session, partners, agencies, layers, districts);
    const content = [
      h("div", { class: "field-grid" }, Object.values(fields).filter((each) => !each.wide).map((each) => each.element)),
      ...Object.values(fields).filter((each) => each.wide).map((each) => each.element),
    ];
    const words = { title: t("sharing.draft"), submit: t("sharing.saveDraft"), kind: "wide" };
    const dialog = openDialog(words, content, async () => {
      const draft = await draftAgreement(draftOf(fields, districts));
      dialog.close();
      made(draft);
      notice(t("sharing.drafted"));
    });
  } catch (error) {
    notice(explain(error), "error");
  }
}

function fieldsOf(session, partners, agencies, layers, districts) {
  const sides = agencies.map((each) => [each.id, shortName(each.name)]);
  const others = [
    ...sides.map(([id, name]) => [`agency:${id}`, name]),
    ...partners.map((each) => [`partner:${each.partner}`, local(each.name)]),
  ];
  const own = session.roles.includes("OFFICER") || session.roles.includes("ADMIN") ? "construction" : session.agency;
  const chosen = sides.some(([id]) => id === own) ? own : sides[0]?.[0] ?? "";
  const choices = layers.map((each) => [each.name, local(each.title)]);
  return {
    agency: labelled("sharing.agency", select("agency", sides, chosen)),
    with: labelled("sharing.with", select("with", others, others.find(([id]) => id !== `agency:${chosen}`)?.[0] ?? "")),
    from: labelled("sharing.from", input("from", { type: "date", value: isoDay(0) })),
    until: labelled("sharing.until", input("until", { type: "date", value: isoDay(YEAR_DAYS) })),
    purpose: labelled("sharing.purpose", input("purpose", { maxlength: "500" })),
    legalGround: labelled("sharing.ground", input("legal_ground", { value: "臺中市政府提供地理資訊收費標準第7條（互惠）" })),
    approval: labelled("sharing.approval", input("approval", { required: false }), "sharing.approvalHint"),
    area: labelled("sharing.area", select("area", [["", t("rights.everywhere")], ...districts.map((each, at) => [String(at), nameOf(each)])])),
    perMonth: labelled("sharing.quotaMonth", input("per_month", { inputmode: "numeric", pattern: "[0-9]*", required: false }), "sharing.quotaHint"),
    given: checks("sharing.givenLayers", choices),
    received: checks("sharing.receivedLayers", choices),
    elsewhere: { ...labelled("sharing.elsewhereTitle", input("elsewhere", { required: false }), "sharing.elsewhereHint"), wide: true },
    worth: { ...labelled("sharing.elsewhereValue", input("worth", { inputmode: "numeric", pattern: "[0-9]*", required: false })), wide: true },
  };
}

function isoDay(later) {
  const day = new Date(Date.now() + later * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Taipei" }).format(day);
}

function nameOf(district) {
  const { name_en: english, name_zh: chinese, name } = district.properties;
  return (lang === "en" ? english : null) ?? chinese ?? name ?? String(district.id);
}

function labelled(key, control, hint = "") {
  return { element: field(t(key), control, hint ? t(hint) : ""), value: () => control.value.trim(), wide: false };
}

function checks(key, options) {
  const boxes = options.map(([value]) => h("input", { type: "checkbox", value }));
  const element = h("fieldset", { class: "checks scroll" }, h("legend", { text: t(key) }),
    boxes.map((box, at) => h("label", {}, box, options[at][1])));
  return { element, wide: true, value: () => boxes.filter((box) => box.checked).map((box) => box.value) };
}

/** What was left empty is left to the server. */
function draftOf(fields, districts) {
  const [kind, id] = fields.with.value().split(":");
  const district = fields.area.value() === "" ? null : districts[Number(fields.area.value())];
  const layers = [
    ...fields.given.value().map((layer) => ({ direction: "GIVEN", layer })),
    ...fields.received.value().map((layer) => ({ direction: "RECEIVED", layer })),
  ];
  if (fields.elsewhere.value()) {
    const value = fields.worth.value();
    layers.push({ direction: "RECEIVED", title: fields.elsewhere.value(), value_twd: value ? Number(value) : null,
      value_note: value ? t("sharing.declared") : "" });
  }
  return {
    agency: fields.agency.value(),
    with_agency: kind === "agency" ? id : null,
    with_partner: kind === "partner" ? Number(id) : null,
    purpose: fields.purpose.value(),
    legal_ground: fields.legalGround.value(),
    approval: fields.approval.value(),
    area: district?.geometry ?? null,
    area_name: district ? nameOf(district) : "",
    from: fields.from.value(),
    until: fields.until.value(),
    per_month: fields.perMonth.value() ? Number(fields.perMonth.value()) : null,
    layers,
  };
}
