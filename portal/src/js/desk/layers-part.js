import { decideLayer, listDrift } from "../api/reviews.js";
import { local, number, t } from "../i18n/i18n.js";
import { fileSize } from "../issuing/words.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";
import { field } from "../ui/fields.js";
import { explain } from "../ui/notice.js";
import { part } from "./facts.js";
import { decisionBadge } from "./words.js";

/**
 * What is asked, layer by layer: how much, what its owner says, and whether it has changed since.
 *
 * @param desk of the page: application, agencies (Map of id to name), act
 */
export function layersPart(desk) {
  const { application } = desk;
  const drifts = new Map(application.layers.map(({ layer }) => [layer, h("span", { "data-testid": `drift-${layer}` })]));
  const heads = ["desk.layer", "desk.amount", "desk.owner", "desk.decision", "desk.drift"];
  const rows = application.layers.map((each) => row(each, desk, drifts.get(each.layer)));
  if (application.parties.some((party) => party === "OFFICER" || party === "OWNER")) {
    showDrift(application, drifts);
  }
  return part(
    "layers",
    t("desk.asked"),
    h("div", { class: "table-frame tall" },
      h("table", { class: "grid stacked" },
        h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))),
        h("tbody", {}, rows))),
  );
}

function row(each, desk, drift) {
  const cell = (key, ...content) => h("td", { "data-label": t(key) }, ...content);
  return h(
    "tr",
    { "data-testid": `layer-${each.layer}` },
    h("td", {}, local(each.title), h("span", { class: "under", text: each.layer })),
    cell("desk.amount", amountWords(each)),
    cell("desk.owner", desk.agencies.get(each.agency) ?? each.agency),
    cell("desk.decision", decisionBadge(each.decision),
      each.reason ? h("span", { class: "under", "data-testid": `reason-${each.layer}`, text: each.reason }) : null,
      each.decidable ? buttons(each, desk) : null),
    cell("desk.drift", drift),
  );
}

function amountWords({ features, km2, sheets, bytes }) {
  const main = sheets.length ? t("desk.sheetsWords", { count: number(sheets.length) })
    : t("desk.km2Words", { km2: number(km2) });
  return h("span", {}, main, h("span", { class: "under", text: t("desk.featuresWords", { features: number(features), size: fileSize(bytes) }) }));
}

function buttons(each, desk) {
  const name = local(each.title);
  const button = (decision, kind) => h("button", {
    class: `button ${kind}`,
    type: "button",
    "data-testid": `${decision === "APPROVED" ? "agree" : "object"}-${each.layer}`,
    "aria-label": t(`desk.decide.${decision}.of`, { layer: name }),
    text: t(`desk.decide.${decision}`),
    onclick: () => ask(each, decision, desk),
  });
  return h("div", { class: "row-actions" }, button("APPROVED", "primary"), button("REFUSED", ""));
}

function ask(each, decision, desk) {
  const refusal = decision === "REFUSED";
  const reason = h("textarea", { name: "reason", rows: "4", required: refusal, maxlength: "2000" });
  const words = {
    title: t(`desk.decide.${decision}.of`, { layer: local(each.title) }),
    submit: t(`desk.decide.${decision}`),
    danger: refusal,
  };
  const label = field(t(refusal ? "desk.reason" : "desk.reasonMaybe"), reason, t(refusal ? "desk.refuseLayerHint" : "desk.reasonSeen"));
  const dialog = openDialog(words, [label], async () => {
    await desk.act(() => decideLayer(desk.application.number, each.layer, { decision, reason: reason.value.trim() }));
    dialog.close();
  });
  reason.focus();
}

async function showDrift(application, drifts) {
  try {
    for (const each of await listDrift(application.number)) {
      const kind = each.changed ? "warn" : "";
      drifts.get(each.layer)?.replaceChildren(h("span", { class: `state ${kind}`, text: driftTitle(each) }),
        each.changed && each.there ? h("span", { class: "under", text: t("desk.driftCounts", {
          then: number(each.features_then), now: number(each.features_now) }) }) : "");
    }
  } catch (error) {
    drifts.forEach((element) => element.replaceChildren(explain(error)));
  }
}

function driftTitle({ there, changed }) {
  if (!there) {
    return t("desk.driftGone");
  }
  return t(changed ? "desk.driftChanged" : "desk.driftSame");
}
