import { listApplications } from "../api/applications.js";
import { day, local, page, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";
import { money } from "./words.js";

/** States in which the applicant has something to do. */
const MINE = new Set(["DRAFT", "CORRECTION_ASKED", "PAYMENT_DUE", "PAYMENT_UNKNOWN", "READY"]);

/** Applications as a table, latest first; with nothing in it, what to do instead. */
export function applicationList(found) {
  const begin = h("a", { class: "button", href: page("/?get="), "data-testid": "begin", text: t("applications.begin") });
  if (found.applications.length === 0) {
    begin.classList.add("primary");
    return h("div", { class: "callout", "data-testid": "no-applications" }, h("p", { text: t("applications.none") }), begin);
  }
  const heads = ["number", "state", "next", "due", "total", "purpose"].map((each) => t(`applications.${each}`));
  const frame = h("div", { class: "application-list" });
  const all = [];
  const add = ({ applications, next }) => {
    all.push(...applications);
    frame.replaceChildren(table(heads, all.map(line), t("applications.none")));
    older.hidden = !next;
    older.dataset.after = next ?? "";
  };
  const older = h("button", { class: "button", type: "button", text: t("applications.older") });
  older.addEventListener("click", async () => {
    try {
      add(await listApplications({ after: older.dataset.after }));
    } catch (error) {
      notice(explain(error), "error");
    }
  });
  add(found);
  return h("div", {}, h("p", { class: "lead", text: t("applications.lead") }), h("div", { class: "actions start list-actions" }, begin), frame, older);
}

function line(each) {
  return row(
    { "data-testid": `application-${each.number}` },
    h("a", { href: `#${each.number}`, text: each.number }),
    stateBadge(each),
    MINE.has(each.state) ? h("b", { text: t(`next.${each.state}`) }) : t(`next.${each.state}`),
    day(each.due),
    each.outcome === "EXEMPT" ? t("outcome.EXEMPT") : money(each.total_twd),
    h("span", { class: "purpose-cell", text: each.purpose }),
  );
}

export function stateBadge({ state, state_title: title }) {
  return h("span", { class: `state state-${state}`, "data-testid": "application-state", "data-state": state, text: local(title) });
}
