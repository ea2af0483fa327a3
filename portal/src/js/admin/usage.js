import { getUsage, getUsageStatus } from "../api/usage.js";
import { moment, number, page, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { usageNotes } from "../usage/usage-notes.js";
import { size, usageTable } from "../usage/usage-table.js";

/** How the ledger of use is doing on this server, and what was kept apart from use. */
export async function openUsage(pane) {
  const [state, classes] = await Promise.all([getUsageStatus(), getUsage({ by: "class" })]);
  const facts = [
    ["ledger.state", t(state.reachable ? "ledger.reachable" : "ledger.unreachable")],
    ["ledger.caughtUp", moment(state.caught_up)],
    ["ledger.lag", t("ledger.seconds", { seconds: number(Math.round(state.lag_seconds * 10) / 10) })],
    ["ledger.buffered", number(state.buffered)],
    ["ledger.journal", size(state.journal_bytes)],
    ["ledger.recorded", number(state.recorded)],
    ["ledger.dropped", number(state.dropped)],
  ];
  pane.replaceChildren(
    h("h2", { text: t("ledger.title") }),
    state.reachable && state.dropped === 0
      ? ""
      : h("p", { class: "callout warn", role: "alert", text: t("ledger.warning") }),
    h("section", { class: "facts", "data-testid": "ledger-state" },
      h("dl", {}, facts.flatMap(([key, value]) => [h("dt", { text: t(key) }), h("dd", { text: value })]))),
    h("h2", { text: t("ledger.classes") }),
    usageTable(classes, {}),
    usageNotes(classes),
    h("p", {}, h("a", { href: page("/usage.html"), text: t("usage.more") })),
  );
}
