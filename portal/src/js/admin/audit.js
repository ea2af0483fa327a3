import { listAudit, verifyAudit } from "../api/admin.js";
import { moment, number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { input } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";

/** The audit trail, newest first. */
export async function openAudit(pane, context, wanted = {}) {
  const page = await listAudit(wanted);
  const heads = ["admin.number", "admin.time", "admin.actor", "admin.action", "admin.subject", "admin.details"];
  pane.replaceChildren(
    h("div", { class: "section-head" }, filter(pane, context, wanted), verification()),
    table(
      heads.map((key) => t(key)),
      page.entries.map(line),
      t("admin.noAudit"),
    ),
    page.next ? older(pane, context, { ...wanted, before: page.next }) : "",
  );
}

function filter(pane, context, wanted) {
  const label = (key, name) =>
    h("label", {}, t(key), input(name, { value: wanted[name] ?? "", required: false }));
  const form = h(
    "form",
    { "data-testid": "audit-filter" },
    label("admin.actor", "actor"),
    label("admin.action", "action"),
    label("admin.subject", "subject"),
    h("button", { class: "button", type: "submit", text: t("admin.filter") }),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await openAudit(pane, context, Object.fromEntries(new FormData(form)));
  });
  return form;
}

function verification() {
  const button = h("button", { class: "button", type: "button", "data-testid": "verify-audit" });
  button.textContent = t("admin.verify");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const found = await verifyAudit();
      if (found.broken) {
        notice(t("admin.broken", { number: found.broken }), "error");
      } else {
        notice(t("admin.whole", { count: number(found.entries) }));
      }
    } catch (error) {
      notice(explain(error), "error");
    }
    button.disabled = false;
  });
  return button;
}

function line(entry) {
  return row(
    {},
    String(entry.id),
    h("span", { class: "nowrap", text: moment(entry.at) }),
    entry.actor,
    entry.action,
    entry.subject,
    h("span", { class: "audit-details", text: details(entry.details) }),
  );
}

function details(object) {
  const text = JSON.stringify(object);
  return text === "{}" ? "" : text;
}

function older(pane, context, wanted) {
  const button = h("button", { class: "button", type: "button", text: t("admin.older") });
  button.addEventListener("click", () => openAudit(pane, context, wanted));
  return h("p", {}, h("br"), button);
}
