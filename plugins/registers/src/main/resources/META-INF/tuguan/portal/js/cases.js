import { day, local, number, page, t } from "/js/i18n/i18n.js";
import { debounce, h } from "/js/ui/dom.js";
import { input, select } from "/js/ui/fields.js";
import { explain, notice } from "/js/ui/notice.js";
import { row, table } from "/js/ui/table.js";
import { exportAddress, listCases } from "./api.js";
import { editCase } from "./case-form.js";
import { importDialog } from "./transfer.js";

const AT_ONCE = 50;

/** The cases of a register, narrowed by filters, page after page. */
export async function casesView({ definition, thresholds }, context) {
  const place = h("div", { class: "case-table", "aria-live": "polite" });
  const files = h("a", { class: "button", text: t("registers.export") });
  const controls = filterControls(definition, context);
  const load = async () => {
    const filter = valuesOf(controls);
    files.href = exportAddress(definition.id, filter);
    try {
      await fill(place, definition, filter, context);
    } catch (error) {
      notice(explain(error), "error");
    }
  };
  Object.values(controls).forEach((each) => each.addEventListener("change", load));
  controls.q.addEventListener("input", debounce(250, load));
  await load();
  return [
    h("p", {}, h("a", { href: "#", "data-testid": "back", text: t("registers.back") })),
    h("div", { class: "title-line" }, h("h1", { text: local(definition.name) }), actions(definition, files, context)),
    ...thresholds.map(threshold),
    filterBar(controls),
    place,
    rules(definition),
  ];
}

function actions(definition, files, { writes, agencies, again }) {
  const button = (key, act, kind) => h("button", { class: `button ${kind}`, type: "button", "data-testid": key, text: t(key), onclick: act });
  return h(
    "span",
    { class: "actions" },
    definition.has_location ? h("a", { class: "button", href: page("/layer.html?name=registers-cases"), text: t("registers.map") }) : null,
    h("a", { class: "button", href: `#${definition.id}/report`, text: t("registers.report") }),
    files,
    writes ? button("registers.import", () => importDialog(definition, again), "") : null,
    writes ? button("registers.add", () => editCase(definition, null, agencies, (one) => (location.hash = `${definition.id}/${one.number}`)), "primary") : null,
  );
}

function threshold({ counted, count, reached, text }) {
  const words = `${local(text)} · ${t("registers.thresholdCount", { counted: number(counted), count: number(count) })}`;
  return h("p", { class: reached ? "callout" : "callout warn", "data-testid": "threshold", text: words });
}

function filterControls(definition, { agencies }) {
  const any = ["", t("registers.all")];
  const named = (list) => [any, ...list.map((each) => [each.id, local(each.name)])];
  return {
    q: input("q", { type: "search", required: false, "data-testid": "filter" }),
    state: select("state", named(definition.states)),
    category: select("category", named(definition.categories)),
    agency: select("agency", [any, ...agencies]),
    overdue: h("input", { type: "checkbox", name: "overdue" }),
  };
}

function valuesOf({ q, state, category, agency, overdue }) {
  const orNull = (control) => control.value.trim() || null;
  return { q: orNull(q), state: orNull(state), category: orNull(category), agency: orNull(agency), overdue: overdue.checked || null };
}

function filterBar({ q, state, category, agency, overdue }) {
  const labelled = (key, control) => h("label", {}, t(key), control);
  return h(
    "div",
    { class: "filter-bar case-filter" },
    labelled("registers.search", q),
    labelled("registers.state", state),
    labelled("registers.category", category),
    labelled("registers.agency", agency),
    h("label", { class: "check" }, overdue, t("registers.overdueOnly")),
  );
}

async function fill(place, definition, filter, context) {
  const first = await listCases(definition.id, { ...filter, limit: AT_ONCE });
  const filtered = Object.values(filter).some((each) => each !== null);
  const none = filtered ? "registers.noneFound" : context.writes ? "registers.none" : "registers.noneReader";
  const heads = ["number", "name", "category", "state", "agency", "opened", "due"].map((each) => t(`registers.${each}`));
  const rows = (listing) => listing.cases.map((each) => caseRow(definition, each, listing.today, context.names));
  const shown = table(heads, rows(first), t(none));
  const more = h("p", { class: "more" });
  place.replaceChildren(h("p", { class: "hint", "data-testid": "total", text: t("registers.total", { count: number(first.total) }) }), shown, more);
  let count = first.cases.length;
  offer(first);

  function offer(listing) {
    more.replaceChildren();
    if (listing.next && count < listing.total) {
      const text = t("registers.more", { count: number(Math.min(AT_ONCE, listing.total - count)) });
      more.append(h("button", { class: "button", type: "button", text, onclick: () => append(listing.next) }));
    }
  }

  async function append(after) {
    try {
      const listing = await listCases(definition.id, { ...filter, limit: AT_ONCE }, after);
      count += listing.cases.length;
      shown.querySelector("tbody").append(...rows(listing));
      offer(listing);
    } catch (error) {
      notice(explain(error), "error");
    }
  }
}

function caseRow(definition, one, today, names) {
  const late = one.due && one.due < (one.closed ?? today);
  return row(
    { "data-testid": "case" },
    h("a", { href: `#${definition.id}/${one.number}`, text: one.number }),
    one.title,
    nameOf(definition.categories, one.category),
    nameOf(definition.states, one.state),
    names.get(one.agency) ?? one.agency,
    day(one.opened),
    h("span", {}, one.due ? day(one.due) : "—", late ? h("span", { class: "late", text: ` ${t("registers.isLate")}` }) : null),
  );
}

/** The name of a state or category; its id if the definition has lost it since. */
export function nameOf(list, id) {
  const found = list.find((each) => each.id === id);
  return found ? local(found.name) : id;
}

function rules(definition) {
  const heads = ["registers.category", "registers.due"].map((each) => t(each));
  const rows = definition.categories.map(({ name, deadline }) => row({}, local(name), deadline ? t(`registers.${deadline.unit.toLowerCase()}`, { length: deadline.length }) : t("registers.noDeadline")));
  return h(
    "details",
    {},
    h("summary", { text: t("registers.rules") }),
    h("p", { class: "hint", text: t("registers.basis", { basis: local(definition.basis) }) }),
    definition.note ? h("p", { text: local(definition.note) }) : null,
    table(heads, rows, ""),
  );
}
