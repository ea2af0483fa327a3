import { t } from "../i18n/i18n.js";
import { byId, h } from "../ui/dom.js";
import { icon } from "../ui/icon.js";

/**
 * The buttons at the map's edge.
 *
 * @param actions zoomIn, zoomOut, home, identify, measure, link, print, order: functions without parameter
 */
export function showTools(actions) {
  const groups = [
    [
      ["zoomIn", "plus"],
      ["zoomOut", "minus"],
      ["home", "home"],
    ],
    [
      ["identify", "target"],
      ["measure", "ruler"],
    ],
    [["order", "basket"]],
    [
      ["link", "link"],
      ["print", "print"],
    ],
  ];
  for (const group of groups) {
    const buttons = group.map(([name, picture]) => tool(name, picture, actions[name]));
    byId("map-tools").append(h("div", { class: "tool-group" }, buttons));
  }
}

function tool(name, picture, action) {
  const label = t(`tool.${name}`);
  const button = h(
    "button",
    { type: "button", class: "tool", "aria-label": label, title: label, "data-testid": `tool-${name}` },
    icon(picture),
  );
  button.addEventListener("click", () => action(button));
  return button;
}
