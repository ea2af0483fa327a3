import { local, t } from "../i18n/i18n.js";
import { deadline } from "../desk/deadline.js";
import { h } from "../ui/dom.js";
import { forceWords } from "./version-view.js";

/** All standards: whose they are, what is in force, when they have to be reviewed. */
export function standardList(standards, usual) {
  const status = h("p", { class: "hint", role: "status" });
  const body = h("tbody");
  const search = h("input", { type: "search", "data-testid": "fees-search", placeholder: t("fees.searchHint") });
  const only = h("input", { type: "checkbox", "data-testid": "fees-in-force" });
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = standards.filter((each) => (!only.checked || each.versions.some((one) => one.in_force))
      && words.every((word) => [each.id, each.name.zh, each.name.en, each.authority].join("\n").toLowerCase().includes(word)));
    body.replaceChildren(...found.map((each) => row(each, usual)));
    status.textContent = found.length ? t("fees.count", { count: found.length }) : t("fees.noneFound");
  };
  search.addEventListener("input", show);
  only.addEventListener("change", show);
  show();
  const heads = ["fees.standard", "fees.authority", "fees.present", "fees.review"];
  return h(
    "section",
    { "data-testid": "standards" },
    h("form", { class: "filter-bar desk-filter", onsubmit: (event) => event.preventDefault() },
      h("label", {}, h("span", { text: t("fees.search") }), search),
      h("label", { class: "check" }, h("span", {}, only, " ", t("fees.onlyInForce")))),
    status,
    h("div", { class: "table-frame tall", tabindex: "0", role: "region", "aria-label": t("fees.title") },
      h("table", { class: "grid stacked" }, h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))), body)),
  );
}

function row(standard, usual) {
  const present = standard.versions.find((each) => each.in_force);
  const shown = present ?? standard.versions.at(-1);
  const cell = (key, ...content) => h("td", { "data-label": t(key) }, ...content);
  return h(
    "tr",
    { "data-testid": `standard-${standard.id}` },
    h("td", {}, h("span", {}, h("a", { href: `#${standard.id}/${shown.date}`, text: local(standard.name) }),
      standard.demonstration ? h("span", { class: "badge", text: t("fees.demonstrationShort") }) : null,
      standard.id === usual ? h("span", { class: "state", text: t("fees.usual") }) : null,
      h("span", { class: "under", text: standard.id }))),
    cell("fees.authority", standard.authority),
    cell("fees.present", h("span", {}, present ? present.version : t("fees.notInForce"),
      h("span", { class: "under", text: `${forceWords(shown)} · ${t("fees.versionCount", { count: standard.versions.length })}` }))),
    cell("fees.review", deadline(present?.review_due) ?? "—"),
  );
}
