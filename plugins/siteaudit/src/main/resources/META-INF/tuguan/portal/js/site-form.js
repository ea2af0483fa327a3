import { t } from "/js/i18n/i18n.js";
import { openDialog } from "/js/ui/dialog.js";
import { h } from "/js/ui/dom.js";
import { field, input, select } from "/js/ui/fields.js";
import { addQuestion, removeSite, saveSite } from "./api.js";

/**
 * Asks for what is known of a site and saves it.
 *
 * @param site null for a new one
 * @param agencies [id, name] each
 */
export function editSite(site, agencies, done) {
  const controls = {
    agency: select("agency", agencies, site?.agency ?? agencies[0]?.[0]),
    title: input("title", { value: site?.title ?? "", maxlength: "200" }),
    url: input("url", { type: "url", value: site?.url ?? "https://", "data-testid": "site-url" }),
    required: h("textarea", { name: "required", rows: "3" }),
    fresh_days: count("fresh_days", site?.fresh_days ?? 90, 3650),
    every_days: count("every_days", site?.every_days ?? 30, 366),
    answer_days: count("answer_days", site?.answer_days ?? 5, 60),
    active: h("input", { type: "checkbox", name: "active", checked: site?.active ?? true }),
  };
  controls.required.value = (site?.required ?? []).join("\n");
  const words = { title: t(site ? "siteaudit.edit" : "siteaudit.add"), submit: t("siteaudit.save") };
  const fields = [
    field(t("siteaudit.agency"), controls.agency),
    field(t("siteaudit.name"), controls.title),
    field(t("siteaudit.url"), controls.url),
    field(t("siteaudit.required"), controls.required),
    field(t("siteaudit.freshDays"), controls.fresh_days),
    field(t("siteaudit.everyDays"), controls.every_days),
    field(t("siteaudit.answerDays"), controls.answer_days),
    h("label", { class: "check" }, controls.active, t("siteaudit.active")),
  ];
  const dialog = openDialog(words, fields, async () => {
    const saved = await saveSite(site?.id, {
      agency: controls.agency.value,
      title: controls.title.value,
      url: controls.url.value,
      required: controls.required.value.split("\n"),
      fresh_days: Number(controls.fresh_days.value),
      every_days: Number(controls.every_days.value),
      answer_days: Number(controls.answer_days.value),
      active: controls.active.checked,
    });
    dialog.close();
    done(saved);
  });
}

function count(name, value, max) {
  return input(name, { type: "number", min: "1", max: String(max), value: String(value) });
}

export function askToRemove(site, done) {
  const words = { title: t("siteaudit.remove"), submit: t("siteaudit.remove"), danger: true };
  const dialog = openDialog(words, [h("p", { text: t("siteaudit.removeAsk", { title: site.title }) })], async () => {
    await removeSite(site.id);
    dialog.close();
    done();
  });
}

export function noteQuestion(site, done) {
  const subject = input("subject", { maxlength: "200" });
  const asked = input("asked", { type: "date" });
  const answered = input("answered", { type: "date", required: false });
  const words = { title: t("siteaudit.addQuestion"), submit: t("siteaudit.save") };
  const fields = [
    field(t("siteaudit.subject"), subject),
    field(t("siteaudit.asked"), asked),
    field(t("siteaudit.answered"), answered),
  ];
  const dialog = openDialog(words, fields, async () => {
    await addQuestion(site.id, {
      subject: subject.value,
      asked: asked.value,
      answered: answered.value || null,
    });
    dialog.close();
    done();
  });
}
