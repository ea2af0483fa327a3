import { previewImport, runImport } from "../api/imports.js";
import { page, number, t } from "../i18n/i18n.js";
import { byId, h } from "../ui/dom.js";
import { explain } from "../ui/notice.js";
import { fileChooser } from "./file-chooser.js";
import { ImportOptions } from "./import-options.js";
import { dataSets, previewOf } from "./import-preview.js";

/**
 * Choose, look, import: one file after the other. Nothing is written before the last step, and a
 * change of options asks for another look.
 */
export class FileImport {
  #waiting = [];
  #file = null;
  #options;
  #preview = byId("import-preview");
  #result = byId("import-result");
  #progress = h("progress", { max: "1", hidden: true, "data-testid": "import-progress" });
  #progressText = h("p", { class: "hint", role: "status" });

  constructor(published) {
    byId("import-choose").append(fileChooser((files) => this.#take(files)));
    this.#options = new ImportOptions(published, () => this.#stale());
    const look = h("button", {
      class: "button primary",
      type: "submit",
      "data-testid": "import-preview-button",
      text: t("import.preview"),
    });
    this.#options.form.append(h("div", { class: "actions start" }, look));
    this.#options.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#look();
    });
    byId("import-options").append(this.#options.form);
    this.#preview.after(this.#progress, this.#progressText);
  }

  #take(files) {
    this.#waiting = [...files];
    this.#result.replaceChildren();
    this.#next();
  }

  #next() {
    this.#file = this.#waiting.shift() ?? null;
    this.#preview.replaceChildren();
    byId("import-options").hidden = !this.#file;
    if (this.#file) {
      this.#options.reset(this.#file);
      this.#look();
    }
  }

  #stale() {
    this.#preview.querySelector("[data-testid=import-button]")?.setAttribute("disabled", "");
  }

  async #look() {
    this.#preview.replaceChildren();
    const file = this.#file;
    const found = await this.#send(() => previewImport(file, this.#options.values(), this.#sent));
    if (found && file === this.#file) {
      this.#options.suggest(found);
      this.#preview.replaceChildren(...dataSets(found).map(previewOf), this.#importActions(found));
    }
  }

  #importActions(found) {
    const button = h("button", {
      class: "button primary",
      type: "button",
      "data-testid": "import-button",
      text: t("import.run", { count: number(total(found)) }),
    });
    button.addEventListener("click", () => this.#import());
    const skip = h("button", { class: "button", type: "button", text: t("import.another") });
    skip.addEventListener("click", () => this.#next());
    return h("div", { class: "actions start" }, button, skip);
  }

  async #import() {
    const options = this.#options.values();
    const done = await this.#send(() => runImport(this.#file, options, this.#sent));
    if (done) {
      this.#result.prepend(success(this.#file, done));
      this.#next();
      this.#result.querySelector("a")?.focus();
    }
  }

  #sent = (fraction) => {
    this.#progress.value = fraction;
    const percent = Math.round(fraction * 100);
    this.#progressText.textContent =
      fraction < 1 ? t("import.sending", { percent }) : t("import.reading");
    if (fraction >= 1) {
      this.#progress.removeAttribute("value");
    }
  };

  /** Runs one request with the progress bar; shows its failure and answers null. */
  async #send(request) {
    this.#preview.querySelector(".callout.error")?.remove();
    this.#options.form.inert = true;
    this.#preview.inert = true;
    this.#progress.hidden = false;
    this.#sent(0);
    try {
      return await request();
    } catch (error) {
      const text = `${this.#file.name}: ${explain(error)}`;
      this.#preview.prepend(
        h("p", { class: "callout error", role: "alert", "data-testid": "import-error", text }),
      );
      return null;
    } finally {
      this.#options.form.inert = false;
      this.#preview.inert = false;
      this.#progress.hidden = true;
      this.#progressText.textContent = this.#waiting.length
        ? t("import.waiting", { count: this.#waiting.length })
        : "";
    }
  }
}

function total(answer) {
  return dataSets(answer).reduce((sum, each) => sum + (each.count ?? 0), 0);
}

function success(file, done) {
  const layers = dataSets(done).map((each) => encodeURIComponent(each.layer));
  const onMap = page(`/?layers=${layers.join(";")}`);
  const pages = layers.map((layer) =>
    h("a", {
      class: "button",
      href: page(`/layer.html?name=${layer}`),
      text: t("layer.about", { layer: decodeURIComponent(layer) }),
    }),
  );
  return h(
    "div",
    { class: "callout", "data-testid": "import-done" },
    h("p", { text: t("import.done", { file: file.name, count: number(total(done)) }) }),
    h(
      "p",
      { class: "actions start" },
      h("a", { class: "button primary", href: onMap, text: t("layer.onMap") }),
      pages,
    ),
  );
}
