import { local, number, page, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { shownUses } from "./month-chart.js";

const NARROWING = ["layer", "agency", "key"];

/**
 * Use by layers, agencies or whatever was asked for.
 *
 * @param query as it was asked, to which a row's link adds what it stands for
 */
export function usageTable(usage, query) {
  const most = Math.max(1, ...usage.rows.map((row) => row.uses ?? 0));
  const head = ["usage.uses", "usage.share", "usage.count", "usage.bytes"].map((key) =>
    h("th", { scope: "col", class: key === "usage.share" ? "share-head" : "number", text: t(key) }),
  );
  const label = t(`usage.by.${usage.by}`);
  return h(
    "div",
    { class: "table-frame", tabindex: "0", role: "region", "aria-label": label },
    h("table", { class: "grid usage-table", "data-testid": "usage-table" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col", text: label }), head)),
      h("tbody", {}, usage.rows.map((row) => line(usage, row, query, most))),
      h("tfoot", {}, h("tr", {}, h("th", { scope: "row", text: t("usage.total") }),
        h("td", { class: "number", text: number(usage.total.uses) }), h("td"),
        h("td", { class: "number", text: number(usage.total.count) }),
        h("td", { class: "number", text: size(usage.total.bytes) }))),
    ),
  );
}

function line(usage, row, query, most) {
  const bar = h("span", { class: "share-bar" });
  bar.style.width = `${Math.round((100 * (row.uses ?? 0)) / most)}%`;
  const share = usage.total.uses > 0 && row.uses ? (row.uses / usage.total.uses) * 100 : null;
  const part = share === null ? "" : `${share < 10 ? share.toFixed(1) : Math.round(share)} %`;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, called(usage.by, row, query)),
    h("td", { class: "number", text: shownUses(row) }),
    h("td", { class: "share" }, h("span", { class: "share-track" }, bar), h("span", { text: part })),
    h("td", { class: "number", text: row.count === null ? "" : number(row.count) }),
    h("td", { class: "number", text: row.bytes === null ? "" : size(row.bytes) }),
  );
}

/** What the row stands for, as a link to that alone where there is such a page. */
function called(by, row, query) {
  const name = rowName(by, row);
  if (!NARROWING.includes(by) || (row.id === null && by !== "agency")) {
    return name;
  }
  const narrowed = new URLSearchParams({ ...query, [by]: row.id ?? "anonymous" });
  narrowed.delete("by");
  return h("a", { href: page(`/usage.html?${narrowed}`), text: name });
}

/** In the reader's language; ids where there is no name. */
export function rowName(by, row) {
  if (row.id === null || row.id === "anonymous") {
    return t(by === "key" ? "usage.noKey" : "usage.anonymous");
  }
  if (by === "class") {
    return t(`usage.class.${row.id}`);
  }
  if (by === "agency" && row.id.startsWith("partner:")) {
    return t("usage.partner", { id: row.id.slice("partner:".length) });
  }
  return local(row.name) || row.id;
}

/** Bytes in units of a thousand. */
export function size(bytes) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : number(Math.round(value))} ${units[unit]}`;
}
