import { local } from "../i18n/i18n.js";
import { byId, h } from "../ui/dom.js";
import { explain } from "../ui/notice.js";

/**
 * Adds a tab to the panel for each page that a plugin brings for the map; to be called before the
 * tabs are made. Its module is loaded when the tab is chosen first.
 *
 * @param pages of the place "map"
 * @param context given to the module's attach(pane, context): {map, status, session}
 */
export function addPluginPanels(pages, context) {
  const panel = byId("panel");
  for (const { plugin, id, title, href } of pages) {
    const name = `${plugin}-${id}`;
    const pane = h("div", {
      id: `pane-${name}`,
      class: "pane",
      role: "tabpanel",
      "aria-labelledby": `tab-${name}`,
      "data-testid": `pane-${name}`,
      hidden: true,
    });
    panel.querySelector("[role=tablist]").append(
      h("button", {
        id: `tab-${name}`,
        role: "tab",
        type: "button",
        "aria-controls": `pane-${name}`,
        "aria-selected": "false",
        tabindex: "-1",
        "data-testid": `tab-${name}`,
        text: local(title),
      }),
    );
    panel.append(pane);
    onceShown(pane, () => load(href, pane, context));
  }
}

function onceShown(pane, action) {
  const watch = new MutationObserver(() => {
    if (!pane.hidden) {
      watch.disconnect();
      action();
    }
  });
  watch.observe(pane, { attributeFilter: ["hidden"] });
}

async function load(href, pane, context) {
  try {
    const module = await import(href);
    await module.attach(pane, context);
  } catch (error) {
    pane.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }));
  }
}
