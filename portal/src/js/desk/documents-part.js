import { addDocument, documentUrl } from "../api/applications.js";
import { moment, t } from "../i18n/i18n.js";
import { fileSize } from "../issuing/words.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field, select } from "../ui/fields.js";
import { part } from "./facts.js";

const KINDS = ["contract", "reciprocity", "identity", "plan", "application", "other"];

/** Documents to read; officers add those that came to them on paper. */
export function documentsPart(desk) {
  const { number: id, documents, actions } = desk.application;
  const lines = documents.map((each) => h("li", {},
    h("a", { href: documentUrl(id, each.id), download: "", "data-testid": `document-${each.id}`, text: each.name }),
    h("span", { class: "under", text: `${t(`documents.${each.kind}`)} · ${fileSize(each.size)} · ${moment(each.uploaded)}` })));
  const add = actions.includes("STATE_EVIDENCE")
    ? h("button", { class: "button", type: "button", "data-testid": "add-document", text: t("desk.addDocument"), onclick: () => ask(desk) })
    : null;
  return part("documents", t("desk.documents"),
    lines.length ? h("ul", { class: "documents" }, lines) : h("p", { class: "hint", text: t("desk.noDocuments") }),
    add ? h("div", { class: "actions start" }, add) : null);
}

function ask(desk) {
  const kind = select("kind", KINDS.map((each) => [each, t(`documents.${each}`)]), "contract");
  kind.dataset.testid = "document-kind";
  const file = h("input", { type: "file", required: true, accept: ".pdf,.png,.jpg,.jpeg,.zip,.docx,.odt,.xlsx", "data-testid": "document-upload" });
  const words = { title: t("desk.addDocument"), submit: t("desk.addDocument") };
  const content = [field(t("desk.documentKind"), kind), field(t("desk.documentFile"), file, t("desk.documentHint"))];
  const dialog = openDialog(words, content, async () => {
    await desk.act(() => addDocument(desk.application.number, kind.value, file.files[0]));
    dialog.close();
  });
}
