import { listDistricts, makeKey } from "../api/keys.js";
import { listLayers } from "../api/layers.js";
import { lang, local, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";

const RIGHTS = ["VIEW", "QUERY", "DOWNLOAD"];

/**
 * Asks for a new key.
 *
 * @param holders for whom, [value, text] each
 * @param made called with the key, secret and all
 */
export async function askKey(holders, made) {
  try {
    const [{ layers }, districts] = await Promise.all([listLayers(), listDistricts()]);
    const fields = fieldsOf(holders, layers, districts);
    const { name, holder, layers: layer, rights, ...rest } = fields;
    const elements = (some) => some.map((each) => each.element);
    const content = [
      ...elements([name, holder, layer, rights]),
      h("div", { class: "field-grid" }, elements(Object.values(rest))),
    ];
    openDialog({ title: t("keys.make"), submit: t("keys.make"), kind: "wide" }, content, async () => {
      const key = await makeKey(draft(fields, districts));
      document.querySelector("dialog").close();
      await made(key);
    });
  } catch (error) {
    notice(explain(error), "error");
  }
}

function fieldsOf(holders, layers, districts) {
  const optional = { required: false };
  const areas = districts.map((each, at) => [String(at), nameOf(each)]);
  return {
    name: labelled("keys.name", input("name", { maxlength: "100", placeholder: t("keys.nameExample") })),
    holder: labelled("keys.holder", select("holder", holders, holders[0][0]), "", holders.length < 2),
    layers: checks("keys.layers", "keys.layersHint", layers.map((each) => [each.name, local(each.title)]), false),
    rights: checks("keys.rights", "", RIGHTS.map((each) => [each, t(`keys.right.${each}`)]), true),
    area: labelled("keys.area", select("area", [["", t("keys.everywhere")], ...areas]), "", areas.length === 0),
    from: labelled("keys.from", input("from", { type: "date", ...optional })),
    until: labelled("keys.until", input("until", { type: "date", ...optional })),
    addresses: labelled("keys.addresses", input("addresses", optional), "keys.addressesHint"),
    perMinute: labelled("keys.perMinute", quota("per_minute"), "keys.perMinuteHint"),
    perMonth: labelled("keys.perMonth", quota("per_month"), "keys.perMonthHint"),
  };
}

function quota(name) {
  return input(name, { inputmode: "numeric", pattern: "[0-9]*", required: false });
}

function labelled(key, control, hint = "", hidden = false) {
  const element = field(t(key), control, hint ? t(hint) : "");
  element.hidden = hidden;
  return { element, value: () => control.value.trim() };
}

function checks(key, hint, options, checked) {
  const boxes = options.map(([value, text]) => h("input", { type: "checkbox", value, checked }));
  const element = h(
    "fieldset",
    { class: "checks scroll" },
    h("legend", { text: t(key) }),
    hint ? h("p", { class: "hint", text: t(hint) }) : null,
    boxes.map((box, at) => h("label", {}, box, options[at][1])),
  );
  return { element, value: () => boxes.filter((box) => box.checked).map((box) => box.value) };
}

function nameOf(district) {
  const { name_en: english, name_zh: chinese, name } = district.properties;
  return (lang === "en" ? english : null) ?? chinese ?? name ?? String(district.id);
}

/** What was left empty is left to the server. */
function draft(fields, districts) {
  const area = fields.area.value() === "" ? null : districts[Number(fields.area.value())];
  return {
    name: fields.name.value(),
    holder: fields.holder.value(),
    layers: fields.layers.value(),
    rights: fields.rights.value(),
    area: area?.geometry ?? null,
    area_name: area ? nameOf(area) : null,
    from: fields.from.value() || null,
    until: fields.until.value() || null,
    addresses: fields.addresses.value().split(/[\s,、]+/).filter((each) => each),
    per_minute: fields.perMinute.value() === "" ? null : Number(fields.perMinute.value()),
    per_month: fields.perMonth.value() === "" ? null : Number(fields.perMonth.value()),
  };
}
