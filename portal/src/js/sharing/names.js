import { local, number } from "../i18n/i18n.js";

/** The name of a city agency without the city, which all of them have in common. */
export function shortName(name) {
  return local(name).replace(/^臺中市政府|^Taichung City Government /, "");
}

/** NT$, or a dash where there is no price. */
export function money(amount) {
  return amount === null || amount === undefined ? "—" : `NT$ ${number(amount)}`;
}

/** A fraction of 1 as people read it. */
export function percent(rate) {
  return rate === null || rate === undefined ? "—" : `${(rate * 100).toFixed(1)} %`;
}
