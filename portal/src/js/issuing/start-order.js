import { t } from "../i18n/i18n.js";
import { showPanel } from "../layers/panel.js";
import { byId, isPhone } from "../ui/dom.js";
import { Basket } from "./basket.js";
import { OrderPanel } from "./order-panel.js";

/** Was the order looked at when the page was left, as for signing in? */
const OPEN = "tuguan.order-open";

/**
 * The map's panel with its basket. An address with get=name puts a layer into the basket.
 *
 * @param parts catalog, state, map, status, session
 * @returns take(latlng) for clicks on the map, and open() for the tool
 */
export function startOrder(parts) {
  const basket = new Basket((name) => parts.catalog.byName.has(name));
  const asked = new URLSearchParams(location.search).getAll("get");
  const known = asked.filter((name) => parts.catalog.byName.has(name));
  let panel = null;
  let order = null;
  const onTab = (id) => {
    if (!id && isPhone()) {
      return; // the map is then free to be drawn on
    }
    const open = id === "tab-order";
    document.body.classList.toggle("ordering", open);
    if (id) {
      sessionStorage.setItem(OPEN, String(open));
    }
    order?.setOpen(open);
  };
  const again = sessionStorage.getItem(OPEN) === "true";
  const label = () => {
    const count = basket.order.layers.length;
    byId("tab-order").textContent = count ? t("order.tab", { count }) : t("order.title");
  };
  basket.addEventListener("change", label);
  label();
  panel = showPanel(parts.state, onTab);
  order = new OrderPanel({ ...parts, basket, setPanel: panel.setOpen });
  const open = () => {
    panel.setOpen(true);
    panel.select("tab-order");
    byId("tab-order").focus();
  };
  known.forEach((name) => basket.add(name));
  if (known.length || again) {
    open();
  }
  return { take: (latlng) => order.take(latlng), open };
}
