import { lang, t } from "/js/i18n/i18n.js";

const PERCENT = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 1 });

export function percent(value) {
  return PERCENT.format(value);
}

/** People at an edge are counted in parts; one digit of them is enough to read. */
const NUMBER = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });

export function number(value) {
  return NUMBER.format(value);
}

/** A value or target in the indicator's unit. */
export function figure(unit, value) {
  if (value === null || value === undefined) {
    return t("kpi.noValue");
  }
  return unit === "RATE" ? percent(value) : t("kpi.times", { value: number(value) });
}
