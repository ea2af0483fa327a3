import { signUp } from "../api/account.js";
import { lang, t } from "../i18n/i18n.js";
import { applicantClasses } from "../ui/applicant-classes.js";
import { byId, h } from "../ui/dom.js";
import { field, form, input, password, select } from "../ui/fields.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";

document.title = `${t("signUp.title")} · 圖館 Tuguan`;
await startPage();
const work = byId("work");
work.append(
  h("p", { class: "lead", text: t("signUp.lead") }),
  form({ id: "sign-up-form", submit: t("signUp.submit"), explain }, fields(), ask),
);

function fields() {
  const purpose = h("textarea", { name: "purpose", rows: "3", required: true, maxlength: "2000" });
  return [
    field(t("signUp.email"), input("email", { type: "email", autocomplete: "email" })),
    field(t("signUp.name"), input("display_name", { autocomplete: "name", maxlength: "200" })),
    field(t("signUp.class"), select("applicant_class", applicantClasses(), "company")),
    field(
      t("signUp.organisation"),
      input("organisation", { required: false, autocomplete: "organization", maxlength: "200" }),
      t("signUp.organisationHint"),
    ),
    field(t("signUp.purpose"), purpose, t("signUp.purposeHint")),
    field(
      t("signIn.password"),
      password("password", { autocomplete: "new-password", minlength: "12" }),
      t("password.rules"),
    ),
  ];
}

async function ask(values) {
  await signUp({ ...values, language: lang });
  work.replaceChildren(
    h("div", { class: "callout", "data-testid": "sign-up-done", role: "status" },
      h("p", { text: t("signUp.sent", { email: values.email }) }),
      h("p", { text: t("signUp.next") }),
    ),
  );
}
