import { t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icon.js";

const KINDS = ".geojson,.json,.gz,.zip,.gpkg,.csv,.tif,.tiff";

/** A field for files that also takes files dropped on it. */
export function fileChooser(take) {
  const input = h("input", {
    id: "import-file",
    type: "file",
    multiple: true,
    accept: KINDS,
    class: "visually-hidden",
    "data-testid": "import-file",
  });
  const zone = h(
    "label",
    { class: "drop-zone", for: "import-file" },
    icon("file"),
    h("b", { text: t("import.choose") }),
    h("span", { class: "hint", text: t("import.kinds") }),
  );
  input.addEventListener("change", () => {
    if (input.files.length) {
      take([...input.files]);
      input.value = "";
    }
  });
  for (const [name, over] of [["dragenter", true], ["dragover", true], ["dragleave", false]]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.toggle("over", over);
    });
  }
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length) {
      take([...event.dataTransfer.files]);
    }
  });
  return h("div", { class: "chooser" }, input, zone);
}
