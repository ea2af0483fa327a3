import { listLayers } from "../api/layers.js";
import { mayReview } from "../api/session.js";
import { t } from "../i18n/i18n.js";
import { DeskApplication } from "../desk/application.js";
import { Queue } from "../desk/queue.js";
import { loadWords } from "../desk/words.js";
import { Catalog } from "../layers/catalog.js";
import { byId, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { openSignIn } from "../ui/sign-in.js";

document.title = `${t("desk.title")} · 圖館 Tuguan`;
const { status, session } = await startPage();
const work = byId("work");
let queue = null;
let catalog = null;
let words = null;

if (mayReview(session)) {
  await start();
} else {
  refuse();
}

async function start() {
  try {
    [catalog, words] = await Promise.all([listLayers().then((all) => new Catalog(all)), loadWords()]);
    queue = new Queue(session, catalog.agencies, words);
    window.addEventListener("hashchange", show);
    await show();
  } catch (error) {
    fail(error);
  }
}

/** The application that the address names, or the queue. */
async function show() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  byId("page-head").hidden = wanted !== "";
  if (wanted === "") {
    work.replaceChildren(queue.element);
    document.title = `${t("desk.title")} · 圖館 Tuguan`;
    await queue.show();
    return;
  }
  const application = new DeskApplication(wanted, catalog, words);
  work.replaceChildren(application.element);
  document.title = `${wanted} · ${t("desk.title")}`;
  try {
    await application.load();
    application.element.focus({ preventScroll: true });
  } catch (error) {
    fail(error);
  }
}

function fail(error) {
  const back = h("a", { class: "button", href: "#", text: t("desk.back") });
  work.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }), back);
}

function refuse() {
  work.append(h("p", { class: "callout", "data-testid": "no-right", text: t(session.user ? "desk.noRight" : "desk.signInFirst") }));
  if (!session.user) {
    const button = h("button", { class: "button primary", type: "button", text: t("signIn") });
    button.addEventListener("click", () => openSignIn(status, status?.demo ? "officer" : ""));
    work.append(button);
  }
}
