import { getAgency, listAgencies, putAgency } from "../api/admin.js";
import { day, local, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";

/** The agencies of a day. */
export async function openAgencies(pane, context, on = "") {
  const answer = await listAgencies(on);
  const again = () => openAgencies(pane, context, on);
  const chosen = h("input", { type: "date", name: "on", value: answer.on, "data-testid": "agencies-on" });
  chosen.addEventListener("change", () => openAgencies(pane, context, chosen.value));
  const add = h("button", { class: "button primary", type: "button", text: t("admin.addAgency") });
  add.addEventListener("click", () => askAgency(null, again));
  const heads = ["admin.agency", "admin.level", "admin.from", "admin.until", "admin.actions"];
  pane.replaceChildren(
    h(
      "div",
      { class: "section-head" },
      h("form", {}, h("label", {}, t("admin.onDay"), chosen)),
      h("p", { "data-testid": "first-level-count", text: t("admin.firstLevelCount", { count: answer.first_level }) }),
      add,
    ),
    table(
      heads.map((key) => t(key)),
      answer.agencies.map((each) => line(each, again)),
      t("admin.noAgencies"),
    ),
  );
}

function line(agency, again) {
  const edit = h("button", { class: "button", type: "button", text: t("admin.edit") });
  edit.addEventListener("click", async () => {
    try {
      askAgency(await getAgency(agency.id), again);
    } catch (error) {
      notice(explain(error), "error");
    }
  });
  const from = agency.exists_from
    ? day(agency.exists_from)
    : agency.seen_from && t("admin.seenFrom", { day: day(agency.seen_from) });
  return row(
    { "data-testid": `agency-${agency.id}` },
    h("span", {}, local(agency.name), h("span", { class: "under", text: agency.notes || agency.id })),
    h("span", { class: "nowrap", text: t(agency.first_level ? "admin.firstLevel" : "admin.below") }),
    h("span", { class: "nowrap", text: from ?? "" }),
    h("span", { class: "nowrap", text: day(agency.exists_until) }),
    h("span", { class: "row-actions" }, edit),
  );
}

/** Former names beyond the newest are kept as they are. */
function askAgency(known, again) {
  const agency = known ?? { id: "", name: { zh: "", en: "" }, first_level: false, former_names: [] };
  const id = input("id", { value: agency.id, readonly: known !== null, pattern: "[a-z0-9][a-z0-9-]+" });
  const zh = input("zh", { value: agency.name.zh });
  const en = input("en", { value: agency.name.en });
  const firstLevel = h("input", { type: "checkbox", checked: agency.first_level });
  const parent = input("parent", { value: agency.parent ?? "", required: false });
  const from = h("input", { type: "date", value: agency.exists_from ?? "" });
  const until = h("input", { type: "date", value: agency.exists_until ?? "" });
  const renamed = h("input", { type: "date" });
  const content = [
    field(t("admin.agencyId"), id),
    field(t("admin.nameZh"), zh),
    field(t("admin.nameEn"), en),
    known ? field(t("admin.renamed"), renamed, t("admin.renamedHint")) : null,
    h("label", { class: "check" }, firstLevel, t("admin.firstLevel")),
    field(t("admin.parent"), parent),
    field(t("admin.from"), from),
    field(t("admin.until"), until),
  ];
  const words = { title: known ? local(known.name) : t("admin.addAgency"), submit: t("admin.save") };
  openDialog(words, content, async () => {
    const former = renamed.value ? [{ name: agency.name, until: dayBefore(renamed.value) }] : [];
    await putAgency({
      ...agency,
      id: id.value,
      position: agency.position ?? 1000,
      name: { zh: zh.value, en: en.value },
      first_level: firstLevel.checked,
      parent: parent.value || null,
      exists_from: from.value || null,
      exists_until: until.value || null,
      former_names: [...agency.former_names, ...former],
    });
    document.querySelector("dialog").close();
    notice(t("account.saved"));
    await again();
  });
}

function dayBefore(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
