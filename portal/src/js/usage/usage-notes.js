import { lang, local, number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

const TIME = new Intl.DateTimeFormat(lang, {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Asia/Taipei",
});

/** How the numbers came about, as of when, and what is missing. */
export function usageNotes(usage) {
  const notes = [
    local(usage.method),
    t("usage.asOf", { time: TIME.format(new Date(usage.as_of)), rules: usage.rules }),
    usage.fewest ? t("usage.few", { few: usage.fewest }) : null,
    usage.missing.times > 0
      ? t("usage.missing", {
          times: number(usage.missing.times),
          records: number(usage.missing.records),
        })
      : null,
  ];
  return h("p", { class: "hint usage-notes", "data-testid": "usage-notes", text: notes.filter(Boolean).join(" ") });
}
