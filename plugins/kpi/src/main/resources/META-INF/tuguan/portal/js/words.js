import { lang, number, t } from "/js/i18n/i18n.js";

const PERCENT = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 1 });

export function percent(value) {
  return PERCENT.format(value);
}

/** A value or target in the indicator's unit. */
export function figure(unit, value) {
  if (value === null || value === undefined) {
    return t("kpi.noValue");
  }
  return unit === "RATE" ? percent(value) : t("kpi.times", { value: number(value) });
}
