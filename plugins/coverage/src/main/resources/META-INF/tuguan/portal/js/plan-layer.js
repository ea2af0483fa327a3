import { page, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { explain, notice } from "/js/ui/notice.js";
import { listLayers, publishPlan, withdrawLayer } from "./api.js";

/** Publishes a version of a plan as a layer, leads to it, and takes it back. */
export class PlanLayer {
  element = h("div", { class: "stack", "data-testid": "coverage-plan-layer" });
  #plan;
  #mine;

  /** @param mine whether the plan is the caller's own */
  constructor(plan, mine) {
    this.#plan = plan;
    this.#mine = mine;
    this.#look();
  }

  async #look() {
    try {
      const layers = await listLayers();
      const { id, version } = this.#plan;
      this.#show(layers.find((layer) => layer.plan === id && layer.version === version));
    } catch (error) {
      notice(explain(error), "error");
    }
  }

  #show(layer) {
    if (layer) {
      const address = page(`/layer.html?name=${encodeURIComponent(layer.layer)}`);
      this.element.replaceChildren(
        h("a", { href: address, "data-testid": "coverage-layer-link", text: t("coverage.layerOpen", { name: layer.layer }) }),
        ...(layer.mine ? [this.#button("coverage.layerWithdraw", "coverage-withdraw", () => withdrawLayer(layer.layer))] : []),
      );
    } else {
      this.element.replaceChildren(
        ...(this.#mine ? [this.#button("coverage.layerPublish", "coverage-publish", () => publishPlan(this.#plan))] : []),
      );
    }
  }

  #button(key, testid, act) {
    const button = h("button", { class: "button", type: "button", "data-testid": testid, text: t(key) });
    button.addEventListener("click", async () => {
      const held = document.activeElement === button;
      button.disabled = true;
      button.textContent = t("coverage.layerBusy");
      try {
        await act();
      } catch (error) {
        notice(explain(error), "error");
      }
      await this.#look();
      // A button that is disabled and replaced loses the keyboard.
      if (held && document.activeElement === document.body) {
        this.element.querySelector("a, button")?.focus({ preventScroll: true });
      }
    });
    return h("div", { class: "actions start" }, button);
  }
}
