import { addRule, listRules, listTargets, setTarget } from "../api/circulation.js";
import { local, t } from "../i18n/i18n.js";
import { today } from "../sharing/days.js";
import { percent } from "../sharing/names.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input } from "../ui/fields.js";
import { notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";

/**
 * Targets and rules, for those who keep the indicators. A rule is never changed: a later version
 * takes its place from a day on.
 *
 * @param changed called after a change
 */
export async function settings(changed) {
  const [{ targets }, { rules }] = await Promise.all([listTargets(), listRules()]);
  const button = (key, id, act) =>
    h("button", { class: "button", type: "button", "data-testid": id, text: t(key), onclick: act });
  return h(
    "section",
    { "data-testid": "circulation-settings" },
    h("div", { class: "title-line" }, h("h2", { text: t("circulation.settings") }),
      h("div", { class: "actions" },
        button("circulation.setTarget", "target-set", () => askTarget(changed)),
        button("circulation.addRule", "rule-add", () => askRule(rules[0], changed)))),
    table([t("circulation.year"), t("circulation.target"), t("circulation.source")],
      targets.map((each) => row({}, String(each.year), percent(each.target), each.source)), t("circulation.noTarget")),
    h("p", { class: "hint", text: t("circulation.rulesLead") }),
    table([t("circulation.version"), t("circulation.from"), t("circulation.ruleHead")],
      rules.map((each) => row({}, String(each.version), each.effective_from, local(each.text))), ""),
  );
}

function whole(name, value, properties = {}) {
  return input(name, { type: "number", value, min: "0", step: "1", class: "number-input", ...properties });
}

function askTarget(changed) {
  const year = whole("year", new Date().getFullYear(), { min: "2011" });
  const target = whole("target", 50, { max: "100", step: "0.1" });
  const source = input("source", { maxlength: "300" });
  const content = [field(t("circulation.year"), year), field(t("circulation.targetPercent"), target), field(t("circulation.source"), source)];
  const dialog = openDialog({ title: t("circulation.setTarget"), submit: t("circulation.setTarget") }, content, async () => {
    await setTarget(Number(year.value), Number((Number(target.value) / 100).toFixed(4)), source.value);
    dialog.close();
    notice(t("circulation.saved"));
    await changed();
  });
}

function askRule(last, changed) {
  const from = input("effective_from", { type: "date", value: today(), min: today() });
  const months = whole("months", last.months, { min: "1", max: "60" });
  const applications = whole("applications", last.applications);
  const uses = whole("uses", last.uses);
  const content = [
    h("p", { text: t("circulation.ruleWords") }),
    field(t("circulation.from"), from),
    field(t("circulation.months"), months),
    field(t("circulation.minApplications"), applications),
    field(t("circulation.minUses"), uses),
  ];
  const dialog = openDialog({ title: t("circulation.addRule"), submit: t("circulation.addRule") }, content, async () => {
    await addRule({ effective_from: from.value, months: Number(months.value), applications: Number(applications.value), uses: Number(uses.value) });
    dialog.close();
    notice(t("circulation.saved"));
    await changed();
  });
}
