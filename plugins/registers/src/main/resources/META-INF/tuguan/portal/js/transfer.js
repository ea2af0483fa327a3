import { local, number, t } from "/js/i18n/i18n.js";
import { openDialog } from "/js/ui/dialog.js";
import { h } from "/js/ui/dom.js";
import { field } from "/js/ui/fields.js";
import { notice } from "/js/ui/notice.js";
import { importCases } from "./api.js";

/** Checks a file, says what is wrong with it line by line, and imports it when nothing is. */
export function importDialog(definition, again) {
  const file = h("input", { type: "file", accept: ".csv,text/csv", required: true });
  const found = h("div", { "aria-live": "polite" });
  let checked = false;
  const content = [field(t("registers.file"), file, t("registers.importHint")), found];
  const dialog = openDialog({ title: `${t("registers.import")}：${local(definition.name)}`, submit: t("registers.check"), kind: "wide" }, content, act);
  const agree = dialog.querySelector("[data-testid=dialog-submit]");
  file.addEventListener("change", () => ready(false, t("registers.check")));

  function ready(right, words) {
    checked = right;
    agree.textContent = words;
    agree.disabled = false;
    found.replaceChildren();
  }

  async function act() {
    if (checked) {
      const { imported } = await importCases(definition.id, file.files[0], false);
      dialog.close();
      notice(t("registers.imported", { count: number(imported) }));
      again();
      return;
    }
    const { lines, faulty, wrong } = await importCases(definition.id, file.files[0], true);
    const right = faulty === 0 && lines > 0;
    ready(right, right ? t("registers.importNow", { count: number(lines) }) : t("registers.check"));
    found.append(right ? h("p", { class: "callout", text: t("registers.allRight", { count: number(lines) }) }) : faults(faulty, wrong));
  }
}

function faults(faulty, wrong) {
  const line = (each) => h("li", { text: t("registers.lineWrong", { ...each, message: local(each.message) }) });
  return h("div", { class: "callout error wrong-lines" }, h("p", { text: t("registers.someWrong", { count: number(faulty) }) }), h("ul", {}, wrong.map(line)));
}
