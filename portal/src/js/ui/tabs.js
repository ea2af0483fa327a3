/**
 * Makes tabs of the buttons (role tab, aria-controls) inside a list: arrow keys move, one panel shows.
 *
 * @returns a function that selects a tab by its id
 */
export function makeTabs(list, onSelect = () => {}) {
  const tabs = [...list.querySelectorAll("[role=tab]")];
  const select = (chosen, focus) => {
    for (const tab of tabs) {
      const on = tab === chosen;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !on;
    }
    if (focus) {
      chosen.focus();
    }
    onSelect(chosen.id);
  };
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) {
      select(tab, false);
    }
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step) {
      event.preventDefault();
      select(tabs[target(tabs.indexOf(document.activeElement), step, tabs.length)], true);
    }
  });
  return (id) => select(document.getElementById(id), false);
}

function target(at, step, count) {
  if (Number.isFinite(step)) {
    return (at + step + count) % count;
  }
  return step < 0 ? 0 : count - 1;
}
