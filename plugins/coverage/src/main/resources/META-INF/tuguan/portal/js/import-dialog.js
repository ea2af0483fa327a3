import { number, t } from "/js/i18n/i18n.js";
import { openDialog } from "/js/ui/dialog.js";
import { h } from "/js/ui/dom.js";
import { importResult } from "./import-result.js";

/**
 * Checks first, then imports: the button says which. Whatever is changed after a check asks for
 * another one.
 *
 * @param title of the dialog
 * @param parts elements of the form
 * @param body what is to be sent; throws an Error with words if something is missing
 * @param send sends it and answers the report
 * @param good words for a report without faults
 * @param done is told of the report of the import
 */
export function openImport({ title, parts, body, send, good, done }) {
  const said = h("div", { class: "stack", role: "status", "aria-live": "polite" });
  const details = h("div", { class: "stack" });
  const result = h("div", { class: "stack", "data-testid": "import-result" }, said, details);
  let checked = "";
  const words = { title, submit: t("coverage.import.check"), kind: "wide" };
  const dialog = openDialog(words, [...parts, result], async () => {
    const asked = body();
    const text = JSON.stringify(asked);
    const forReal = text === checked;
    said.textContent = t(forReal ? "coverage.import.running" : "coverage.import.checking");
    try {
      const report = await send({ ...asked, dry_run: !forReal });
      if (forReal) {
        dialog.close();
        await done(report);
      } else {
        show(report, text);
      }
    } catch (error) {
      stale();
      throw error;
    }
  });
  const button = dialog.querySelector("[data-testid=dialog-submit]");
  const show = (report, text) => {
    const [summary, ...rest] = importResult(report, good);
    said.replaceChildren(summary);
    details.replaceChildren(...rest);
    button.disabled = false;
    if (report.faulty === 0 && report.units > 0) {
      checked = text;
      button.textContent = t("coverage.import.run", { count: number(report.units) });
    }
    const right = report.faulty === 0;
    button.focus({ preventScroll: true });
    (right ? button : result).scrollIntoView({ block: right ? "end" : "start" });
  };
  const stale = () => {
    checked = "";
    button.textContent = t("coverage.import.check");
    said.replaceChildren();
    details.replaceChildren();
  };
  dialog.classList.add("coverage-import");
  for (const kind of ["input", "change"]) {
    dialog.addEventListener(kind, stale);
  }
  return dialog;
}
