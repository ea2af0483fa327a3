import { local, t } from "/js/i18n/i18n.js";
import { openDialog } from "/js/ui/dialog.js";
import { h } from "/js/ui/dom.js";
import { field, input, select } from "/js/ui/fields.js";
import { changeCase, openCase } from "./api.js";

/**
 * Asks for a case as the definition has it, and saves it.
 *
 * @param one null for a new case
 * @param agencies [id, name] each
 * @param done gets the case as it is now
 */
export function editCase(definition, one, agencies, done) {
  const named = (list) => list.map((each) => [each.id, local(each.name)]);
  const optional = (name, properties = {}) => input(name, { required: false, value: one?.[name] ?? "", ...properties });
  const controls = {
    title: input("title", { value: one?.title ?? "", maxlength: "500" }),
    category: select("category", named(definition.categories), one?.category ?? definition.categories[0].id),
    state: select("state", named(definition.states), one?.state ?? definition.states[0].id),
    agency: select("agency", agencies, one?.agency ?? agencies[0]?.[0]),
    opened: optional("opened", { type: "date" }),
    due: optional("due", { type: "date" }),
    closed: optional("closed", { type: "date" }),
    handler: optional("handler"),
    manager: optional("manager"),
  };
  if (definition.has_location) {
    controls.lon = optional("lon", { type: "number", step: "any" });
    controls.lat = optional("lat", { type: "number", step: "any" });
  }
  // What the deadline follows from has changed: it is computed anew.
  ["category", "opened"].forEach((each) => controls[each].addEventListener("change", () => (controls.due.value = "")));
  const own = definition.fields.map((each) => [each, control(each, one?.fields[each.id])]);
  own.filter(([each]) => each.id === definition.runs_from).forEach(([, made]) => made.addEventListener("change", () => (controls.due.value = "")));
  const note = h("textarea", { name: "note", rows: "2" });
  const hints = { due: "dueHint", closed: "closedHint", handler: "accountHint", manager: "accountHint" };
  const content = [
    ...Object.entries(controls).map(([name, made]) => field(t(`registers.${name === "title" ? "name" : name}`), made, hints[name] ? t(`registers.${hints[name]}`) : "")),
    ...own.map(([each, made]) => (each.type === "FLAG" ? h("label", { class: "check" }, made, local(each.name)) : field(local(each.name), made))),
    field(t("registers.note"), note),
  ];
  const words = { title: one ? `${t("registers.edit")} ${one.number}` : t("registers.add"), submit: t("registers.save"), kind: "wide" };
  const dialog = openDialog(words, content, async () => {
    const draft = {
      ...Object.fromEntries(Object.entries(controls).map(([name, made]) => [name, made.value === "" ? null : made.value])),
      fields: Object.fromEntries(own.map(([each, made]) => [each.id, valueOf(each, made)])),
      version: one?.version ?? null,
      note: note.value,
    };
    const saved = await (one ? changeCase(definition.id, one.number, draft) : openCase(definition.id, draft));
    dialog.close();
    done(saved.record);
  });
}

function control({ id, type, required, choices }, value) {
  switch (type) {
    case "CHOICE":
      return select(id, [...(required ? [] : [["", ""]]), ...choices.map((each) => [each, each])], value ?? (required ? choices[0] : ""));
    case "FLAG":
      return h("input", { type: "checkbox", name: id, checked: value === true });
    case "DATE":
      return input(id, { type: "date", required, value: value ?? "" });
    case "NUMBER":
      return input(id, { type: "number", step: "any", required, value: value ?? "" });
    default:
      return ["content", "progress", "answer", "reason"].includes(id) ? longText(id, required, value) : input(id, { required, value: value ?? "" });
  }
}

function longText(id, required, value) {
  return h("textarea", { name: id, rows: "3", required, text: value ?? "" });
}

function valueOf({ type }, made) {
  if (type === "FLAG") {
    return made.checked;
  }
  return made.value === "" ? null : made.value;
}
