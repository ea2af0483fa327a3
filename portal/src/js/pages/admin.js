import { SECTIONS } from "../admin/sections.js";
import { local, t } from "../i18n/i18n.js";
import { startPage } from "../ui/header.js";
import { openDesk } from "../ui/work-sections.js";

document.title = `${t("admin.title")} · 圖館 Tuguan`;
const context = await startPage();
const { session, pages } = context;
openDesk({
  words: "admin",
  sections: [
    ...SECTIONS.filter((each) => each.roles.some((role) => session.roles.includes(role))).map((each) => ({
      ...each,
      name: t(each.title),
    })),
    ...(session.user ? pages.filter((each) => each.place === "admin").map(plugged) : []),
  ],
  context,
  account: "admin",
});

/** The section that a plugin brings: its module exports open(pane, {status, session}). */
function plugged({ plugin, id, title, href }) {
  return {
    id: `${plugin}-${id}`,
    name: local(title),
    open: async (pane, given) => (await import(href)).open(pane, given),
  };
}
