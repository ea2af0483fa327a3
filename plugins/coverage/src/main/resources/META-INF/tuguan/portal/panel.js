import "./js/messages.js";
import "./js/import-messages.js";
import { t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { explain } from "/js/ui/notice.js";
import { getVocabulary } from "./js/api.js";
import { BestView } from "./js/best-view.js";
import { CompareView } from "./js/compare-view.js";
import { DataView } from "./js/data-view.js";
import { FigureView } from "./js/figure-view.js";
import { LayerState } from "./js/layer-state.js";
import { Model } from "./js/model.js";
import { Overlay } from "./js/overlay.js";
import { PlaceView } from "./js/place-view.js";
import { PlansView } from "./js/plans-view.js";
import { SettingsView } from "./js/settings-view.js";
import { WhatIfView } from "./js/what-if-view.js";

const SHEETS = ["coverage.css", "coverage-import.css"].map((name) => `/plugins/coverage/${name}`);

/**
 * Fills a pane beside a map with everything about coverage.
 *
 * @param context map, session; plan and version of a plan to begin with; whether the ground is shown at once
 */
export async function attach(pane, { map, session, plan = null, version = null, shown = false }) {
  SHEETS.filter((sheet) => !document.querySelector(`link[href="${sheet}"]`)).forEach((href) =>
    document.head.append(h("link", { rel: "stylesheet", href })),
  );
  const vocabulary = await getVocabulary();
  const mayPlan = ["PLANNER", "ADMIN"].some((role) => (session.roles ?? []).includes(role));
  const model = new Model(mayPlan);
  const whatIf = mayPlan ? new WhatIfView(map, model) : null;
  const overlay = new Overlay(map, model, (point, mark) => whatIf?.edit(point, mark), shown);
  const figure = new FigureView(model, vocabulary);
  const problem = h("p", { class: "callout error", role: "alert", hidden: true });
  model.addEventListener("failed", (event) => {
    problem.hidden = false;
    problem.textContent = explain(event.detail);
  });
  model.addEventListener("figure", () => {
    problem.hidden = true;
  });
  pane.classList.add("coverage-pane");
  pane.replaceChildren(
    figure.element,
    problem,
    overlay.element,
    new LayerState(model).element,
    new PlaceView(map, model).element,
    section("coverage.settings", new SettingsView(model, vocabulary).element),
    section("coverage.districts", figure.districts),
    ...(mayPlan
      ? [
          section("coverage.whatIf", whatIf.element),
          section("coverage.best", new BestView(model, overlay).element),
          section("coverage.plans", new PlansView(model, overlay, session).element),
          section("coverage.data", new DataView(model, vocabulary, session).element),
        ]
      : [h("p", { class: "callout", text: t("coverage.signIn") })]),
    section("coverage.compare", new CompareView(map, model).element),
  );
  if (plan) {
    await model.open(plan, version, session.user);
    overlay.showChanges();
  } else {
    await model.measure();
  }
}

function section(key, content) {
  return h("details", { class: "coverage-section", "data-testid": key }, h("summary", { text: t(key) }), content);
}
