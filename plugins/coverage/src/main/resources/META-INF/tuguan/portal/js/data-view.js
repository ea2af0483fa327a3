import { day, number, t } from "/js/i18n/i18n.js";
import { openDialog } from "/js/ui/dialog.js";
import { h } from "/js/ui/dom.js";
import { explain, notice } from "/js/ui/notice.js";
import { getCensuses, getInventory, removeCensus } from "./api.js";
import { openCensusImport } from "./census-import.js";
import { openStationsImport } from "./stations-import.js";

/** What figures rest on, and how to bring one's own. */
export class DataView {
  element = h("div", { class: "stack coverage-data" });
  #model;
  #more;
  #stations = h("ul", { class: "coverage-plans", "data-testid": "coverage-sources" });
  #censuses = h("ul", { class: "coverage-plans", "data-testid": "coverage-censuses" });

  constructor(model, vocabulary, session) {
    this.#model = model;
    const done = () => this.#changed();
    const stations = button("coverage.import.stations", () => openStationsImport({ vocabulary, session, done }));
    this.#more = button("coverage.import.census", () => openCensusImport({ session, done }));
    this.element.append(
      h("h3", { text: t("coverage.data.stations") }),
      this.#stations,
      h("div", { class: "actions start" }, stations),
      h("h3", { text: t("coverage.data.census") }),
      this.#censuses,
      h("div", { class: "actions start" }, this.#more),
    );
    tried(() => this.#show());
  }

  async #changed() {
    await Promise.all([this.#show(), this.#model.measure()]);
  }

  async #show() {
    const [sources, censuses] = await Promise.all([getInventory(), getCensuses()]);
    this.#stations.replaceChildren(...(sources.length ? sources.map(sourceItem) : [none("coverage.data.noStations")]));
    this.#censuses.replaceChildren(
      ...(censuses.length ? censuses.map((each) => this.#censusItem(each)) : [none("coverage.data.noCensus")]),
    );
  }

  #censusItem(census) {
    const words = wordsOf(census);
    const remove = h("button", {
      class: "button small",
      type: "button",
      "aria-label": t("coverage.data.removeIt", words),
      text: t("coverage.data.remove"),
    });
    remove.addEventListener("click", () => this.#remove(census, words));
    const text = t("coverage.data.people", words);
    return h("li", {}, h("span", {}, h("b", { text: words.day }), made(census), h("span", { class: "hint", text })), remove);
  }

  #remove(census, words) {
    const title = { title: t("coverage.data.removeTitle"), submit: t("coverage.data.remove"), danger: true };
    const dialog = openDialog(title, h("p", { text: t("coverage.data.removeWhy", words) }), async () => {
      await removeCensus(census);
      dialog.close();
      notice(t("coverage.data.removed", words));
      await this.#show();
      // The button that opened the dialog is gone, and with it the keyboard.
      if (document.activeElement === document.body) {
        (this.#censuses.querySelector("button") ?? this.#more).focus({ preventScroll: true });
      }
      await this.#model.measure();
    });
  }
}

function wordsOf(census) {
  return {
    day: day(census.date),
    kind: t(`coverage.data.${census.kind}`),
    units: number(census.units),
    people: number(census.people),
    source: census.source,
  };
}

function sourceItem(source) {
  const words = {
    stations: number(source.stations),
    planned: number(source.planned),
    technologies: source.technologies.join(", "),
    day: day(source.at),
  };
  const text = t("coverage.data.source", words);
  const name = source.name || t("coverage.data.unknownSource");
  return h("li", {}, h("span", {}, h("b", { text: name }), made(source), h("span", { class: "hint", text })));
}

function made({ synthetic }) {
  return synthetic ? h("span", { class: "badge", text: t("coverage.synthetic") }) : null;
}

const none = (key) => h("li", { class: "empty", text: t(key) });

function button(key, open) {
  const made = h("button", { class: "button", type: "button", "data-testid": key, text: t(key) });
  made.addEventListener("click", () => tried(open));
  return made;
}

async function tried(action) {
  try {
    await action();
  } catch (error) {
    notice(explain(error), "error");
  }
}
