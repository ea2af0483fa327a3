import { t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";

/** What is agreed to, and the button that sends the application. */
export function termsPart(application, actions) {
  const agree = h("input", { type: "checkbox", "data-testid": "agree" });
  const problem = h("p", { class: "form-error", role: "alert", "data-testid": "submit-problem" });
  const button = h("button", { class: "button primary", type: "submit", "data-testid": "submit", text: t("app.submit") });
  const form = h(
    "form",
    { class: "stack" },
    h("ul", { class: "terms" }, ["purpose", "area", "fee"].map((each) => h("li", { text: t(`terms.${each}`) }))),
    h("label", { class: "check" }, agree, t("terms.agree")),
    problem,
    h("div", { class: "actions start" }, button),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!agree.checked) {
      problem.textContent = t("terms.needed");
      agree.focus();
      return;
    }
    button.disabled = true;
    try {
      await actions.move("SUBMITTED");
      notice(t("app.submitted"));
    } catch (error) {
      problem.textContent = explain(error);
      button.disabled = false;
    }
  });
  return h("section", { class: "part" }, h("h2", { text: t("terms.title") }), form);
}
