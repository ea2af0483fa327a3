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
    const text = state.updating ? words(state) : "";
    this.element.hidden = text === "";
    if (this.element.textContent !== text) {
      this.element.textContent = text; // said again otherwise
    }
    if (state.updating && this.element.isConnected) {
      this.#waiting = setTimeout(() => this.#look(), PAUSE_MS);
    }
  }
}

function words({ failed, shown_at: shownAt }) {
  if (failed) {
    return shownAt ? t("coverage.layersFailed", { at: moment(shownAt) }) : t("coverage.layersFailedFirst");
  }
  return shownAt ? t("coverage.layersUpdating", { at: moment(shownAt) }) : t("coverage.layersFirst");
}
