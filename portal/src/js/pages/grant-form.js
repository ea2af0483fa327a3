import { giveGrant } from "../api/grants.js";
import { local, t } from "../i18n/i18n.js";
import { RIGHTS } from "../layers/rights.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { areaField } from "./grant-area.js";
import { effectOf } from "./grant-effect.js";

const KINDS = ["agency", "city", "everyone", "partner", "role", "user"];

/**
 * Asks to whom which rights are given, shows what that does, and gives them.
 *
 * @param done called with the grants of the layer afterwards
 */
export function openGiving(layer, catalog, roles, done) {
  const to = granteeFields(catalog, roles);
  const which = rightsField();
  const area = areaField(layer, catalog);
  const from = h("input", { type: "date" });
  const until = h("input", { type: "date" });
  const form = h(
    "div",
    { class: "stack" },
    h("div", { class: "field-grid" }, to.elements),
    which.element,
    area.element,
    h("div", { class: "field-grid" },
      h("label", {}, t("rights.from"), from),
      h("label", {}, t("rights.until"), until)),
    h("p", { class: "hint", text: t("rights.daysHint") }),
  );
  const words = { title: t("rights.give"), submit: t("rights.preview"), kind: "wide" };
  const dialog = openDialog(words, form, async () => {
    const grant = {
      grantee: to.value(),
      rights: which.value(),
      area: area.value(),
      from: from.value || null,
      until: until.value || null,
    };
    const { effect } = await giveGrant(layer.name, grant, true);
    dialog.close();
    confirm(layer, grant, effect, done);
  });
  area.shown();
}

function confirm(layer, grant, effect, done) {
  const words = { title: t("rights.confirm"), submit: t("rights.give"), kind: "wide" };
  const dialog = openDialog(words, effectOf(effect), async () => {
    const { grants } = await giveGrant(layer.name, grant, false);
    dialog.close();
    done(grants);
  });
}

function granteeFields(catalog, roles) {
  const kind = select(KINDS.map((each) => [each, t(`grantee.${each}`)]));
  kind.dataset.testid = "grantee-kind";
  const agency = select(catalog.agencies.map((each) => [each.id, local(each.name)]));
  agency.dataset.testid = "grantee-agency";
  const role = select(roles.map((each) => [each.id, local(each.name)]));
  const user = h("input", { type: "text", autocomplete: "off", autocapitalize: "none" });
  const partner = h("input", { type: "text", inputmode: "numeric", autocomplete: "off" });
  const inputs = { agency, role, user, partner };
  const labels = Object.entries(inputs).map(([name, input]) =>
    h("label", { "data-kind": name }, t(`rights.choose.${name}`), input));
  const follow = () => {
    labels.forEach((label) => {
      label.hidden = label.dataset.kind !== kind.value;
    });
    Object.entries(inputs).forEach(([name, input]) => {
      input.required = name === kind.value;
    });
  };
  kind.addEventListener("change", follow);
  follow();
  return {
    elements: [h("label", {}, t("rights.to"), kind), ...labels],
    value: () => ({ kind: kind.value, id: inputs[kind.value]?.value.trim() || null }),
  };
}

/** Whoever may do anything with a layer may view it. */
function rightsField() {
  const boxes = RIGHTS.map((right) =>
    h("input", { type: "checkbox", value: right, checked: right !== "MANAGE", disabled: right === "VIEW" }));
  const labels = boxes.map((box) =>
    h("label", { class: "check" }, box, " ", h("span", {}, h("b", { text: t(`right.${box.value}`) }), " ",
      h("span", { class: "hint", text: t(`right.${box.value}.about`) }))));
  return {
    element: h("fieldset", { class: "checks" }, h("legend", { text: t("rights.which") }), labels),
    value: () => boxes.filter((box) => box.checked).map((box) => box.value),
  };
}

function select(options) {
  return h("select", {}, options.map(([value, text]) => h("option", { value, text })));
}
