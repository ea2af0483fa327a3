import { listFeeStandards } from "../api/fee-standards.js";
import { loadWords } from "../desk/words.js";
import { lawPane } from "../fees/law-pane.js";
import { productsPane } from "../fees/products-pane.js";
import { publishPane } from "../fees/publish-pane.js";
import { standardList } from "../fees/standard-list.js";
import { versionView } from "../fees/version-view.js";
import { t } from "../i18n/i18n.js";
import { byId, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";

document.title = `${t("fees.title")} · 圖館 Tuguan`;
const { session } = await startPage();
const may = ["OFFICER", "ADMIN"].some((role) => session.roles.includes(role));
const work = byId("work");
const sections = byId("fee-sections");
let known = null;

const PANES = {
  standards: async () => standardList(known.standards, known.usual),
  law: async () => lawPane(),
  products: async () => productsPane(known.standards.filter((each) => each.versions.length), known.usual),
  publish: async (start) => publishPane(start, async (standard, from) => {
    known = await listFeeStandards();
    location.hash = `#${standard.id}/${from}`;
  }),
};

for (const name of may ? ["standards", "law", "products", "publish"] : ["standards", "law"]) {
  sections.append(h("a", { href: `#${name}`, "data-testid": `section-${name}`, text: t(`fees.section.${name}`) }));
}
window.addEventListener("hashchange", show);
await show();

/** What the address names: a section, or a version of a standard. */
async function show() {
  const [first, ...rest] = decodeURIComponent(location.hash.slice(1) || "standards").split("/");
  const allowed = may || !["products", "publish"].includes(first);
  for (const link of sections.children) {
    const here = link.hash === `#${PANES[first] ? first : "standards"}`;
    here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
  byId("page-head").hidden = !PANES[first];
  try {
    known ??= await listFeeStandards();
    const standard = known.standards.find((each) => each.id === first);
    if (!allowed) {
      work.replaceChildren(h("p", { class: "callout", text: t("fees.noRight") }));
    } else if (PANES[first]) {
      work.replaceChildren(await PANES[first](rest.join("/")));
    } else if (standard) {
      work.replaceChildren(await versionView(standard, rest[0], await loadWords(), may));
      window.scrollTo(0, 0);
    } else {
      work.replaceChildren(h("p", { class: "callout", text: t("fees.unknownStandard") }));
    }
  } catch (error) {
    work.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }));
  }
}
