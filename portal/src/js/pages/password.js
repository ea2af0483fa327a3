import { confirmSignUp, forgotPassword, setPassword } from "../api/account.js";
import { t } from "../i18n/i18n.js";
import { byId, h } from "../ui/dom.js";
import { field, form, input, password } from "../ui/fields.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { openSignIn } from "../ui/sign-in.js";

/** What a link of a mail says behind the #: confirm=… or token=…; nothing for who forgot a password. */
const given = new URLSearchParams(location.hash.slice(1));
const work = byId("work");
const { status } = await startPage();

if (given.has("confirm")) {
  title("confirm.title");
  await confirm();
} else if (given.has("token")) {
  title("password.choose");
  choose();
} else {
  title("password.forgot");
  forgot();
}

function title(key) {
  byId("page-title").textContent = t(key);
  document.title = `${t(key)} · 圖館 Tuguan`;
}

async function confirm() {
  try {
    await confirmSignUp(given.get("confirm"));
    done(t("confirm.done"));
  } catch (error) {
    work.append(h("p", { class: "callout error", role: "alert", text: explain(error) }));
  }
}

function choose() {
  const fields = [
    field(
      t("password.new"),
      password("password", { autocomplete: "new-password", minlength: "12" }),
      t("password.rules"),
    ),
  ];
  work.append(
    form({ id: "new-password-form", submit: t("password.set"), explain }, fields, async (values) => {
      await setPassword(given.get("token"), values.password);
      done(t("password.done"));
      openSignIn(status);
    }),
  );
}

function forgot() {
  const fields = [field(t("signUp.email"), input("email", { type: "email", autocomplete: "email" }))];
  work.append(
    h("p", { class: "lead", text: t("password.forgotLead") }),
    form({ id: "forgot-form", submit: t("password.send"), explain }, fields, async (values) => {
      await forgotPassword(values.email);
      done(t("password.sent"));
    }),
  );
}

function done(words) {
  history.replaceState(null, "", location.pathname + location.search);
  work.replaceChildren(
    h("p", { class: "callout", role: "status", "data-testid": "password-done", text: words }),
  );
}
