import { getSession, mayAdminister, mayCash, mayPublish, mayReport, mayReview, signOut } from "../api/session.js";
import { listPluginPages } from "../api/extensions.js";
import { getStatus } from "../api/status.js";
import { addressIn, lang, local, otherLang, page, t, translatePage } from "../i18n/i18n.js";
import { demoBanner } from "./demo-banner.js";
import { byId, h } from "./dom.js";
import { icon } from "./icon.js";
import { navMenu } from "./nav-menu.js";
import { explain, notice } from "./notice.js";
import { openSignIn } from "./sign-in.js";

const PAGES = [
  ["/", "nav.map"],
  ["/catalog.html", "nav.catalog"],
  ["/usage.html", "nav.usage"],
  ["/import.html", "nav.import"],
  ["/fee-standards.html", "nav.fees"],
  ["/about.html", "nav.about"],
];

const ACCOUNT = "/account.html";

/** Links of a visitor's own that stay beside those of everybody. */
const MOST_OWN = 2;

/** Names of accounts that say nothing to their owners. */
const PROGRAM_MADE = /^[ap]-[a-z0-9]{8}$/;

/**
 * Translates the page and fills its header: name, pages, language, account, and the demonstration
 * notice.
 *
 * @returns {Promise<{status: object, session: object, pages: object[]}>} what every page wants to
 *     know; status and session are null and a visitor's if the server does not answer; pages are
 *     those that plugins bring for this visitor
 */
export async function startPage() {
  translatePage();
  const account = h("div", { class: "account" });
  byId("site-header").append(brand(), menuButton(), navigation(), languageLink(), account);
  const [status, session, plugged] = await Promise.all(
    [getStatus, getSession, listPluginPages].map(quietly),
  );
  const pages = plugged ?? [];
  const visitor = session ?? { user: null, roles: [] };
  account.append(visitor.user ? signedIn(visitor) : signInButton(status));
  if (visitor.user) {
    byId("site-nav").append(navigationLink("/applications.html", "applications.title"));
  }
  if (mayReview(visitor)) {
    byId("site-nav").append(navigationLink("/desk.html", "nav.desk"));
  }
  if (mayCash(visitor)) {
    byId("site-nav").append(navigationLink("/cashier.html", "nav.cashier"));
  }
  if (mayReport(visitor)) {
    byId("site-nav").append(navigationLink("/reports.html", "nav.reports"));
  }
  if (visitor.agency || visitor.partner) {
    byId("site-nav").append(navigationLink("/sharing.html", "nav.sharing"));
  }
  if (["KPI", "ADMIN"].some((role) => visitor.roles.includes(role))) {
    byId("site-nav").append(navigationLink("/circulation.html", "nav.circulation"));
  }
  if (mayAdminister(visitor)) {
    byId("site-nav").append(navigationLink("/admin.html", "admin.title"));
  }
  foldWork(byId("site-nav"));
  byId("site-nav").append(...modules(pages.filter((each) => each.place === "navigation")));
  if (visitor.must_change && location.pathname !== ACCOUNT) {
    location.replace(page(ACCOUNT));
  }
  if (status?.demo) {
    byId("site-header").after(demoBanner(status, visitor));
  }
  return { status, session: visitor, pages };
}

/** What comes with roles goes under one word as soon as there is much of it. */
function foldWork(nav) {
  const links = [...nav.querySelectorAll(":scope > a")].slice(PAGES.length);
  if (links.length > MOST_OWN) {
    nav.append(navMenu(t("nav.work"), "nav-work", links));
  }
}

async function quietly(ask) {
  try {
    return await ask();
  } catch (error) {
    notice(explain(error), "error");
    return null;
  }
}

function brand() {
  return h(
    "a",
    { class: "brand", href: page("/") },
    h("img", { src: "/img/logo.svg", alt: "", width: "34", height: "34" }),
    h("span", { class: "brand-name" }, h("b", { text: "圖館" }), h("span", { text: "Tuguan" })),
    h("span", { class: "brand-line", text: t("tagline") }),
  );
}

function navigation() {
  const links = PAGES.map(([path, key]) => navigationLink(path, key));
  return h("nav", { id: "site-nav", "aria-label": t("nav.label") }, links);
}

function navigationLink(path, key) {
  const here = location.pathname.replace(/index\.html$/, "");
  return h("a", { href: page(path), "aria-current": path === here ? "page" : null, text: t(key) });
}

/** The pages of plugins, in a menu of their own. */
function modules(pages) {
  if (pages.length === 0) {
    return [];
  }
  const links = pages.map(({ href, title }) =>
    h("a", { href: page(href), "aria-current": href === location.pathname ? "page" : null, text: local(title) }),
  );
  return [navMenu(t("nav.modules"), "modules", links)];
}

function menuButton() {
  const button = h(
    "button",
    {
      class: "icon-button menu-button",
      type: "button",
      "aria-label": t("nav.menu"),
      "aria-expanded": "false",
      "aria-controls": "site-nav",
      "data-testid": "menu-button",
    },
    icon("menu"),
  );
  button.addEventListener("click", () => {
    const open = byId("site-nav").classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  });
  return button;
}

function languageLink() {
  const link = h("a", {
    class: "language",
    href: addressIn(otherLang),
    lang: otherLang,
    hreflang: otherLang,
    "data-testid": "language-switch",
    text: lang === "en" ? "中文" : "English",
  });
  // The address changes as the map moves, so it is read when it is needed.
  link.addEventListener("click", () => {
    link.href = addressIn(otherLang);
  });
  return link;
}

function signInButton(status) {
  const button = h("button", { class: "button", type: "button", "data-testid": "sign-in" });
  button.textContent = t("signIn");
  button.addEventListener("click", () => openSignIn(status));
  return button;
}

function signedIn(session) {
  const leave = h("button", { class: "button", type: "button", "data-testid": "sign-out" });
  leave.textContent = t("signOut");
  leave.addEventListener("click", async () => {
    try {
      await signOut();
      location.reload();
    } catch (error) {
      notice(explain(error), "error");
    }
  });
  const name = h("a", { class: "user", "data-testid": "user", href: page(ACCOUNT) });
  name.textContent = PROGRAM_MADE.test(session.user) ? session.display_name : session.user;
  name.title = mayPublish(session) ? t("account.publisher") : t("account.reader");
  return h("span", { class: "account-in" }, name, leave);
}
