import { local, number, page, t } from "../i18n/i18n.js";
import { shortName } from "../sharing/names.js";
import { h } from "../ui/dom.js";
import { row, table } from "../ui/table.js";

/** Agencies that lack one step, what it is and what they look at. */
export function nearList(agencies, titles) {
  const rows = agencies.map((each) =>
    row(
      { "data-testid": `near-${each.id}` },
      h("b", { text: shortName(each.name) }),
      h("span", { class: "near-step" }, local(each.text), " ", link(each.reference)),
      each.looks_at.length === 0
        ? "—"
        : each.looks_at.map((used) => `${titles.get(used.layer) ?? used.layer} ${number(used.uses)}`).join(t("list.separator")),
    ),
  );
  const heads = [t("circulation.agency"), t("circulation.missing"), t("circulation.looksAt")];
  return h(
    "section",
    { "data-testid": "circulation-near" },
    h("h2", { text: t("circulation.near") }),
    table(heads, rows, t("circulation.nearNone")),
  );
}

function link(reference) {
  return reference.startsWith("S-") || reference.startsWith("R-")
    ? h("a", { href: page(`/sharing.html#${reference}`), text: reference })
    : reference;
}
