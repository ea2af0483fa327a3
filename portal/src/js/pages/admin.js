import { SECTIONS } from "../admin/sections.js";
import { local, t } from "../i18n/i18n.js";
import { byId, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { openSignIn } from "../ui/sign-in.js";
import { makeTabs } from "../ui/tabs.js";

document.title = `${t("admin.title")} · 圖館 Tuguan`;
const { status, session, pages } = await startPage();
const work = byId("work");
const sections = [
  ...SECTIONS.filter((each) => each.roles.some((role) => session.roles.includes(role))).map((each) => ({
    ...each,
    name: t(each.title),
  })),
  ...(session.user ? pages.filter((each) => each.place === "admin").map(plugged) : []),
];
if (sections.length > 0) {
  show();
} else {
  refuse();
}

/** The section that a plugin brings: its module exports open(pane, {status, session}). */
function plugged({ plugin, id, title, href }) {
  return {
    id: `${plugin}-${id}`,
    name: local(title),
    open: async (pane, context) => (await import(href)).open(pane, context),
  };
}

/** A tab for each section; the address's # says which is open. */
function show() {
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": t("admin.title") });
  work.append(list);
  for (const each of sections) {
    list.append(
      h("button", {
        id: `tab-${each.id}`,
        role: "tab",
        type: "button",
        "aria-controls": `pane-${each.id}`,
        "aria-selected": "false",
        tabindex: "-1",
        "data-testid": `tab-${each.id}`,
        text: each.name,
      }),
    );
    work.append(
      h("div", { id: `pane-${each.id}`, role: "tabpanel", "aria-labelledby": `tab-${each.id}`, hidden: true }),
    );
  }
  const select = makeTabs(list, (tab) => open(tab.slice("tab-".length)));
  const wanted = () => sections.find((each) => `#${each.id}` === location.hash) ?? sections[0];
  select(`tab-${wanted().id}`);
  window.addEventListener("hashchange", () => select(`tab-${wanted().id}`));
}

async function open(id) {
  history.replaceState(null, "", `#${id}`);
  const pane = byId(`pane-${id}`);
  try {
    await sections.find((each) => each.id === id).open(pane, { status, session });
  } catch (error) {
    pane.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }));
  }
}

function refuse() {
  work.append(h("p", { class: "callout", text: t(session.user ? "admin.noRight" : "admin.signInFirst") }));
  if (!session.user) {
    const button = h("button", { class: "button primary", type: "button", text: t("signIn") });
    button.addEventListener("click", () => openSignIn(status, status?.demo ? "admin" : ""));
    work.append(button);
  }
}
