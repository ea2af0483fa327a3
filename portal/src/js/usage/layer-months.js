import { getUsage } from "../api/usage.js";
import { page, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { monthChart } from "./month-chart.js";
import { usageNotes } from "./usage-notes.js";

/** What everyone may know of a layer's use, for its page. */
export async function layerMonths(layer) {
  const usage = await getUsage({ by: "month", layer: layer.name, audience: "public" });
  return h(
    "section",
    { "data-testid": "layer-months" },
    h("h2", { text: t("usage.layerTitle") }),
    usage.rows.length === 0
      ? h("p", { class: "hint", text: t("usage.noneYet") })
      : monthChart(usage),
    usageNotes(usage),
    h("p", {}, h("a", { href: page(`/usage.html?layer=${encodeURIComponent(layer.name)}`), text: t("usage.more") })),
  );
}
