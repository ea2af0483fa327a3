const KEPT = "tuguan.basket";

const EMPTY = {
  layers: [],
  // "drawn", "sheets", "villages", "file" or "whole"
  where: "drawn",
  area: null,
  // of the file that the area came from
  fileName: "",
  series: "1:5000",
  sheets: [],
  villages: [],
  formats: ["gpkg"],
  crs: "EPSG:3826",
  purposeKind: "",
  purpose: "",
  use: "non_value_added",
  applicant: "company",
  contract: null,
  reciprocity: false,
};

/**
 * What somebody is about to ask for. Kept by the browser, so that it is there again after a reload,
 * in the other language, and after signing in. Event: "change".
 */
export class Basket extends EventTarget {
  #order;

  /** @param isKnown tells whether there is a layer of a name; others have gone since */
  constructor(isKnown) {
    super();
    this.#order = { ...EMPTY, ...kept() };
    this.#order.layers = this.#order.layers.filter(isKnown);
  }

  /** Not to be changed. */
  get order() {
    return this.#order;
  }

  /** @param part of an order: what it names is replaced */
  change(part) {
    this.#order = { ...this.#order, ...part };
    try {
      localStorage.setItem(KEPT, JSON.stringify(this.#order));
    } catch {
      // Full or forbidden: the basket then lasts as long as the page.
    }
    this.dispatchEvent(new Event("change"));
  }

  add(layer) {
    if (!this.#order.layers.includes(layer)) {
      this.change({ layers: [...this.#order.layers, layer] });
    }
  }

  remove(layer) {
    this.change({ layers: this.#order.layers.filter((each) => each !== layer) });
  }

  /** After it has become an application. Formats and the like stay as they were liked. */
  empty() {
    const { layers, where, area, fileName, sheets, villages, contract } = EMPTY;
    this.change({ layers, where, area, fileName, sheets, villages, contract, purpose: "", reciprocity: false });
  }

  /** What keeps it from being priced: "layers", "formats", the kind of area that is open, or nothing. */
  get missing() {
    if (this.#order.layers.length === 0) {
      return "layers";
    }
    if (this.#order.formats.length === 0) {
      return "formats";
    }
    const given = this.place;
    return given && Object.values(given).some((each) => each.length === 0) ? this.#order.where : "";
  }

  /** Where, as quotes want it; null if nothing is drawn or read yet. */
  get place() {
    const { where, area, series, sheets, villages } = this.#order;
    return {
      drawn: { area: area ?? [] },
      file: { area: area ?? [] },
      sheets: { series, sheets },
      villages: { villages },
      whole: {},
    }[where];
  }

  /** The purpose in words: its kind, and what was written. */
  get purpose() {
    return [this.#order.purposeKind, this.#order.purpose.trim()].filter(Boolean).join("：");
  }

  /** @param known true if the server knows who asks; others say what they are */
  request(known) {
    const { layers, formats, crs, use, applicant, contract, reciprocity } = this.#order;
    return {
      layers,
      ...this.place,
      formats,
      crs,
      use,
      purpose: this.purpose,
      ...(known ? {} : { applicant: { class: applicant } }),
      ...(isWhole(contract) ? { contract } : {}),
      ...(reciprocity ? { reciprocity } : {}),
    };
  }
}

function isWhole(contract) {
  return contract && ["number", "agency", "from", "until"].every((name) => contract[name]);
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}
