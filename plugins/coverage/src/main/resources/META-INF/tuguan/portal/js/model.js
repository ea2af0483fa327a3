import { askWhatIf, getFigure, getPlan, savePlan } from "./api.js";

/**
 * What the panel works on: what is counted, the changes, and their figure. Tells "busy", "figure",
 * "changes" and "plan"; the latest question wins.
 */
export class Model extends EventTarget {
  parameters = { method: "areal", technologies: "wifi" };
  area = "";
  changes = [];
  sites = [];
  plan = null;
  before = null;
  after = null;
  #asked = 0;
  #names = 0;

  constructor(mayPlan) {
    super();
    this.mayPlan = mayPlan;
  }

  set(parameters) {
    this.parameters = Object.fromEntries(
      Object.entries({ ...this.parameters, ...parameters }).filter(([, value]) => value !== ""),
    );
    return this.measure();
  }

  async setArea(area) {
    this.area = area;
    await this.measure();
    this.#tell("area");
  }

  async measure() {
    const asked = ++this.#asked;
    this.#tell("busy");
    const all = this.allChanges();
    try {
      const answer =
        all.length > 0
          ? await askWhatIf(this.parameters, all, this.area)
          : { before: await getFigure(this.parameters, this.area), after: null };
      if (asked === this.#asked) {
        this.before = answer.before;
        this.after = answer.after;
        this.#tell("figure");
      }
    } catch (error) {
      const gone = await this.#isGone(this.area);
      if (asked === this.#asked && gone) {
        await this.setArea("");
      } else if (asked === this.#asked) {
        this.dispatchEvent(new CustomEvent("failed", { detail: error }));
      }
    }
  }

  /** Whether people are counted, and none of them by this district: another census may lack it. */
  async #isGone(area) {
    try {
      return area !== "" && !(await getFigure(this.parameters, "")).districts.some(({ code }) => code === area);
    } catch {
      return false;
    }
  }

  /** Changes made by hand, and the sites that a planner found. */
  allChanges() {
    const found = this.sites.map((site, at) => ({
      op: "add",
      id: `P${this.changes.length + at + 1}`,
      lon: site.lon,
      lat: site.lat,
      technology: site.technology,
      radius_m: site.radius_m,
    }));
    return [...this.changes, ...found];
  }

  newName() {
    this.#names += 1;
    return `N${this.#names}`;
  }

  change(change) {
    this.changes = [...this.changes, change];
    return this.#changed();
  }

  undo(change) {
    this.changes = this.changes.filter((each) => each !== change);
    return this.#changed();
  }

  clear() {
    this.changes = [];
    this.sites = [];
    this.plan = null;
    this.#tell("plan");
    return this.#changed();
  }

  #changed() {
    this.#tell("changes");
    return this.measure();
  }

  /** Saves what is there, and the best sites in addition if a search is given. */
  async save(title, best = null) {
    const saved = await savePlan({
      title,
      of: this.plan?.mine ? this.plan.id : null,
      parameters: this.parameters,
      changes: best ? this.changes : this.allChanges(),
      best,
    });
    this.#take(saved);
    if (best) {
      await this.#changed();
    }
    return saved;
  }

  async open(id, version, account) {
    const saved = await getPlan(id, version);
    this.parameters = { ...saved.request.parameters };
    this.changes = saved.request.changes ?? [];
    this.#names += this.changes.length;
    this.#take(saved, saved.account === account);
    await this.#changed();
    return saved;
  }

  #take(saved, mine = true) {
    const found = saved.result.sites ?? [];
    this.sites = saved.request.best ? found : [];
    this.changes = saved.request.changes ?? [];
    this.plan = { ...saved, mine };
    this.#tell("plan");
  }

  #tell(what) {
    this.dispatchEvent(new Event(what));
  }
}
