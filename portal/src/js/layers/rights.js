import { local, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

/** In the order in which they are shown. */
export const RIGHTS = ["VIEW", "QUERY", "DOWNLOAD", "MANAGE"];

/** May this be done with a layer, as the server lists it? */
export function may(layer, right) {
  return layer.rights.includes(right);
}

/** "view, query" */
export function rightsText(rights) {
  return rights.map((right) => t(`right.${right}`)).join(t("list.separator"));
}

/** Says that not everybody may use a layer; null where everybody may. */
export function closedBadge(layer) {
  return layer.open ? null : h("span", { class: "badge closed", text: t("rights.closed") });
}

/** Why something is not offered, and how to get it if that is known. */
export function refusal(layer, right) {
  const how = local(layer.how_to_get);
  return h(
    "p",
    { class: "hint", "data-testid": `refused-${right}` },
    t("rights.refused", { right: t(`right.${right}`) }),
    how ? ` ${t("rights.howToGet", { how })}` : "",
  );
}
