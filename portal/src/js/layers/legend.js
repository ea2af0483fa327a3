import { legendUrl } from "../api/wms.js";
import { lang, local, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

/** The server's picture of what a layer's symbols mean. */
export function legendImage(layer, style, eager = false) {
  const image = h("img", {
    class: "legend",
    loading: eager ? "eager" : "lazy",
    alt: t("legend.of", { layer: local(layer.title) }),
  });
  image.addEventListener("load", () => {
    image.width = Math.round(image.naturalWidth / (window.devicePixelRatio > 1 ? 2 : 1));
  });
  image.addEventListener("error", () => {
    image.replaceWith(h("p", { class: "hint", text: t("legend.missing") }));
  });
  image.src = legendUrl(layer.name, style, lang);
  return image;
}
