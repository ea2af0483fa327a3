import { day, local, moment, t } from "../i18n/i18n.js";
import { today } from "../sharing/days.js";
import { percent } from "../sharing/names.js";
import { h } from "../ui/dom.js";

/** The rate of a day: never without its two numbers. */
export function figureBox(figure) {
  return h(
    "section",
    { class: "figure-box", "data-testid": "circulation-figure" },
    h(
      "p",
      { class: "figure-rate" },
      h("strong", { "data-testid": "circulation-rate", text: percent(figure.rate) }),
      h("span", { "data-testid": "circulation-numbers",
        text: t("circulation.numbers", { adopters: figure.adopters, agencies: figure.agencies }) }),
    ),
    meter(figure),
    h("p", { class: `figure-state ${met(figure) ? "met" : "missed"}`, text: target(figure) }),
    figure.without ? without(figure) : null,
    h("p", { class: "hint", text: t("circulation.rule", { rule: figure.rule, text: local(figure.rule_text) }) }),
    h("p", { class: "hint", "data-testid": "circulation-published", text: published(figure) }),
  );
}

function met(figure) {
  return figure.target !== null && figure.rate >= figure.target;
}

function target(figure) {
  if (figure.target === null) {
    return t("circulation.noTarget");
  }
  return t(met(figure) ? "circulation.met" : "circulation.missed", {
    target: percent(figure.target),
    year: figure.target_year,
    needed: Math.ceil(figure.target * figure.agencies - 1e-9),
  });
}

/** The bar shows what the numbers say. */
function meter(figure) {
  const bar = h("span", { class: "figure-bar" });
  bar.style.width = `${100 * (figure.rate ?? 0)}%`;
  const mark = h("span", { class: "figure-mark" });
  mark.style.left = `${100 * (figure.target ?? 0)}%`;
  return h("div", { class: "figure-track", "aria-hidden": "true" }, bar, figure.target === null ? null : mark);
}

function without(figure) {
  const { excluded, not_adopting: stopped } = figure.without;
  const words = (numbers) => ({ rate: percent(numbers.rate), adopters: numbers.adopters, agencies: numbers.agencies });
  return h(
    "ul",
    { class: "callout what-if", "data-testid": "circulation-what-if" },
    h("li", { text: t("circulation.excluded", words(excluded)) }),
    h("li", { text: t("circulation.stopped", words(stopped)) }),
  );
}

function published(figure) {
  if (figure.published === null) {
    return t(figure.on < today() ? "circulation.unfixed" : "circulation.open", { day: day(figure.on) });
  }
  const words = { at: moment(figure.published), hash: figure.sha256.slice(0, 12) };
  const { recount } = figure;
  return recount.differs
    ? t("circulation.differs", { ...words, adopters: recount.adopters, agencies: recount.agencies })
    : t("circulation.fixed", words);
}
