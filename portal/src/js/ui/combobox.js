import { h, debounce } from "./dom.js";

const PAUSE_MS = 180;
let count = 0;

/**
 * A text field with suggestions, after the ARIA combobox pattern: arrows move, Enter takes, Escape
 * closes, focus stays in the field.
 *
 * @param input the field
 * @param parts suggest(text, signal) answers a promise of options; render(option) a node;
 *     choose(option); status(number of options, or null while none are asked for)
 */
export function makeCombobox(input, parts) {
  const id = `suggestions-${++count}`;
  const list = h("ul", { id, class: "suggestions", role: "listbox", hidden: true });
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
  })) {
    input.setAttribute(name, value);
  }
  let options = [];
  let active = -1;
  let asked = null;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const activate = (index) => {
    active = index;
    [...list.children].forEach((item, at) => {
      item.setAttribute("aria-selected", String(at === index));
      if (at === index) {
        input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    });
  };
  const take = (index) => {
    asked?.abort();
    close();
    parts.choose(options[index]);
  };
  const show = (found) => {
    options = found;
    list.replaceChildren(...found.map((option, index) => item(option, index)));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    parts.status(found.length);
  };
  const item = (option, index) => {
    const made = h(
      "li",
      { id: `${id}-${index}`, role: "option", "aria-selected": "false", "data-testid": "suggestion" },
      parts.render(option),
    );
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => take(index));
    return made;
  };
  const ask = debounce(PAUSE_MS, async () => {
    asked?.abort();
    const text = input.value.trim();
    if (!text) {
      close();
      parts.status(null);
      return;
    }
    asked = new AbortController();
    try {
      show(await parts.suggest(text, asked.signal));
    } catch (error) {
      if (error.name !== "AbortError") {
        close();
        parts.fail(error);
      }
    }
  });

  input.addEventListener("input", ask);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" && list.hidden) {
      ask();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      activate((active + step + (active < 0 && step < 0 ? 1 : 0) + options.length) % options.length);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      take(Math.max(active, 0));
    } else if (event.key === "Escape") {
      if (list.hidden) {
        input.value = "";
      }
      close();
    }
  });
}
