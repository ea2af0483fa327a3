import { approveSignUp, listPartners, listSignUps, refuseSignUp } from "../api/admin.js";
import { day, t } from "../i18n/i18n.js";
import { applicantClass } from "../ui/applicant-classes.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";

/** Requests for accounts that wait for a decision. */
export async function openSignUps(pane) {
  const [waiting, partners] = await Promise.all([listSignUps(), listPartners()]);
  const again = () => openSignUps(pane);
  const heads = ["admin.person", "signUp.organisation", "signUp.purpose", "admin.asked", "admin.actions"];
  pane.replaceChildren(
    table(
      heads.map((key) => t(key)),
      waiting.map((each) => line(each, partners, again)),
      t("admin.noSignUps"),
    ),
  );
}

function line(asked, partners, again) {
  const approve = h("button", { class: "button primary", type: "button", "data-testid": "approve" });
  approve.textContent = t("admin.approve");
  approve.addEventListener("click", () => askApproval(asked, partners, again));
  const refuse = h("button", { class: "button", type: "button", "data-testid": "refuse" });
  refuse.textContent = t("admin.refuse");
  refuse.addEventListener("click", () => askRefusal(asked, again));
  return row(
    { "data-testid": `sign-up-${asked.email}` },
    h("span", {}, asked.display_name, h("span", { class: "under", text: asked.email })),
    h("span", {}, asked.organisation, h("span", { class: "under", text: applicantClass(asked.applicant_class) })),
    asked.purpose,
    h("span", { class: "nowrap", text: day(asked.created) }),
    h("span", { class: "row-actions" }, approve, refuse),
  );
}

function askApproval(asked, partners, again) {
  const same = partners.find((each) => each.name === asked.organisation);
  const options = [
    ["", t("admin.newPartner", { name: asked.organisation })],
    ...partners.map((each) => [String(each.id), each.name]),
  ];
  const partner = select("partner", options, same ? String(same.id) : "");
  const words = { title: t("admin.approveTitle", { name: asked.display_name }), submit: t("admin.approve") };
  openDialog(words, [field(t("admin.partner"), partner, t("admin.partnerHint"))], async () => {
    await approveSignUp(asked.id, partner.value ? Number(partner.value) : null);
    document.querySelector("dialog").close();
    notice(t("admin.approved"));
    await again();
  });
}

function askRefusal(asked, again) {
  const reason = input("reason", { maxlength: "500" });
  const words = { title: t("admin.refuseTitle", { name: asked.display_name }), submit: t("admin.refuse") };
  openDialog(words, [field(t("admin.reason"), reason, t("admin.reasonHint"))], async () => {
    await refuseSignUp(asked.id, reason.value);
    document.querySelector("dialog").close();
    await again();
  });
}
