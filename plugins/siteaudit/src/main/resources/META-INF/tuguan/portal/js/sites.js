import { getAgencies } from "./agencies.js";
import { addMessages, day, local, number, t } from "/js/i18n/i18n.js";
import { byId, h } from "/js/ui/dom.js";
import { startPage } from "/js/ui/header.js";
import { explain } from "/js/ui/notice.js";
import { row, table } from "/js/ui/table.js";
import { getRanking, listSites, rankingFile } from "./api.js";
import messages from "./messages.js";
import { share } from "./parts.js";
import { editSite } from "./site-form.js";
import { siteView } from "./site.js";

addMessages(messages);
document.title = `${t("siteaudit.title")} · 圖館 Tuguan`;

let keeps = false;
let agencies = [];

startPage().then(async ({ session }) => {
  keeps = session.roles.some((role) => ["OFFICER", "KPI", "ADMIN"].includes(role));
  window.addEventListener("hashchange", show);
  await show();
});

async function show() {
  const id = Number(location.hash.slice(1));
  try {
    agencies = agencies.length ? agencies : await getAgencies();
    byId("content").replaceChildren(...(id ? await one(id) : await all()).filter(Boolean));
  } catch (error) {
    const words = error.status === 401 || error.status === 403 ? t("siteaudit.signIn") : explain(error);
    byId("content").replaceChildren(h("h1", { text: t("siteaudit.title") }), h("p", { class: "callout", text: words }));
  }
}

function one(id) {
  return siteView(id, {
    keeps,
    agencies,
    again: show,
    leave: () => {
      location.hash = "";
    },
  });
}

async function all() {
  const [{ sites }, ranking] = await Promise.all([listSites(), getRanking()]);
  return [
    h("h1", { text: t("siteaudit.title") }),
    h("p", { class: "lead", text: t("siteaudit.lead") }),
    h(
      "div",
      { class: "title-line" },
      h("h2", { text: t("siteaudit.ranking") }),
      h("a", { class: "button", href: rankingFile, download: "", text: t("siteaudit.csv") }),
    ),
    h("p", { class: "hint", text: t("siteaudit.rankingOn", { day: day(ranking.on) }) }),
    rankingTable(ranking.places),
    h("div", { class: "title-line" }, h("h2", { text: t("siteaudit.sites") }), keeps ? addButton() : null),
    siteTable(sites),
  ];
}

function rankingTable(places) {
  const heads = ["place", "agency", "sites", "links", "freshness", "content", "answers", "total"];
  const rows = places.map((each) =>
    row(
      { "data-testid": "place" },
      number(each.place),
      local(each.name),
      number(each.sites),
      share(each.means.links),
      share(each.means.freshness),
      share(each.means.content),
      share(each.means.answers),
      share(each.total),
    ),
  );
  return table(heads.map((each) => t(`siteaudit.${each}`)), rows, t("siteaudit.none"));
}

function addButton() {
  const button = h("button", { class: "button", type: "button", "data-testid": "add-site", text: t("siteaudit.add") });
  button.addEventListener("click", () =>
    editSite(null, agencies, (site) => {
      location.hash = String(site.id);
    }),
  );
  return button;
}

function siteTable(sites) {
  const heads = ["name", "agency", "last", "total"].map((each) => t(`siteaudit.${each}`));
  const rows = sites.map((each) =>
    row(
      { "data-testid": "site" },
      h("a", { href: `#${each.site.id}`, text: each.site.title }),
      local(each.agency_name),
      state(each),
      each.last ? share(total(each.score)) : "—",
    ),
  );
  return table(heads, rows, t(keeps ? "siteaudit.noSites" : "siteaudit.noSitesReader"));
}

function state({ last, open }) {
  if (open) {
    return t("siteaudit.open");
  }
  if (!last) {
    return t("siteaudit.never");
  }
  return last.state === "FAILED" ? t("siteaudit.failed", { why: last.why }) : day(last.finished);
}

function total(score) {
  const judged = ["links", "freshness", "content", "answers"].map((each) => score[each]).filter((each) => each !== null);
  return judged.length ? judged.reduce((sum, each) => sum + each, 0) / judged.length : null;
}
