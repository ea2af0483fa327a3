import { listLayers, thumbnailUrl } from "../api/layers.js";
import { day, lang, local, page, t } from "../i18n/i18n.js";
import { Catalog } from "../layers/catalog.js";
import { closedBadge } from "../layers/rights.js";
import { byId, debounce, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { icon } from "../ui/icon.js";
import { explain } from "../ui/notice.js";

const ORDERS = {
  theme: null,
  title: (a, b) => local(a.title).localeCompare(local(b.title), lang),
  agency: (a, b) => local(a.agency?.name).localeCompare(local(b.agency?.name), lang),
  updated: (a, b) => b.updated.localeCompare(a.updated),
};

document.title = `${t("catalog.title")} · 圖館 Tuguan`;
startPage();
listLayers().then(
  (published) => start(new Catalog(published)),
  (error) => {
    byId("catalog-status").textContent = explain(error);
  },
);

function start(catalog) {
  const used = (items, of) => items.filter((item) => catalog.layers.some((l) => of(l) === item.id));
  const themes = used(catalog.themes, (layer) => layer.theme);
  const agencies = used(catalog.agencies, (layer) => layer.agency?.id);
  fill("theme", [["", t("catalog.all")], ...themes.map((each) => [each.id, local(each.title)])]);
  fill("agency", [["", t("catalog.all")], ...agencies.map((each) => [each.id, local(each.name)])]);
  fill("sort", Object.keys(ORDERS).map((order) => [order, t(`catalog.by.${order}`)]));
  restore();
  const follow = () => show(catalog);
  byId("catalog-filter").addEventListener("input", debounce(120, follow));
  byId("catalog-filter").addEventListener("submit", (event) => event.preventDefault());
  follow();
}

function field(name) {
  return byId(`catalog-${name}`);
}

function fill(name, options) {
  field(name).append(...options.map(([value, text]) => h("option", { value, text })));
}

/** The filter is in the address too, so that it can be sent on. */
function restore() {
  const asked = new URLSearchParams(location.search);
  field("search").value = asked.get("q") ?? "";
  for (const name of ["theme", "agency", "sort"]) {
    if ([...field(name).options].some((option) => option.value === asked.get(name))) {
      field(name).value = asked.get(name);
    }
  }
}

function remember() {
  const query = new URLSearchParams({ lang });
  const values = {
    q: field("search").value.trim(),
    theme: field("theme").value,
    agency: field("agency").value,
    sort: field("sort").value === "theme" ? "" : field("sort").value,
  };
  Object.entries(values).forEach(([name, value]) => value && query.set(name, value));
  history.replaceState(null, "", `?${query}`);
}

function show(catalog) {
  remember();
  const [theme, agency] = [field("theme").value, field("agency").value];
  const wanted = (layer) => (!theme || layer.theme === theme) && (!agency || layer.agency?.id === agency);
  const found = catalog.search(field("search").value).filter(wanted);
  const offers = catalog.searchOffers(field("search").value).filter(wanted);
  const order = ORDERS[field("sort").value];
  if (order) {
    found.sort(order);
  } else {
    const position = new Map(catalog.themes.map((each, at) => [each.id, at]));
    found.sort((a, b) => position.get(a.theme) - position.get(b.theme));
  }
  byId("catalog-cards").replaceChildren(
    ...found.map((layer) => card(catalog, layer)),
    ...offers.map((offer) => offerCard(catalog, offer)),
  );
  byId("catalog-status").textContent = status(catalog, found);
}

function status(catalog, found) {
  if (catalog.layers.length === 0) {
    return t("layers.nonePublished");
  }
  return found.length ? t("layers.found", { count: found.length }) : t("catalog.none");
}

function card(catalog, layer) {
  const address = page(`/layer.html?name=${encodeURIComponent(layer.name)}`);
  const picture = h("img", { src: thumbnailUrl(layer), alt: "", loading: "lazy" });
  picture.addEventListener("error", () => picture.remove());
  return h(
    "li",
    { class: "card", "data-testid": `card-${layer.name}` },
    h("div", { class: "card-picture" }, picture),
    h(
      "div",
      { class: "card-words" },
      h("p", { class: "card-theme", text: catalog.themeTitle(layer) }),
      h("h2", {}, h("a", { href: address, text: local(layer.title) })),
      layer.synthetic ? h("span", { class: "badge", text: t("synthetic.badge") }) : null,
      closedBadge(layer),
      h("p", { class: "card-summary", text: local(layer.summary) }),
      h("p", { class: "card-foot" }, catalog.agencyName(layer), h("br"),
        t("layer.updatedOn", { day: day(layer.updated) })),
      h("a", { class: "button card-get", href: page(`/?get=${encodeURIComponent(layer.name)}`), "data-testid": `get-${layer.name}`,
        "aria-label": `${t("tool.order")}: ${local(layer.title)}`, text: t("tool.order") }),
    ),
  );
}

/** Of a layer that is advertised to those who may not see it: what it is, and how to get it. */
function offerCard(catalog, offer) {
  return h(
    "li",
    { class: "card offer", "data-testid": `offer-${offer.name}` },
    h("div", { class: "card-picture locked" }, icon("lock")),
    h(
      "div",
      { class: "card-words" },
      h("p", { class: "card-theme", text: catalog.themeTitle(offer) }),
      h("h2", { text: local(offer.title) }),
      h("span", { class: "badge closed", text: t("rights.onRequest") }),
      h("p", { class: "card-summary", text: local(offer.summary) }),
      h("p", { class: "how", text: t("rights.howToGet", { how: local(offer.how_to_get) }) }),
      h("p", { class: "card-foot", text: catalog.agencyName(offer) }),
    ),
  );
}
