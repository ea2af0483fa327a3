import { lang, number, t } from "/js/i18n/i18n.js";

const PERCENT = new Intl.NumberFormat(lang, { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SIGNED = new Intl.NumberFormat(lang, { signDisplay: "exceptZero", maximumFractionDigits: 0 });

/** A fraction of 1 as a percentage, or that there is no value. */
export const percent = (rate) => (rate === null ? t("coverage.noValue") : PERCENT.format(rate));

/** Whole people. */
export const people = (count) => (count === null ? t("coverage.noValue") : number(Math.round(count)));

/** More or fewer, with its sign. */
export const more = (count) => SIGNED.format(Math.round(count));
