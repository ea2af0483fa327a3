import { askQuote } from "../api/quotes.js";
import { debounce } from "../ui/dom.js";

const PAUSE_MS = 350;

/**
 * The price of a basket as it changes. What is asked while an answer is under way replaces it: the
 * last answer wins. Nothing waits for it. Event: "change".
 */
export class LivePrice extends EventTarget {
  #basket;
  #known;
  #asked = null;
  #ask = debounce(PAUSE_MS, () => this.#inquire());

  /** "incomplete", "asking", "answer" or "problem". */
  phase = "incomplete";
  /** The latest answer of the server; while another is asked for, that of before. */
  answer = null;
  error = null;

  /** @param known true if the server knows who asks */
  constructor(basket, known) {
    super();
    this.#basket = basket;
    this.#known = known;
    basket.addEventListener("change", () => this.follow());
  }

  /** Asks for the price of what is in the basket now. */
  follow() {
    this.#asked?.abort();
    if (this.#basket.missing) {
      this.answer = null;
      this.#become("incomplete");
    } else {
      this.#become("asking");
      this.#ask();
    }
  }

  /** When no answer is under way any more. */
  settled() {
    return new Promise((resolve) => {
      const look = () => {
        if (this.phase !== "asking") {
          this.removeEventListener("change", look);
          resolve();
        }
      };
      this.addEventListener("change", look);
      look();
    });
  }

  async #inquire() {
    if (this.#basket.missing) {
      return;
    }
    const asked = new AbortController();
    this.#asked?.abort();
    this.#asked = asked;
    try {
      this.answer = await askQuote(this.#basket.request(this.#known), asked.signal);
      this.#settle(asked, "answer");
    } catch (error) {
      if (error.name !== "AbortError") {
        this.answer = null;
        this.error = error;
        this.#settle(asked, "problem");
      }
    }
  }

  #settle(asked, phase) {
    if (asked === this.#asked && !asked.signal.aborted) {
      this.#become(phase);
    }
  }

  #become(phase) {
    this.phase = phase;
    this.dispatchEvent(new Event("change"));
  }
}
