import { t } from "../i18n/i18n.js";
import { byId, h } from "./dom.js";
import { explain } from "./notice.js";
import { openSignIn } from "./sign-in.js";
import { makeTabs } from "./tabs.js";

/**
 * Fills the page of a desk: a tab for each section, the address's # saying which is open; without
 * sections, why there are none.
 *
 * @param {object} desk
 * @param {string} desk.words prefix of its messages: title, noRight, signInFirst
 * @param {{id: string, name: string, open: function}[]} desk.sections those that this visitor has;
 *     open(pane, context) fills one
 * @param {{status: object, session: object}} desk.context what the page knows
 * @param {string} desk.account that the demonstration offers for signing in here
 */
export function openDesk({ words, sections, context, account }) {
  const work = byId("work");
  if (sections.length > 0) {
    show(work, t(`${words}.title`), sections, context);
  } else {
    refuse(work, words, context, account);
  }
}

function show(work, title, sections, context) {
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": title });
  work.append(list);
  for (const each of sections) {
    list.append(
      h("button", {
        id: `tab-${each.id}`, role: "tab", type: "button", "aria-controls": `pane-${each.id}`,
        "aria-selected": "false", tabindex: "-1", "data-testid": `tab-${each.id}`, text: each.name,
      }),
    );
    work.append(
      h("div", { id: `pane-${each.id}`, role: "tabpanel", "aria-labelledby": `tab-${each.id}`, hidden: true }),
    );
  }
  const select = makeTabs(list, (tab) => open(sections, tab.slice("tab-".length), context));
  const wanted = () => sections.find((each) => `#${each.id}` === location.hash) ?? sections[0];
  select(`tab-${wanted().id}`);
  window.addEventListener("hashchange", () => select(`tab-${wanted().id}`));
}

async function open(sections, id, context) {
  history.replaceState(null, "", `#${id}`);
  const pane = byId(`pane-${id}`);
  try {
    await sections.find((each) => each.id === id).open(pane, context);
  } catch (error) {
    pane.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }));
  }
}

function refuse(work, words, { status, session }, account) {
  work.append(h("p", { class: "callout", text: t(`${words}.${session.user ? "noRight" : "signInFirst"}`) }));
  if (!session.user) {
    const button = h("button", { class: "button primary", type: "button", text: t("signIn") });
    button.addEventListener("click", () => openSignIn(status, status?.demo ? account : ""));
    work.append(button);
  }
}
