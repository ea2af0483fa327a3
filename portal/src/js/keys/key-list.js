import { listKeys, revokeKey } from "../api/keys.js";
import { day, moment, number, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { notice } from "../ui/notice.js";
import { askKey } from "./key-form.js";
import { secretBox } from "./key-secret.js";

/**
 * Keys with what they open and how far they are used up.
 *
 * @param pane element to fill
 * @param options all: those of everybody; holders: for whom a key may be made, [value, text] each
 */
export async function showKeys(pane, options) {
  const keys = await listKeys(options.all);
  const again = () => showKeys(pane, options);
  const add = h("button", { class: "button primary", type: "button", "data-testid": "make-key" });
  add.textContent = t("keys.make");
  add.addEventListener("click", () =>
    askKey(options.holders, async (made) => {
      await again();
      pane.querySelector(".section-head").after(secretBox(made));
      pane.querySelector(".key-secret").focus();
    }),
  );
  pane.replaceChildren(
    h("div", { class: "section-head" }, h("h2", { text: t("keys.title") }), options.holders ? add : null),
    h("p", { class: "hint", text: t("keys.lead") }),
    keys.length > 0
      ? h("ul", { class: "key-list", "data-testid": "keys" }, keys.map((key) => entry(key, options.all, again)))
      : h("p", { class: "empty", text: t("keys.none") }),
  );
}

function entry(key, all, again) {
  const revoke = h("button", { class: "button", type: "button", "data-testid": "revoke-key" });
  revoke.textContent = t("keys.revoke");
  revoke.setAttribute("aria-label", `${t("keys.revoke")}: ${key.name}`);
  revoke.addEventListener("click", () => askToRevoke(key, again));
  return h(
    "li",
    { class: key.revoked ? "key gone" : "key", "data-testid": `key-${key.id}` },
    h(
      "div",
      { class: "key-head" },
      h("h3", {}, key.name, " ", h("code", { text: `${key.hint}…` })),
      key.revoked ? h("span", { class: "state warn", text: t("keys.revoked", { day: day(key.revoked) }) }) : revoke,
    ),
    h("dl", { class: "facts-list" }, facts(key, all).flatMap(([name, value]) => [h("dt", { text: t(name) }), h("dd", { text: value })])),
    key.revoked ? null : quota(key),
  );
}

/** On one's own page an account can only be one's own. */
function facts(key, all) {
  const separator = t("list.separator");
  const whose = (key.user && !all ? t("keys.holder.user") : key.user) ?? key.agency ?? t("keys.partner");
  return [
    ["keys.holder", whose],
    ["keys.layers", key.layers.length > 0 ? key.layers.join(separator) : t("keys.allLayers")],
    ["keys.rights", key.rights.map((right) => t(`keys.right.${right}`)).join(separator)],
    ["keys.area", key.limited ? key.area_name || t("keys.someArea") : ""],
    ["keys.days", days(key)],
    ["keys.addresses", key.addresses.join(separator)],
    ["keys.lastUsed", key.last_used ? moment(key.last_used) : t("keys.neverUsed")],
  ].filter(([, value]) => value);
}

function days(key) {
  if (!key.from && !key.until) {
    return "";
  }
  return `${day(key.from) || "…"} – ${day(key.until) || "…"}`;
}

/** How much of the month is used; without a quota the number alone. */
function quota(key) {
  const used = number(key.requests);
  if (!key.per_month) {
    return h("p", { class: "key-quota", "data-testid": "key-use", text: t("keys.used", { used }) });
  }
  const text = t("keys.usedOf", { used, most: number(key.per_month) });
  const bar = h("progress", { max: key.per_month, "aria-label": text });
  bar.value = Math.min(key.requests, key.per_month);
  return h("p", { class: "key-quota" }, bar, h("span", { "data-testid": "key-use", text }));
}

function askToRevoke(key, again) {
  const words = { title: t("keys.revokeTitle", { name: key.name }), submit: t("keys.revoke"), danger: true };
  openDialog(words, [h("p", { text: t("keys.revokeWarning") })], async () => {
    await revokeKey(key.id);
    document.querySelector("dialog").close();
    notice(t("keys.revokedNow"));
    await again();
  });
}
