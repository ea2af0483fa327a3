import { listLayers } from "../api/layers.js";
import { mayPublish } from "../api/session.js";
import { t } from "../i18n/i18n.js";
import { FileImport } from "../import/file-import.js";
import { TablePublishing } from "../import/table-publishing.js";
import { byId, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { openSignIn } from "../ui/sign-in.js";
import { makeTabs } from "../ui/tabs.js";

document.title = `${t("import.title")} · 圖館 Tuguan`;
const { status, session } = await startPage();
if (mayPublish(session)) {
  await open();
} else {
  explainToVisitor();
}

async function open() {
  byId("import-work").hidden = false;
  let published = { themes: [], agencies: [], layers: [] };
  try {
    published = await listLayers();
  } catch (error) {
    byId("import-result").append(h("p", { class: "callout error", text: explain(error) }));
  }
  new FileImport(published);
  const tables = new TablePublishing(byId("pane-table"), published);
  const tabs = byId("import-work").querySelector("[role=tablist]");
  makeTabs(tabs, (id) => id === "tab-table" && tables.open());
}

function explainToVisitor() {
  const box = byId("import-visitor");
  box.hidden = false;
  box.append(h("p", { text: session.user ? t("import.noRight") : t("import.signInFirst") }));
  if (!session.user) {
    const button = h("button", { class: "button primary", type: "button", text: t("signIn") });
    button.addEventListener("click", () => openSignIn(status, status?.demo ? "owner" : ""));
    box.append(button);
  }
}
