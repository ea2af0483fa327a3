import { local, t } from "../i18n/i18n.js";
import { rightsText } from "../layers/rights.js";
import { h } from "../ui/dom.js";

/** What a change of rights does, as elements: who gains or loses what, agreements, copies. */
export function effectOf({ changes, more, agreements, caches }) {
  const parts = [h("h3", { text: t("effect.title") })];
  if (changes.length === 0) {
    parts.push(h("p", { "data-testid": "effect-none", text: t("effect.none") }));
  } else {
    parts.push(
      h("ul", { class: "effect", "data-testid": "effect" }, changes.map((change) => h("li", {}, ...words(change)))),
    );
  }
  if (more > 0) {
    parts.push(h("p", { text: t("effect.more", { count: more }) }));
  }
  if (agreements.length > 0) {
    parts.push(h("p", { text: t("effect.agreements", { ids: agreements.join(t("list.separator")) }) }));
  }
  parts.push(h("p", { class: "hint", text: t("effect.soon", { seconds: caches.within_seconds }) }));
  if (caches.copies) {
    parts.push(h("p", { class: "hint", text: t("effect.copies", { seconds: caches.copy_seconds }) }));
  }
  parts.push(h("p", { class: "hint", text: local(caches.tiles) }));
  return h("div", { class: "stack" }, parts);
}

function words({ kind, id, name, gains, loses, area }) {
  const said = [];
  if (gains.length > 0) {
    said.push(t("effect.gains", { rights: rightsText(gains) }));
  }
  if (loses.length > 0) {
    said.push(t("effect.loses", { rights: rightsText(loses) }));
  }
  if (area) {
    said.push(t("effect.area"));
  }
  return [h("b", { text: local(name) }), id ? ` (${t(`grantee.${kind}`)}) ` : " ", said.join(t("list.separator"))];
}
