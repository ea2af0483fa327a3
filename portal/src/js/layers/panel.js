import { t } from "../i18n/i18n.js";
import { byId, h, isPhone } from "../ui/dom.js";
import { icon } from "../ui/icon.js";
import { makeTabs } from "../ui/tabs.js";

/**
 * The panel as a whole: its tabs, and opening and closing it. On phones it starts closed.
 *
 * @param onTab called with the id of the tab that shows, or "" when the panel is closed
 * @returns functions setOpen(open) and select(id of a tab)
 */
export function showPanel(state, onTab) {
  let selected = "tab-all";

  const toggle = byId("panel-toggle");
  const setOpen = (open) => {
    document.body.classList.toggle("panel-closed", !open);
    toggle.setAttribute("aria-expanded", String(open));
    onTab(open ? selected : "");
  };
  toggle.append(icon("layers"), h("span", { text: t("panel.toggle") }));
  toggle.addEventListener("click", () => {
    const open = document.body.classList.contains("panel-closed");
    setOpen(open);
    if (open) {
      byId("panel").querySelector("[role=tab][aria-selected=true]").focus();
    }
  });
  byId("panel-close").append(icon("close"));
  byId("panel-close").addEventListener("click", () => {
    setOpen(false);
    toggle.focus();
  });
  setOpen(!isPhone());

  byId("tab-all").textContent = t("panel.all");
  const shown = byId("tab-shown");
  const count = () => {
    shown.textContent = t("panel.shown", { count: state.entries.length });
  };
  state.addEventListener("change", count);
  count();
  const select = makeTabs(byId("panel").querySelector("[role=tablist]"), (id) => {
    selected = id;
    onTab(id);
  });
  return { setOpen, select };
}
