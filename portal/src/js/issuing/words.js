import { number, t } from "../i18n/i18n.js";

/** Whole New Taiwan dollars; no number is not zero. */
export function money(amount) {
  return amount === null || amount === undefined ? t("price.none") : `NT$ ${number(amount)}`;
}

const UNITS = ["B", "KB", "MB", "GB"];

/** Powers of 1,024, one decimal from a kilobyte on. */
export function fileSize(bytes) {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${number(unit ? Math.round(size * 10) / 10 : size)} ${UNITS[unit]}`;
}
