import { day, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

const DAY_MS = 86_400_000;
const SOON = 3;

/** Today in Taipei, as an ISO day. */
export function today() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Taipei" }).format(new Date());
}

/** An ISO day so many days later. */
export function plusDays(iso, days) {
  return new Date(Date.parse(iso) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days until an ISO day; negative once it has passed. */
export function daysLeft(due) {
  return Math.round((Date.parse(due) - Date.parse(today())) / DAY_MS);
}

/** How much time is left, in words: the colour only repeats them. */
export function leftWords(due) {
  const days = daysLeft(due);
  if (days < 0) {
    return t("desk.overdue", { days: -days });
  }
  return days === 0 ? t("desk.dueToday") : t("desk.daysLeft", { days });
}

/** A deadline with what is left of it; null if there is none. */
export function deadline(due) {
  if (!due) {
    return null;
  }
  const days = daysLeft(due);
  const kind = days < 0 ? "late" : days <= SOON ? "warn" : "";
  return h(
    "span",
    { class: "deadline", "data-testid": "deadline" },
    h("span", { class: "nowrap", text: day(due) }),
    " ",
    h("span", { class: `state ${kind}`, text: leftWords(due) }),
  );
}
