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
    const card = grip.closest("[data-layer]");
    const before = card.nextSibling;
    grip.setPointerCapture(event.pointerId);
    card.classList.add("dragged");
    const move = (moved) => carry(list, card, moved.clientY);
    const stop = (stopped) => {
      grip.removeEventListener("pointermove", move);
      grip.removeEventListener("pointerup", stop);
      grip.removeEventListener("pointercancel", stop);
      card.classList.remove("dragged");
      if (stopped.type === "pointercancel") {
        list.insertBefore(card, before);
      } else {
        drop(card.dataset.layer, [...list.children].indexOf(card));
      }
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("pointerup", stop);
    grip.addEventListener("pointercancel", stop);
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
