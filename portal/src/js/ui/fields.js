import { h } from "./dom.js";

/** A labelled field of a form. The hint is read with it. */
export function field(label, control, hint = "") {
  return h("label", {}, label, control, hint ? h("span", { class: "hint", text: hint }) : null);
}

export function input(name, properties = {}) {
  return h("input", { name, type: "text", required: true, ...properties });
}

export function password(name, properties = {}) {
  return input(name, { type: "password", autocomplete: "current-password", ...properties });
}

/** @param options [value, text] each */
export function select(name, options, chosen = "") {
  const control = h(
    "select",
    { name },
    options.map(([value, text]) => h("option", { value, text })),
  );
  control.value = chosen;
  return control;
}

/**
 * A form that says what was wrong under its fields.
 *
 * @param act gets the values by name; what it throws is shown
 */
export function form({ id, submit, explain }, fields, act) {
  const problem = h("p", { class: "form-error", role: "alert" });
  const button = h("button", { class: "button primary", type: "submit", text: submit });
  const element = h(
    "form",
    { class: "stack narrow", id, "data-testid": id },
    fields,
    problem,
    h("div", { class: "actions start" }, button),
  );
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.textContent = "";
    try {
      await act(Object.fromEntries(new FormData(element)));
    } catch (error) {
      problem.textContent = explain(error);
    }
    button.disabled = false;
  });
  return element;
}
