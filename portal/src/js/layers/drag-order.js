/**
 * Lets the cards of a list be dragged by their grips, with mouse, pen or finger. (The buttons beside
 * the grip do the same for the keyboard.)
 *
 * @param list its children have data-layer, and a .grip inside
 * @param drop called with the layer's name and its new place, 0 being first in the list
 */
export function makeSortable(list, drop) {
  list.addEventListener("dragstart", (event) => event.preventDefault());
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".grip");
    if (!grip || event.button !== 0) {
      return;
    }
    event.preventDefault();
    follow(list, grip.closest("[data-layer]"), drop);
  });
}

/** Listens on the document: an element that is moved within the page loses its pointer capture. */
function follow(list, card, drop) {
  const before = card.nextSibling;
  const listening = new AbortController();
  const on = (type, listener) =>
    document.addEventListener(type, listener, { signal: listening.signal });
  const end = () => {
    listening.abort();
    card.classList.remove("dragged");
  };
  card.classList.add("dragged");
  on("pointermove", (event) => carry(list, card, event.clientY));
  on("pointerup", () => {
    end();
    drop(card.dataset.layer, [...list.children].indexOf(card));
  });
  on("pointercancel", () => {
    end();
    list.insertBefore(card, before);
  });
}

function carry(list, card, y) {
  for (const other of list.children) {
    const box = other.getBoundingClientRect();
    if (other === card || y < box.top || y > box.bottom) {
      continue;
    }
    const below = other.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_PRECEDING;
    const past = below ? y > box.top + box.height / 2 : y < box.top + box.height / 2;
    if (past) {
      list.insertBefore(card, below ? other.nextSibling : other);
      return;
    }
  }
}
