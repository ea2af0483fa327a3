import { local, t } from "../i18n/i18n.js";
import { h } from "./dom.js";
import { openSignIn } from "./sign-in.js";

/** Says that this is a demonstration, and which accounts it has. */
export function demoBanner(status, session) {
  const accounts = (status.accounts ?? []).map((account) =>
    h("li", {}, accountButton(status, typeof account === "string" ? account : account.name)),
  );
  const list = h(
    "details",
    { class: "demo-accounts" },
    h("summary", { text: t("demo.accounts") }),
    h("div", {}, h("p", { text: t("demo.password") }), h("ul", {}, accounts)),
  );
  return h(
    "div",
    { class: "demo-banner", role: "note", "data-testid": "demo-banner" },
    h("span", { text: t("demo.banner", { city: local(status.city?.name) }) }),
    session.user || accounts.length === 0 ? null : list,
  );
}

function accountButton(status, name) {
  const button = h("button", { class: "chip", type: "button", text: name });
  button.addEventListener("click", () => openSignIn(status, name));
  return button;
}
