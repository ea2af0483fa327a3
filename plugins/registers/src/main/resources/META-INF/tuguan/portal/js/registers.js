import { addMessages, local, number, t } from "/js/i18n/i18n.js";
import { byId, h } from "/js/ui/dom.js";
import { startPage } from "/js/ui/header.js";
import { explain } from "/js/ui/notice.js";
import { listAgencies, listRegisters } from "./api.js";
import { caseView } from "./case.js";
import { casesView } from "./cases.js";
import messages from "./messages.js";
import { reportView } from "./report.js";

addMessages(messages);
document.title = `${t("registers.title")} · 圖館 Tuguan`;

const context = { writes: false, agencies: [], names: new Map(), again: show };

startPage().then(async ({ session }) => {
  context.writes = session.roles.some((role) => ["OFFICER", "OWNER", "KPI", "ADMIN"].includes(role));
  window.addEventListener("hashchange", show);
  await show();
});

/** The address says what is shown: nothing, #register, #register/report or #register/number. */
async function show() {
  try {
    const listing = await listRegisters();
    if (context.agencies.length === 0) {
      context.agencies = (await listAgencies()).map((each) => [each.id, local(each.name)]);
      context.names = new Map(context.agencies);
    }
    const parts = await view(listing);
    byId("content").replaceChildren(...parts.filter(Boolean));
  } catch (error) {
    const words = error.status === 401 || error.status === 403 ? t("registers.signIn") : explain(error);
    byId("content").replaceChildren(h("h1", { text: t("registers.title") }), h("p", { class: "callout", text: words }));
  }
}

async function view(listing) {
  const [id, what] = decodeURIComponent(location.hash.slice(1)).split("/");
  const standing = listing.registers.find((each) => each.definition.id === id);
  if (!standing) {
    return all(listing);
  }
  if (what === "report") {
    return reportView(standing.definition);
  }
  return what ? caseView(standing.definition, what, context) : casesView(standing, context);
}

function all({ registers }) {
  return [h("h1", { text: t("registers.title") }), h("p", { class: "lead", text: t("registers.lead") }), h("ul", { class: "registers" }, registers.map(card))];
}

function card({ definition, cases, open, overdue, thresholds }) {
  const figure = (key, value, late) => h("div", {}, h("dt", { text: t(key) }), h("dd", { class: late ? "late" : "", text: number(value) }));
  return h(
    "li",
    { class: "register", "data-testid": "register" },
    h("h2", {}, h("a", { href: `#${definition.id}`, text: local(definition.name) })),
    h("dl", {}, figure("registers.cases", cases), figure("registers.open", open), figure("registers.overdue", overdue, overdue > 0)),
    thresholds.map((each) => h("span", { class: "hint", text: local(each.text) })),
  );
}
