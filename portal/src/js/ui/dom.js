/**
 * Makes an element. Properties named "on…" are listeners, "class" and "text" are what they say, the
 * rest are attributes (true sets an empty one; false, null and undefined set none). Children are
 * nodes or text; text is never read as HTML.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") {
      element.className = value;
    } else if (name === "text") {
      element.textContent = value;
    } else if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Calls at most once per pause of the given milliseconds. */
export function debounce(milliseconds, action) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), milliseconds);
  };
}

export const prefersReducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Same limit as the style sheets use for the phone layout. */
export const isPhone = () => window.matchMedia("(max-width: 760px)").matches;

/** Shows something anew; who was at one of its parts by the keyboard is at the same one again. */
export function keepFocus(element, show) {
  const held = element.contains(document.activeElement) ? document.activeElement.dataset.testid : "";
  show();
  if (held) {
    element.querySelector(`[data-testid="${held}"]`)?.focus({ preventScroll: true });
  }
}
