import { addMessages, day, t } from "/js/i18n/i18n.js";
import { byId, h } from "/js/ui/dom.js";
import { startPage } from "/js/ui/header.js";
import { explain, notice } from "/js/ui/notice.js";
import { addNote, listNotes } from "./api.js";

addMessages({
  "zh-TW": {
    "@id@.title": "筆記",
    "@id@.text": "內容",
    "@id@.add": "新增",
    "@id@.none": "還沒有筆記。登入後即可新增第一則。",
  },
  en: {
    "@id@.title": "Notes",
    "@id@.text": "Text",
    "@id@.add": "Add",
    "@id@.none": "No notes yet. Sign in to add the first one.",
  },
});

document.title = `${t("@id@.title")} · 圖館 Tuguan`;
const { session } = await startPage();
byId("note-form").hidden = session.user === null;
byId("note-form").addEventListener("submit", add);
await show();

async function show() {
  try {
    const { notes } = await listNotes();
    byId("notes").replaceChildren(
      notes.length === 0
        ? h("p", { class: "callout", text: t("@id@.none") })
        : h("ul", {}, notes.map((note) => h("li", { text: `${day(note.day)} ${note.text}` }))),
    );
  } catch (error) {
    notice(explain(error), "error");
  }
}

async function add(event) {
  event.preventDefault();
  try {
    await addNote(byId("note-text").value);
    byId("note-form").reset();
    await show();
  } catch (error) {
    notice(explain(error), "error");
  }
}
