import { t } from "../i18n/i18n.js";
import { h } from "./dom.js";
import { explain } from "./notice.js";

/**
 * Asks before something is done. Stays open, with the reason, if it cannot be done.
 *
 * @param words title and submit: texts; kind: "wide" or nothing; danger: what is done cannot be undone
 * @param content elements of the form
 * @param act returns a promise; called when the form is submitted
 * @returns the element, which act may close
 */
export function openDialog({ title, submit, kind = "", danger = false }, content, act) {
  const problem = h("p", { class: "form-error", role: "alert" });
  const agree = h("button", {
    class: danger ? "button danger" : "button primary",
    type: "submit",
    "data-testid": "dialog-submit",
    text: submit,
  });
  const cancel = h("button", { class: "button", type: "button", text: t("cancel") });
  const heading = h("h2", { id: "dialog-title", text: title });
  const buttons = h("div", { class: "actions" }, cancel, agree);
  const form = h("form", { class: "stack", "data-testid": "dialog" }, heading, content, problem, buttons);
  const dialog = h("dialog", { class: kind, "aria-labelledby": "dialog-title" }, form);
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    agree.disabled = true;
    problem.textContent = "";
    try {
      await act();
    } catch (error) {
      problem.textContent = explain(error);
      agree.disabled = false;
      // A button that is disabled loses the keyboard.
      if (document.activeElement === document.body || document.activeElement === dialog) {
        agree.focus();
      }
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  if (danger) {
    cancel.focus();
  }
  return dialog;
}
