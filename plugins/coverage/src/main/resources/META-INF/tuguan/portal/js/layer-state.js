import { moment, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { getLayerState } from "./api.js";

const PAUSE_MS = 4000;

/** Says while the layers are being brought to a newer state, and which one they show until then. */
export class LayerState {
  element = h("p", { class: "hint", role: "status", hidden: true, "data-testid": "coverage-layers-state" });
  #waiting = 0;

  constructor(model) {
    model.addEventListener("figure", () => this.#look());
  }

  async #look() {
    clearTimeout(this.#waiting);
    let state;
    try {
      state = await getLayerState();
    } catch {
      return; // the figure itself says what is wrong
    }
    this.element.hidden = !state.updating;
    this.element.textContent = state.updating ? words(state) : "";
    if (state.updating && this.element.isConnected) {
      this.#waiting = setTimeout(() => this.#look(), PAUSE_MS);
    }
  }
}

function words({ failed, shown_at: shownAt }) {
  if (!shownAt) {
    return t("coverage.layersFirst");
  }
  return t(failed ? "coverage.layersFailed" : "coverage.layersUpdating", { at: moment(shownAt) });
}
