import { lang, local, t } from "../i18n/i18n.js";
import { legendImage } from "../layers/legend.js";
import { byId, h } from "../ui/dom.js";
import { attributionTexts } from "./map-notes.js";
import { scaleText } from "./readout.js";

/** Longest that printing waits for the pictures of the sheet. */
const WAIT_MS = 8000;

/**
 * Lays the map out on a sheet when it is printed: title, map, legend, scale, attribution, date.
 *
 * @returns a function that prints once the map of the sheet is complete
 */
export function makePrintable(map, state, mapLayers, layers, status) {
  const lay = () => {
    byId("print-sheet").replaceChildren(...sheet(map, state, layers, status));
    document.body.classList.add("printing");
    map.invalidateSize({ animate: false });
  };
  const clear = () => {
    document.body.classList.remove("printing");
    map.invalidateSize({ animate: false });
  };
  window.addEventListener("beforeprint", lay);
  window.addEventListener("afterprint", clear);
  return async () => {
    lay();
    await complete(mapLayers);
    window.print();
    clear();
  };
}

async function complete(mapLayers) {
  const legends = () => [...document.querySelectorAll("#print-sheet img")];
  const limit = performance.now() + WAIT_MS;
  do {
    await new Promise((resolve) => setTimeout(resolve, 150));
  } while (
    (mapLayers.loading.size > 0 || legends().some((legend) => !legend.complete)) &&
    performance.now() < limit
  );
}

function sheet(map, state, layers, status) {
  const visible = state.entries.toReversed().map((entry) => [entry, layers.get(entry.name)]);
  const now = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "Asia/Taipei" });
  const synthetic = visible.some(([, layer]) => layer.synthetic);
  const legends = visible.map(([entry, layer]) =>
    h("div", {}, h("h3", { text: local(layer.title) }), legendImage(layer, entry.style, true)),
  );
  return [
    h("h1", { text: t("print.title", { city: local(status?.city?.name) }) }),
    h("div", { class: "print-legend" }, h("h2", { text: t("legend") }), legends),
    h(
      "p",
      { class: "print-foot" },
      [scaleText(map), now.format(new Date()), ...attributionTexts(visible.map(([, l]) => l))].join(
        " · ",
      ),
    ),
    synthetic ? h("p", { class: "print-synthetic", text: t("synthetic.explain") }) : "",
  ];
}
