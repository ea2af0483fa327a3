import { changeAgreement, draftAgreement, getAgreement } from "../api/sharing.js";
import { listDistricts } from "../api/keys.js";
import { listLayers } from "../api/layers.js";
import { lang, local, page, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { layersOf, othersOf } from "./agreement-layers.js";
import { dayAfter, today } from "./days.js";
import { shortName } from "./names.js";

const YEAR_DAYS = 364;
const GROUND = "臺中市政府提供地理資訊收費標準第7條（互惠）";

/** What an agreement says before anybody has written anything. */
const NOTHING = { purpose: "", legal_ground: GROUND, approval: "", area: null, area_name: "", per_month: null, layers: [] };

/**
 * Asks for a new agreement.
 *
 * @param session of the one who drafts
 * @param partners that can be the other side
 * @param made called with the draft
 */
export function askAgreement(session, partners, made) {
  const own = session.roles.includes("OFFICER") || session.roles.includes("ADMIN") ? "construction" : session.agency;
  return ask({
    words: { title: t("sharing.draft"), submit: t("sharing.saveDraft"), kind: "wide" },
    partners,
    known: { ...NOTHING, agency: { agency: own }, with: null, from: today(), until: dayAfter(YEAR_DAYS) },
    save: draftAgreement,
    done: (draft) => {
      made(draft);
      notice(t("sharing.drafted"));
    },
  });
}

/**
 * Asks for what a draft is to say from now on.
 *
 * @param draft as the server gave it, with its area
 * @param made called with the draft as it is then
 */
export function askChange(draft, partners, made) {
  const link = h("a", { href: page(`/sharing.html#${draft.number}`), target: "_blank", rel: "noopener", text: t("sharing.seePresent") });
  const conflict = h("p", { class: "callout warn", "data-testid": "agreement-conflict", hidden: true }, t("sharing.kept"), " ", link);
  let seen = draft.changed;
  const save = async (changed) => {
    try {
      return await changeAgreement(draft.number, { ...changed, changed: seen });
    } catch (error) {
      if (error.status === 409) {
        const present = await getAgreement(draft.number);
        conflict.hidden = !present.may_change;
        seen = present.changed;
      }
      throw error;
    }
  };
  return ask({
    words: { title: t("sharing.changeTitle", { number: draft.number }), submit: t("sharing.saveDraft"), kind: "wide" },
    partners,
    known: draft,
    save,
    conflict,
    done: (changed) => {
      made(changed);
      notice(t("sharing.changed"));
    },
  });
}

async function ask({ words, partners, known, save, conflict = null, done }) {
  try {
    const [{ layers, agencies }, districts] = await Promise.all([listLayers(), listDistricts()]);
    const fields = fieldsOf(known, partners, { agencies, layers, districts });
    const content = [
      h("div", { class: "field-grid" }, Object.values(fields).filter((each) => !each.wide).map((each) => each.element)),
      ...Object.values(fields).filter((each) => each.wide).map((each) => each.element),
      conflict,
    ].filter(Boolean);
    const dialog = openDialog(words, content, async () => {
      const saved = await save(draftOf(fields, known, districts));
      dialog.close();
      done(saved);
    });
  } catch (error) {
    notice(explain(error), "error");
  }
}

function fieldsOf(known, partners, { agencies, layers, districts }) {
  const sides = agencies.map((each) => [each.id, shortName(each.name)]);
  const others = [
    ...sides.map(([id, name]) => [`agency:${id}`, name]),
    ...partners.map((each) => [`partner:${each.partner}`, local(each.name)]),
  ];
  const chosen = sides.some(([id]) => id === known.agency.agency) ? known.agency.agency : sides[0]?.[0] ?? "";
  const other = known.with ? sideOf(known.with) : others.find(([id]) => id !== `agency:${chosen}`)?.[0] ?? "";
  const choices = choicesOf(layers, known.layers);
  const elsewhere = othersOf(known)[0];
  return {
    agency: labelled("sharing.agency", select("agency", sides, chosen)),
    with: labelled("sharing.with", select("with", others, other)),
    from: labelled("sharing.from", input("from", { type: "date", value: known.from })),
    until: labelled("sharing.until", input("until", { type: "date", value: known.until })),
    purpose: labelled("sharing.purpose", input("purpose", { maxlength: "500", value: known.purpose })),
    legalGround: labelled("sharing.ground", input("legal_ground", { value: known.legal_ground })),
    approval: labelled("sharing.approval", input("approval", { required: false, value: known.approval }), "sharing.approvalHint"),
    area: labelled("sharing.area", select("area", areasOf(known, districts), known.area ? "kept" : "")),
    perMonth: labelled("sharing.quotaMonth", input("per_month", { inputmode: "numeric", pattern: "[0-9]*", required: false, value: known.per_month ?? "" }), "sharing.quotaHint"),
    given: checks("sharing.givenLayers", choices, namesOf(known, "GIVEN")),
    received: checks("sharing.receivedLayers", choices, namesOf(known, "RECEIVED")),
    elsewhere: { ...labelled("sharing.elsewhereTitle", input("elsewhere", { required: false, value: elsewhere ? local(elsewhere.title) : "" }), "sharing.elsewhereHint"), wide: true },
    worth: { ...labelled("sharing.elsewhereValue", input("worth", { inputmode: "numeric", pattern: "[0-9]*", required: false, value: elsewhere?.value_twd ?? "" })), wide: true },
  };
}

function sideOf({ agency, partner }) {
  return agency ? `agency:${agency}` : `partner:${partner}`;
}

function namesOf(known, direction) {
  return known.layers.filter((each) => each.layer && each.direction === direction).map((each) => each.layer);
}

/** With the agency that answers for each: only it gives the layer. Those of the draft are there in any case. */
function choicesOf(layers, drafted) {
  const seen = new Set(layers.map((each) => each.name));
  const unseen = new Map(drafted.filter((each) => each.layer && !seen.has(each.layer)).map((each) => [each.layer, local(each.title)]));
  return [
    ...layers.map((each) => [each.name, each.agency ? t("sharing.layerOf", { title: local(each.title), agency: shortName(each.agency.name) }) : local(each.title)]),
    ...unseen,
  ];
}

function areasOf(known, districts) {
  return [
    ["", t("rights.everywhere")],
    ...(known.area ? [["kept", known.area_name || t("sharing.areaAsItIs")]] : []),
    ...districts.map((each, at) => [String(at), nameOf(each)]),
  ];
}

function nameOf(district) {
  const { name_en: english, name_zh: chinese, name } = district.properties;
  return (lang === "en" ? english : null) ?? chinese ?? name ?? String(district.id);
}

function labelled(key, control, hint = "") {
  return { element: field(t(key), control, hint ? t(hint) : ""), value: () => control.value.trim(), wide: false };
}

/** Those that are chosen come first: the list may be long. */
function checks(key, options, chosen) {
  const sorted = [...options].sort(([one], [other]) => chosen.includes(other) - chosen.includes(one));
  const boxes = sorted.map(([value]) => h("input", { type: "checkbox", value, checked: chosen.includes(value) }));
  const element = h("fieldset", { class: "checks scroll" }, h("legend", { text: t(key) }),
    boxes.map((box, at) => h("label", {}, box, sorted[at][1])));
  return { element, wide: true, value: () => boxes.filter((box) => box.checked).map((box) => box.value) };
}

function areaOf(chosen, known, districts) {
  if (chosen === "kept") {
    return { area: known.area, area_name: known.area_name };
  }
  const district = chosen === "" ? null : districts[Number(chosen)];
  return { area: district?.geometry ?? null, area_name: district ? nameOf(district) : "" };
}

/** What was left empty is left to the server; what the form does not ask for stays as it is. */
function draftOf(fields, known, districts) {
  const [kind, id] = fields.with.value().split(":");
  return {
    agency: fields.agency.value(),
    with_agency: kind === "agency" ? id : null,
    with_partner: kind === "partner" ? Number(id) : null,
    purpose: fields.purpose.value(),
    legal_ground: fields.legalGround.value(),
    approval: fields.approval.value(),
    ...areaOf(fields.area.value(), known, districts),
    from: fields.from.value(),
    until: fields.until.value(),
    per_minute: known.per_minute ?? null,
    per_month: fields.perMonth.value() ? Number(fields.perMonth.value()) : null,
    layers: layersOf(known, {
      given: fields.given.value(),
      received: fields.received.value(),
      elsewhere: fields.elsewhere.value(),
      worth: fields.worth.value(),
    }),
  };
}
