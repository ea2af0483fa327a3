import {
  addSecondFactor,
  changeName,
  changePassword,
  eraseAccount,
  EXPORT,
  getAccount,
  newSecret,
  removeSecondFactor,
} from "../api/account.js";
import { t } from "../i18n/i18n.js";
import { showKeys } from "../keys/key-list.js";
import { applicantClass } from "../ui/applicant-classes.js";
import { openDialog } from "../ui/dialog.js";
import { byId, h } from "../ui/dom.js";
import { field, form, input, password } from "../ui/fields.js";
import { startPage } from "../ui/header.js";
import { explain, notice } from "../ui/notice.js";
import { openSignIn } from "../ui/sign-in.js";

document.title = `${t("account.title")} · 圖館 Tuguan`;
const { status, session } = await startPage();
const work = byId("work");
if (session.user) {
  await show();
} else {
  const why = location.hash === "#no-account" ? "signIn.noAccount" : "account.signInFirst";
  const button = h("button", { class: "button primary", type: "button", text: t("signIn") });
  button.addEventListener("click", () => openSignIn(status));
  work.append(h("div", { class: "callout" }, h("p", { text: t(why) }), button));
}

async function show() {
  try {
    const own = await getAccount();
    const parts = own.must_change
      ? [h("p", { class: "callout", role: "status", text: t("account.mustChange") }), passwordPart(own)]
      : [factsPart(own), keysPart(own), passwordPart(own), secondFactorPart(own), dataPart(own)];
    work.replaceChildren(...parts.filter((each) => each));
  } catch (error) {
    work.replaceChildren(h("p", { class: "callout error", text: explain(error) }));
  }
}

function part(key, ...content) {
  return h("section", { class: "part" }, h("h2", { text: t(key) }), content);
}

function factsPart(own) {
  const belongs = own.partner
    ? `${own.partner.name}（${applicantClass(own.partner.applicant_class)}）`
    : own.agency;
  const facts = [
    ["account.name", own.name],
    ["signUp.email", own.email],
    ["account.belongs", belongs],
    ["account.roles", session.roles.map((role) => t(`role.${role}`)).join(t("list.separator"))],
  ].filter(([, value]) => value);
  const name = form(
    { id: "name-form", submit: t("account.saveName"), explain },
    [field(t("signUp.name"), input("display_name", { value: own.display_name, maxlength: "200" }))],
    async (values) => {
      await changeName(values.display_name);
      notice(t("account.saved"));
    },
  );
  return part(
    "account.about",
    h("dl", { class: "facts-list" }, facts.flatMap(([key, value]) => [h("dt", { text: t(key) }), h("dd", { text: value })])),
    h("br"),
    own.demo ? null : name,
  );
}

/** A data owner makes keys for the agency too, a member of a partner for that. */
function keysPart(own) {
  const owner = session.roles.includes("OWNER") && own.agency;
  const holders = ["user", owner ? "agency" : null, own.partner ? "partner" : null]
    .filter((each) => each)
    .map((each) => [each, t(`keys.holder.${each}`)]);
  const pane = h("section", { class: "part broad", id: "keys" });
  showKeys(pane, { all: false, holders }).catch((error) =>
    pane.replaceChildren(h("p", { class: "callout error", text: explain(error) })),
  );
  return pane;
}

function passwordPart(own) {
  const fields = [
    field(t("password.current"), password("current")),
    field(
      t("password.new"),
      password("password", { autocomplete: "new-password", minlength: "12" }),
      t("password.rules"),
    ),
  ];
  return part(
    "password.change",
    form({ id: "password-form", submit: t("password.change"), explain }, fields, async (values) => {
      await changePassword(values.current, values.password);
      notice(t("password.done"));
      if (own.must_change) {
        location.reload();
      } else {
        byId("password-form").reset();
      }
    }),
  );
}

function secondFactorPart(own) {
  if (own.demo) {
    return null;
  }
  const button = h("button", { class: "button", type: "button", "data-testid": "second-factor" });
  button.textContent = t(own.second_factor ? "second.remove" : "second.add");
  button.addEventListener("click", own.second_factor ? askToRemove : askToAdd);
  return part(
    "second.title",
    h("p", { text: t(own.second_factor ? "second.on" : "second.lead") }),
    h("div", { class: "actions start" }, button),
  );
}

async function askToAdd() {
  try {
    const made = await newSecret();
    const code = input("code", { inputmode: "numeric", autocomplete: "one-time-code" });
    const current = password("current");
    const content = [
      h("p", { text: t("second.how") }),
      h("p", {}, h("a", { href: made.uri, text: t("second.open") })),
      h("p", {}, h("code", { "data-testid": "second-secret", text: made.secret })),
      field(t("second.code"), code),
      field(t("password.current"), current),
    ];
    const words = { title: t("second.add"), submit: t("second.add") };
    openDialog(words, content, async () => {
      const answer = await addSecondFactor(current.value, made.secret, code.value);
      document.querySelector("dialog").close();
      await show();
      showCodes(answer.recovery_codes);
    });
  } catch (error) {
    notice(explain(error), "error");
  }
}

function showCodes(codes) {
  const list = h("ul", { class: "codes" }, codes.map((text) => h("li", { text })));
  const box = h("div", { class: "callout", role: "status" }, h("p", { text: t("second.codes") }), list);
  work.prepend(box);
  box.scrollIntoView();
}

function askToRemove() {
  const current = password("current");
  const words = { title: t("second.remove"), submit: t("second.remove"), danger: true };
  openDialog(words, [field(t("password.current"), current)], async () => {
    await removeSecondFactor(current.value);
    document.querySelector("dialog").close();
    await show();
  });
}

function dataPart(own) {
  const erase = h("button", { class: "button danger", type: "button", text: t("account.erase") });
  erase.addEventListener("click", askToErase);
  return part(
    "account.data",
    h("p", { text: t("account.dataLead") }),
    h(
      "div",
      { class: "actions start" },
      h("a", { class: "button", href: EXPORT, download: "", text: t("account.export") }),
      own.demo ? null : erase,
    ),
  );
}

function askToErase() {
  const current = password("current");
  const words = { title: t("account.erase"), submit: t("account.erase"), danger: true };
  const content = [h("p", { text: t("account.eraseWarning") }), field(t("password.current"), current)];
  openDialog(words, content, async () => {
    await eraseAccount(current.value);
    location.href = "/";
  });
}
