import { listExtensions, switchExtension } from "../api/extensions.js";
import { local, moment, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { row, table } from "../ui/table.js";

/** The plugins: how each is, why, what it brings, and its switch. */
export async function openExtensions(pane) {
  const extensions = await listExtensions();
  pane.replaceChildren(
    h("h2", { text: t("extensions.title") }),
    h("p", { class: "hint", text: t("extensions.hint") }),
    table(
      ["plugin", "state", "provides", "switch"].map((key) => t(`extensions.${key}`)),
      extensions.map((each) => line(each, pane)),
      t("extensions.none"),
    ),
  );
}

function line(extension, pane) {
  return row(
    { class: extension.state === "quarantined" ? "warn" : null, "data-testid": `extension-${extension.file}` },
    name(extension),
    state(extension),
    provides(extension),
    toggle(extension, pane),
  );
}

function name({ id, version, title, summary, file, core }) {
  return h(
    "div",
    {},
    h("b", { text: local(title) }),
    h("div", { class: "hint", text: [id, version, core && t("extensions.core", { core })].filter(Boolean).join(" · ") }),
    h("div", { class: "hint", text: local(summary) }),
    file === id ? null : h("div", { class: "hint", text: file }),
  );
}

function state({ state: now, stage, cause, health, since }) {
  return h(
    "div",
    {},
    h(now === "quarantined" ? "span" : "b", { class: now === "quarantined" ? "badge" : null, text: t(`extensions.state.${now}`) }),
    h("div", { class: "hint", text: t("extensions.since", { moment: moment(since) }) }),
    stage ? h("p", { text: t(`extensions.stage.${stage}`) }) : null,
    cause ? h("p", { class: "hint", lang: "en", text: cause }) : null,
    health.map((text) => h("p", { text: t("extensions.trouble", { text }) })),
  );
}

function provides(extension) {
  if (extension.provides.length === 0) {
    return "";
  }
  return h(
    "details",
    {},
    h("summary", { text: t("extensions.count", { count: extension.provides.length }) }),
    h("ul", { class: "plain-list" }, extension.provides.map((text) => h("li", {}, h("code", { text })))),
  );
}

function toggle(extension, pane) {
  const wanted = extension.state === "on" ? "off" : "on";
  const words = extension.state === "quarantined" ? "again" : wanted;
  const button = h("button", {
    class: "button",
    type: "button",
    "aria-label": `${t(`extensions.turn.${words}`)} ${local(extension.title)}`,
    text: t(`extensions.turn.${words}`),
  });
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const now = await switchExtension(extension.id, wanted);
      notice(t("extensions.done", { title: local(extension.title), state: t(`extensions.state.${now.state}`) }));
    } catch (error) {
      notice(explain(error), "error");
    }
    await openExtensions(pane);
  });
  return button;
}
