import { h } from "./dom.js";

/**
 * Some links of the header under one word. Escape and a click elsewhere close it.
 *
 * @param links anchors; the one of this page has aria-current
 */
export function navMenu(title, testId, links) {
  const here = links.some((link) => link.getAttribute("aria-current"));
  const menu = h(
    "details",
    { class: here ? "nav-menu here" : "nav-menu", "data-testid": testId },
    h("summary", { text: title }),
    h("div", {}, links),
  );
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
  return menu;
}
