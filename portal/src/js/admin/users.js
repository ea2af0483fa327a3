import {
  changeUser,
  eraseUser,
  inviteUser,
  listAgencies,
  listUsers,
  removeUsersSecondFactor,
  sendPasswordLink,
} from "../api/admin.js";
import { day, local, t } from "../i18n/i18n.js";
import { applicantClass } from "../ui/applicant-classes.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";

/** Everybody has READER. */
const ROLES = ["PLANNER", "OWNER", "OFFICER", "CASHIER", "KPI", "ADMIN"];

/** All accounts; administrators invite and change, officers look. */
export async function openUsers(pane, context) {
  const [users, { agencies }] = await Promise.all([listUsers(), listAgencies()]);
  const parts = {
    agencies: new Map(agencies.map((each) => [each.id, local(each.name)])),
    again: () => openUsers(pane, context),
    mayChange: context.session.roles.includes("ADMIN"),
  };
  const invite = h("button", { class: "button primary", type: "button", "data-testid": "invite" });
  invite.textContent = t("admin.invite");
  invite.addEventListener("click", () => askInvitation(parts));
  const heads = ["admin.person", "account.belongs", "account.roles", "admin.state", "admin.lastSignIn"];
  pane.replaceChildren(
    h("div", { class: "section-head" }, h("h2", { text: t("admin.users") }), parts.mayChange ? invite : null),
    table(
      [...heads.map((key) => t(key)), ...(parts.mayChange ? [t("admin.actions")] : [])],
      users.map((each) => line(each, parts)),
      t("admin.noUsers"),
    ),
  );
}

function line(user, parts) {
  const belongs = user.partner
    ? h("span", {}, user.partner.name, h("span", { class: "under", text: applicantClass(user.partner.applicant_class) }))
    : (parts.agencies.get(user.agency) ?? user.agency);
  const cells = [
    h("span", {}, user.display_name || user.name, h("span", { class: "under", text: user.email ?? user.name })),
    belongs,
    roleNames(user.roles),
    state(user),
    h("span", { class: "nowrap", text: day(user.last_sign_in) }),
  ];
  return row({ "data-testid": `user-${user.name}` }, ...cells, ...(parts.mayChange ? [actions(user, parts)] : []));
}

/** That everybody reads needs no words where there is more to say. */
function roleNames(roles) {
  const offices = ROLES.filter((role) => roles.includes(role));
  return (offices.length > 0 ? offices : ["READER"]).map((role) => t(`role.${role}`)).join(t("list.separator"));
}

function state(user) {
  const badge = h("span", {
    class: user.state === "ACTIVE" ? "state" : "state warn",
    text: t(`state.${user.state}`),
  });
  return h("span", {}, badge, " ", user.second_factor ? h("span", { class: "state", text: t("second.title") }) : "");
}

function actions(user, parts) {
  const button = (key, act) => {
    const element = h("button", { class: "button", type: "button", text: t(key) });
    element.addEventListener("click", act);
    return element;
  };
  const plainly = (act, said) => async () => {
    try {
      await act();
      notice(t(said));
      await parts.again();
    } catch (error) {
      notice(explain(error), "error");
    }
  };
  return h(
    "span",
    { class: "row-actions" },
    button("admin.edit", () => askChange(user, parts)),
    user.email && !user.demo ? button("admin.sendLink", plainly(() => sendPasswordLink(user.name), "admin.linkSent")) : null,
    user.second_factor ? button("second.remove", plainly(() => removeUsersSecondFactor(user.name), "account.saved")) : null,
    user.demo ? null : button("account.erase", () => askErase(user, parts)),
  );
}

function roleChecks(chosen) {
  const boxes = ROLES.map((role) =>
    h("label", {}, h("input", { type: "checkbox", value: role, checked: chosen.includes(role) }), t(`role.${role}`)),
  );
  return h("fieldset", { class: "checks" }, h("legend", { text: t("account.roles") }), boxes);
}

function checked(fieldset) {
  return [...fieldset.querySelectorAll("input:checked")].map((each) => each.value);
}

function askInvitation(parts) {
  const email = input("email", { type: "email" });
  const name = input("display_name", { maxlength: "200" });
  const agency = select("agency", [...parts.agencies], [...parts.agencies.keys()][0]);
  const roles = roleChecks([]);
  const content = [
    field(t("signUp.email"), email),
    field(t("signUp.name"), name),
    field(t("field.agency"), agency),
    roles,
  ];
  openDialog({ title: t("admin.invite"), submit: t("admin.invite") }, content, async () => {
    await inviteUser({ email: email.value, display_name: name.value, agency: agency.value, roles: checked(roles) });
    await closeAndShow(parts, "admin.invited");
  });
}

function askChange(user, parts) {
  const name = input("display_name", { value: user.display_name, maxlength: "200" });
  const agency = select("agency", [["", t("admin.noAgency")], ...parts.agencies], user.agency ?? "");
  const states = user.state === "INVITED" ? ["INVITED", "DISABLED"] : ["ACTIVE", "DISABLED"];
  const stateChoice = select("state", states.map((each) => [each, t(`state.${each}`)]), user.state);
  const roles = roleChecks(user.roles);
  const content = [
    field(t("signUp.name"), name),
    user.partner ? null : field(t("field.agency"), agency),
    field(t("admin.state"), stateChoice),
    roles,
  ];
  openDialog({ title: user.display_name || user.name, submit: t("admin.save") }, content, async () => {
    await changeUser(user.name, {
      display_name: name.value,
      agency: agency.value || null,
      state: stateChoice.value,
      roles: checked(roles),
    });
    await closeAndShow(parts, "account.saved");
  });
}

function askErase(user, parts) {
  const words = { title: t("admin.eraseTitle", { name: user.display_name || user.name }), submit: t("account.erase"), danger: true };
  openDialog(words, [h("p", { text: t("account.eraseWarning") })], async () => {
    await eraseUser(user.name);
    await closeAndShow(parts, "admin.erased");
  });
}

async function closeAndShow(parts, said) {
  document.querySelector("dialog").close();
  notice(t(said));
  await parts.again();
}
