import { getSession, signIn } from "../api/session.js";
import { page, t } from "../i18n/i18n.js";
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
  const code = h("input", { name: "code", inputmode: "numeric", autocomplete: "one-time-code" });
  const codeLabel = h("label", { hidden: true }, t("signIn.code"), code);
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
    codeLabel,
    problem,
    h("div", { class: "actions" }, cancel, submit),
    others(),
    elsewhere(),
  );
  const dialog = h("dialog", { "aria-labelledby": "sign-in-title" }, form);
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    problem.textContent = "";
    try {
      await signIn(name.value.trim(), password.value, code.value.trim());
      leavePasswordPage();
    } catch (error) {
      problem.textContent = error.fault === "WRONG" ? t("signIn.wrong") : explain(error);
      submit.disabled = false;
      codeLabel.hidden = codeLabel.hidden && error.fault !== "CODE_NEEDED";
      (codeLabel.hidden ? password : code).focus();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  (username ? submit : name).focus();
}

/** Ways for those who cannot sign in. */
function others() {
  return h(
    "p",
    { class: "sign-in-others" },
    h("a", { href: page("/password.html"), "data-testid": "forgot", text: t("password.forgot") }),
    h("a", { href: page("/sign-up.html"), "data-testid": "sign-up", text: t("signUp.title") }),
  );
}

/** Who has just set a password or signed up goes on to the map. */
function leavePasswordPage() {
  if (/^\/(password|sign-up)\.html$/.test(location.pathname)) {
    location.href = page("/");
  } else {
    location.reload();
  }
}

/** Providers that the library trusts; filled in when they are known, and mostly there are none. */
function elsewhere() {
  const line = h("p", { class: "sign-in-others" });
  getSession().then(
    ({ providers }) =>
      line.append(...providers.map((each) => h("a", { class: "button", href: each.href, text: t("signIn.with", { name: each.name }) }))),
    () => {},
  );
  return line;
}
