import { getAdoption } from "../api/circulation.js";
import { day, number, page, t } from "../i18n/i18n.js";
import { shortName } from "../sharing/names.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";

/**
 * Who adopted and who did not; for people of the city each opens what its figure is made of.
 *
 * @param titles of layers by name
 */
export function agencyList(figure, mayOpen, titles) {
  return h(
    "section",
    { class: "agency-lists" },
    part(t("circulation.adopted", { count: figure.adopters }), figure.adopter_list, figure, mayOpen, titles),
    part(t("circulation.others", { count: figure.others.length }), figure.others, figure, mayOpen, titles),
  );
}

function part(title, agencies, figure, mayOpen, titles) {
  return h(
    "div",
    {},
    h("h2", { text: title }),
    agencies.length === 0
      ? h("p", { class: "hint", text: t("circulation.nobody") })
      : h("ul", { class: "agency-list" }, agencies.map((each) => item(each, figure, mayOpen, titles))),
  );
}

function item(agency, figure, mayOpen, titles) {
  const name = shortName(agency.name);
  if (!mayOpen) {
    return h("li", { text: name });
  }
  const details = h(
    "details",
    { id: `agency-${agency.id}`, "data-testid": `agency-${agency.id}` },
    h("summary", { text: name }),
  );
  details.addEventListener("toggle", () => open(details, agency, figure, titles), { once: true });
  return h("li", {}, details);
}

async function open(details, agency, figure, titles) {
  try {
    details.append(evidence(await getAdoption(agency.id, figure.on), titles));
  } catch (error) {
    notice(explain(error), "error");
  }
}

function evidence(detail, titles) {
  const called = (layer) => titles.get(layer) ?? layer;
  if (detail.events.length === 0) {
    return h("p", { class: "hint", text: t("circulation.noEvents") });
  }
  return h(
    "div",
    { "data-testid": "agency-evidence" },
    h("ul", { class: "plain" }, detail.evidence.map((each) =>
      h("li", {}, each.kind === "AGREEMENT"
        ? h("a", { href: page(`/sharing.html#${each.reference}`), text: each.reference })
        : h("b", { text: each.reference }),
        ` ${called(each.layer)}: ${t("circulation.uses", { uses: number(each.uses), first: each.first, last: each.last })}`))),
    h("details", {}, h("summary", { text: t("circulation.events", { count: detail.events.length }) }),
      h("ol", { class: "events", reversed: true }, [...detail.events].reverse().map((each) =>
        h("li", { class: each.counts ? "" : "idle",
          text: `${day(each.day)} ${called(each.layer)} ${each.reference} × ${number(each.uses)}${each.counts ? "" : t("circulation.idle")}` })))),
  );
}
