import { addMessages, day, local, t } from "/js/i18n/i18n.js";
import { byId, h } from "/js/ui/dom.js";
import { field, form, input } from "/js/ui/fields.js";
import { startPage } from "/js/ui/header.js";
import { explain } from "/js/ui/notice.js";
import { askStatus } from "./api.js";
import messages from "./messages.js";

addMessages(messages);
document.title = `${t("registers.statusTitle")} · 圖館 Tuguan`;

startPage().then(() => {
  const told = h("div", { "aria-live": "polite", "data-testid": "told" });
  const number = input("number", { autocomplete: "off", maxlength: "40" });
  const asked = form({ id: "ask-status", submit: t("registers.ask"), explain }, [field(t("registers.number"), number, t("registers.statusHint"))], async (values) => {
    told.replaceChildren();
    told.append(shown(await askStatus(values.number.trim().toUpperCase())));
  });
  byId("content").replaceChildren(h("h1", { text: t("registers.statusTitle") }), h("p", { class: "lead", text: t("registers.statusLead") }), asked, told);
});

function shown(one) {
  const rows = [
    ["registers.number", one.number],
    ["registers.title", local(one.register)],
    ["registers.category", local(one.category)],
    ["registers.state", local(one.state)],
    ["registers.opened", day(one.opened)],
    ["registers.due", one.due ? day(one.due) : "—"],
  ];
  return h("section", { class: "facts" }, h("dl", {}, rows.flatMap(([key, text]) => [h("dt", { text: t(key) }), h("dd", { text })])));
}
