import { signIn } from "../api/session.js";
import { t } from "../i18n/i18n.js";
import { h } from "./dom.js";
import { explain } from "./notice.js";

/** Asks for name and password; the page loads again once they are right. */
export function openSignIn(status, username = "") {
  const name = h("input", { name: "username", required: true, autocomplete: "username" });
  const password = h("input", {
    name: "password",
    type: "password",
    required: true,
    autocomplete: "current-password",
  });
  name.value = username;
  password.value = status?.demo && username ? `demo-${username}` : "";
  const problem = h("p", { class: "form-error", role: "alert" });
  const submit = h("button", { class: "button primary", type: "submit", text: t("signIn") });
  const cancel = h("button", { class: "button", type: "button", text: t("cancel") });
  const form = h(
    "form",
    { class: "stack", "data-testid": "sign-in-form" },
    h("h2", { id: "sign-in-title", text: t("signIn") }),
    status?.demo ? h("p", { class: "hint", text: t("signIn.demo") }) : null,
    h("label", {}, t("signIn.name"), name),
    h("label", {}, t("signIn.password"), password),
    problem,
    h("div", { class: "actions" }, cancel, submit),
  );
  const dialog = h("dialog", { "aria-labelledby": "sign-in-title" }, form);
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    problem.textContent = "";
    try {
      await signIn(name.value.trim(), password.value);
      location.reload();
    } catch (error) {
      problem.textContent = error.status === 401 ? t("signIn.wrong") : explain(error);
      submit.disabled = false;
      password.focus();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  (username ? submit : name).focus();
}
