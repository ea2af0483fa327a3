import { day, local, moment, number, page, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { openDialog } from "/js/ui/dialog.js";
import { field } from "/js/ui/fields.js";
import { attach, attachmentAddress, getCase } from "./api.js";
import { editCase } from "./case-form.js";
import { nameOf } from "./cases.js";

/** All that is known of one case. */
export async function caseView(definition, caseNumber, { writes, agencies, names, again }) {
  const { record: one, events, attachments, today } = await getCase(definition.id, caseNumber);
  const late = one.due && one.due < (one.closed ?? today);
  const button = (key, act, kind = "") => h("button", { class: `button ${kind}`, type: "button", "data-testid": key, text: t(key), onclick: act });
  return [
    h("p", {}, h("a", { href: `#${definition.id}`, "data-testid": "back", text: t("registers.backTo", { name: local(definition.name) }) })),
    h("div", { class: "title-line" }, h("h1", { text: one.title }), one.synthetic ? h("span", { class: "badge", text: t("registers.synthetic") }) : null),
    h(
      "p",
      { class: "actions start" },
      writes ? button("registers.edit", () => editCase(definition, one, agencies, again), "primary") : null,
      one.lon !== null ? h("a", { class: "button", href: `${page("/")}#16/${one.lat.toFixed(5)}/${one.lon.toFixed(5)}`, text: t("registers.onMap") }) : null,
    ),
    h(
      "div",
      { class: "columns" },
      h("section", { class: "facts", "aria-label": t("registers.details") }, facts(definition, one, late, names)),
      h("section", {}, h("h2", { text: t("registers.history") }), timeline(definition, events), ...files(definition, one, attachments, writes ? button("registers.attach", () => askFile(definition, one, again)) : null)),
    ),
  ];
}

function facts(definition, one, late, names) {
  const rows = [
    [t("registers.number"), one.number],
    [t("registers.category"), nameOf(definition.categories, one.category)],
    [t("registers.state"), nameOf(definition.states, one.state)],
    [t("registers.agency"), names.get(one.agency) ?? one.agency],
    [t("registers.opened"), day(one.opened)],
    [t("registers.due"), h("span", {}, one.due ? day(one.due) : "—", late ? h("span", { class: "late", text: ` ${t("registers.isLate")}` }) : null)],
    [t("registers.closed"), one.closed ? day(one.closed) : "—"],
    ...definition.fields.filter(({ id }) => id in one.fields).map((each) => [local(each.name), h("span", { class: "pre", text: words(each, one.fields[each.id]) })]),
    [t("registers.handler"), one.handler || "—"],
    [t("registers.manager"), one.manager || "—"],
  ];
  return h("dl", {}, rows.flatMap(([term, value]) => [h("dt", { text: term }), h("dd", {}, value)]));
}

function words({ type }, value) {
  if (type === "FLAG") {
    return t(value ? "registers.yes" : "registers.no");
  }
  return type === "DATE" ? day(value) : type === "NUMBER" ? number(value) : value;
}

function timeline(definition, events) {
  const line = ({ at, actor, kind, state, note }) =>
    h("li", {}, h("b", { text: t(`registers.event.${kind}`, { state: nameOf(definition.states, state) }) }), h("span", { class: "hint", text: `${moment(at)} · ${actor}` }), note ? h("span", { class: "pre", text: note }) : null);
  return h("ol", { class: "timeline" }, events.map(line));
}

function files(definition, one, attachments, add) {
  const list = attachments.map((each) =>
    h("li", {}, h("a", { href: attachmentAddress(definition.id, one.number, each.id), text: each.name }), h("span", { class: "hint", text: ` ${t("registers.bytes", { count: number(Math.ceil(each.bytes / 1024)) })} · ${each.uploaded_by}` })),
  );
  return [h("h2", { text: t("registers.files") }), list.length ? h("ul", { class: "files" }, list) : h("p", { class: "hint", text: t("registers.noFiles") }), add];
}

function askFile(definition, one, again) {
  const file = h("input", { type: "file", name: "file", required: true });
  const dialog = openDialog({ title: t("registers.attach"), submit: t("registers.attach") }, [field(t("registers.file"), file, t("registers.attachHint"))], async () => {
    await attach(definition.id, one.number, file.files[0]);
    dialog.close();
    again();
  });
}
