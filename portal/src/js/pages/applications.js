import { getApplication, listApplications } from "../api/applications.js";
import { page, t } from "../i18n/i18n.js";
import { applicationPage } from "../issuing/application-page.js";
import { applicationList } from "../issuing/application-list.js";
import { byId, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { openSignIn } from "../ui/sign-in.js";

document.title = `${t("applications.title")} · 圖館 Tuguan`;
const { status, session } = await startPage();
const work = byId("work");
let shown = null;
if (session.user) {
  window.addEventListener("hashchange", show);
  await show();
} else {
  const button = h("button", { class: "button primary", type: "button", text: t("signIn") });
  button.addEventListener("click", () => openSignIn(status));
  work.append(h("div", { class: "callout" }, h("p", { text: t("applications.signInFirst") }), button));
}

/** The list, or the application that the address names. */
async function show() {
  shown?.close();
  shown = null;
  const number = decodeURIComponent(location.hash.slice(1));
  byId("page-title").hidden = number !== "";
  try {
    if (number) {
      shown = applicationPage(await getApplication(number));
      document.title = `${number} · 圖館 Tuguan`;
      work.replaceChildren(backLink(), shown.element);
    } else {
      document.title = `${t("applications.title")} · 圖館 Tuguan`;
      work.replaceChildren(applicationList(await listApplications()));
    }
    byId("content").focus({ preventScroll: true });
  } catch (error) {
    const words = error.status === 404 ? t("applications.notYours") : explain(error);
    work.replaceChildren(backLink(), h("p", { class: "callout error", "data-testid": "application-problem", text: words }));
  }
}

function backLink() {
  return h("p", { class: "crumbs" }, h("a", { href: page("/applications.html"), "data-testid": "all-applications", text: t("applications.all") }));
}
