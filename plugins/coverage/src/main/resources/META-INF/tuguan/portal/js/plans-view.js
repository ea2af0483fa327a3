import { local, page, t } from "/js/i18n/i18n.js";
import { copyText } from "/js/ui/copy.js";
import { h } from "/js/ui/dom.js";
import { field } from "/js/ui/fields.js";
import { explain, notice } from "/js/ui/notice.js";
import { comparePlans, listPlans, planFile } from "./api.js";
import { PlanLayer } from "./plan-layer.js";
import { more, percent } from "./words.js";

const FILES = [
  ["sites.geojson", "GeoJSON"],
  ["sites.csv", "CSV"],
  ["plan.pdf", "PDF"],
];

/** Saves plans, opens them again, hands out link and files, compares two. */
export class PlansView {
  element = h("div", { class: "stack" });
  #model;
  #overlay;
  #account;
  #current = h("div", { class: "stack", "data-testid": "coverage-plan" });
  #list = h("ul", { class: "coverage-plans", "data-testid": "coverage-plans" });
  #compared = h("p", { role: "status" });

  constructor(model, overlay, session) {
    this.#model = model;
    this.#overlay = overlay;
    this.#account = session.user;
    const title = h("input", { type: "text", name: "title", maxlength: "120", required: true, "data-testid": "coverage-plan-title" });
    const save = h("button", { class: "button primary", type: "submit", "data-testid": "coverage-save", text: t("coverage.save") });
    const form = h("form", { class: "stack" }, field(t("coverage.planTitle"), title), h("div", { class: "actions start" }, save));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      save.disabled = true;
      await this.#try(async () => {
        const saved = await model.save(title.value);
        notice(t("coverage.saved", { title: saved.title, version: saved.version }));
      });
      save.disabled = false;
    });
    model.addEventListener("plan", () => {
      this.#show();
      this.#try(() => this.#showList());
    });
    this.element.append(form, this.#current, this.#compared, this.#list);
    this.#try(() => this.#showList());
  }

  async #try(action) {
    try {
      await action();
    } catch (error) {
      notice(explain(error), "error");
    }
  }

  #show() {
    const { plan } = this.#model;
    this.#compared.textContent = "";
    if (!plan) {
      this.#current.replaceChildren();
      return;
    }
    const copy = h("button", { class: "button", type: "button", "data-testid": "coverage-link", text: t("coverage.link") });
    copy.addEventListener("click", () => copyText(planLink(plan)));
    this.#current.replaceChildren(
      h("p", { "data-testid": "coverage-opened", text: t("coverage.opened", { title: plan.title, version: plan.version }) }),
      h("input", { type: "text", readonly: true, value: planLink(plan), "aria-label": t("coverage.link"), "data-testid": "coverage-plan-link" }),
      h(
        "div",
        { class: "actions start" },
        copy,
        FILES.map(([file, name]) => h("a", { class: "button", href: planFile(plan, file), download: true, text: name })),
      ),
      new PlanLayer(plan, plan.mine).element,
    );
  }

  async #showList() {
    const plans = await listPlans();
    const items = plans.map((plan) => {
      const open = h("button", { class: "link-button", type: "button", text: `${plan.title} (${plan.version})` });
      open.addEventListener("click", () =>
        this.#try(async () => {
          await this.#model.open(plan.id, plan.version, this.#account);
          this.#overlay.showChanges();
        }),
      );
      const compare = h("button", { class: "button small", type: "button", "aria-label": t("coverage.comparePlan"), text: t("coverage.compare") });
      compare.addEventListener("click", () => this.#try(() => this.#compare(plan)));
      return h("li", {}, open, h("span", { text: `${percent(plan.before)} → ${percent(plan.after)}` }), compare);
    });
    this.#list.replaceChildren(...(items.length ? items : [h("li", { class: "empty", text: t("coverage.noPlans") })]));
  }

  async #compare(other) {
    const { plan } = this.#model;
    if (!plan) {
      await this.#model.open(other.id, other.version, this.#account);
      return;
    }
    const found = await comparePlans(plan, other);
    const words = {
      title: local(other.title),
      version: other.version,
      more: more(found.more_people ?? 0),
      rate: (100 * (found.more_rate ?? 0)).toFixed(2),
    };
    this.#compared.textContent = `${t("coverage.comparePlans", words)} ${found.same_ground ? "" : t("coverage.notSame")}`;
  }
}

function planLink(plan) {
  return new URL(page(`/plugins/coverage/coverage.html?plan=${plan.id}&version=${plan.version}`), location.href).href;
}
