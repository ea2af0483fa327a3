import { getVersion, getVersionText, publishVersion } from "../api/fee-standards.js";
import { day, local, t } from "../i18n/i18n.js";
import { plusDays, today } from "../desk/deadline.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { comparison } from "./changes.js";
import { Editor } from "./editor.js";

/**
 * Publishing a version: text or file, a check that does nothing, then from its day on.
 *
 * @param start "id/date" of the version to begin with, or ""
 * @param done called with the published standard
 */
export async function publishPane(start, done) {
  const result = h("div", { "aria-live": "polite", "data-testid": "check-result" });
  const publish = h("button", { class: "button danger", type: "button", disabled: true, "data-testid": "publish", text: t("fees.publish") });
  const editor = new Editor(() => {
    publish.disabled = true;
    result.replaceChildren();
  });
  const file = h("input", { type: "file", accept: ".json,application/json", "data-testid": "document-file" });
  file.addEventListener("change", async () => {
    if (file.files[0]) {
      editor.value = await file.files[0].text();
      check();
    }
  });
  const check = () => tryOut(editor, result, publish);
  publish.addEventListener("click", () => confirm(editor, done));
  if (start) {
    editor.value = nextVersion(await getVersionText(...start.split("/")));
  }
  return h(
    "section",
    { class: "stack", "data-testid": "publish-pane" },
    h("p", { class: "lead", text: t("fees.publishLead") }),
    h("label", { class: "stack" }, h("span", { text: t("fees.chooseFile") }), file),
    editor.element,
    h("div", { class: "actions start" },
      h("button", { class: "button primary", type: "button", "data-testid": "check", text: t("fees.check"), onclick: check }), publish),
    h("p", { class: "hint", text: t("fees.checkFirst") }),
    result,
  );
}

/** A version to begin with: everything of the earlier one, from tomorrow, with a name to be changed. */
function nextVersion(text) {
  const day = plusDays(today(), 1);
  const roc = `${Number(day.slice(0, 4)) - 1911}${day.slice(4)}`;
  return text
    .replace(/("effective_from"\s*:\s*)(null|"[^"]*")/, `$1"${day}"`)
    .replace(/("effective_to"\s*:\s*)"[^"]*"/, "$1null")
    .replace(/("version"\s*:\s*)"[^"]*"/, `$1"${roc}"`);
}

/** What the address needs; where the text does not say it, the server says so when it reads it. */
function addressOf(text) {
  const id = /"id"\s*:\s*"([a-z0-9-]+)"/.exec(text)?.[1] ?? "new";
  const from = /"effective_from"\s*:\s*"(\d{4}-\d{2}-\d{2})"/.exec(text)?.[1] ?? plusDays(today(), 1);
  return [id, from];
}

async function tryOut(editor, result, publish) {
  publish.disabled = true;
  result.replaceChildren();
  if (!editor.value.trim()) {
    editor.mark(null, t("fees.noDocument"));
    return;
  }
  try {
    const { standard, changes } = await publishVersion(...addressOf(editor.value), editor.value, true);
    editor.clear();
    publish.disabled = false;
    result.replaceChildren(
      h("p", { class: "callout", "data-testid": "check-good", text: t("fees.checkGood", { name: local(standard.name), day: day(addressOf(editor.value)[1]) }) }),
      ...(changes.length ? [h("h2", { text: t("fees.wouldChange") }), ...comparison(changes, await earlier(standard), JSON.parse(editor.value))]
        : [h("p", { class: "hint", text: t("fees.firstVersion") })]),
    );
  } catch (error) {
    editor.mark(error.line, explain(error));
  }
}

/** The document before the last one. */
function earlier({ id, versions }) {
  return getVersion(id, versions.at(-2).date);
}

function confirm(editor, done) {
  const [id, from] = addressOf(editor.value);
  const words = { title: t("fees.publishTitle", { id }), submit: t("fees.publishFrom", { day: day(from) }), danger: true };
  const dialog = openDialog(words, [h("p", { text: t("fees.publishFinal", { day: day(from) }) })], async () => {
    const { standard } = await publishVersion(id, from, editor.value, false);
    dialog.close();
    notice(t("fees.published", { name: local(standard.name) }));
    done(standard, from);
  });
}
