import { t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icon.js";

const KINDS = ".geojson,.json,.gz,.zip,.gpkg,.csv,.tif,.tiff";

/** A field for files that also takes files dropped on it; for files to import if not told otherwise. */
export function fileChooser(take, other = {}) {
  const { id, accept, choose, hint } = {
    id: "import-file",
    accept: KINDS,
    choose: t("import.choose"),
    hint: t("import.kinds"),
    ...other,
  };
  const input = h("input", {
    id,
    type: "file",
    multiple: true,
    accept,
    class: "visually-hidden",
    "data-testid": id,
  });
  const zone = h(
    "label",
    { class: "drop-zone", for: id },
    icon("file"),
    h("b", { text: choose }),
    h("span", { class: "hint", text: hint }),
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
