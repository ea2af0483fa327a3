import { getJson, send, withQuery } from "/js/api/http.js";

const COVERAGE = "/api/v1/coverage";

export const getVocabulary = () => getJson(`${COVERAGE}/vocabulary`);
export const getCensuses = () => getJson(`${COVERAGE}/censuses`);
export const getInventory = () => getJson(`${COVERAGE}/inventory`);
export const removeCensus = ({ kind, date }) => send("DELETE", `${COVERAGE}/censuses/${kind}/${date}`);
export const getImportLayer = (name) => getJson(`${COVERAGE}/imports/layers/${encodeURIComponent(name)}`);
export const importStations = (body) => send("POST", `${COVERAGE}/imports/points`, body);
export const importCensus = (body) => send("POST", `${COVERAGE}/imports/census`, body);

/** Which columns of a table of people are the code and the number. */
export const guessColumns = (names) =>
  getJson(`${COVERAGE}/imports/guess?${new URLSearchParams(names.map((name) => ["column", name]))}`);

export const getFigure = (parameters, area) => getJson(withQuery(COVERAGE, { ...parameters, area: area || null }));
export const getPoints = (parameters) => getJson(withQuery(`${COVERAGE}/points`, parameters));
export const getFootprint = (parameters) => getJson(withQuery(`${COVERAGE}/footprint`, parameters));
export const getPlace = (parameters, { lng, lat }) =>
  getJson(withQuery(`${COVERAGE}/at`, { ...parameters, lon: lng, lat }));

/** The figure before and after changes that are not saved. */
export const askWhatIf = (parameters, changes, area) =>
  send("POST", `${COVERAGE}/what-if`, { parameters, changes, area: area || null });

export const listPlans = () => getJson(`${COVERAGE}/plans`);
export const getPlan = (id, version) => getJson(withQuery(`${COVERAGE}/plans/${encodeURIComponent(id)}`, { version }));
export const savePlan = (plan) => send("POST", `${COVERAGE}/plans`, plan);

export const comparePlans = (a, b) =>
  getJson(withQuery(`${COVERAGE}/plans/compare`, { a: a.id, aVersion: a.version, b: b.id, bVersion: b.version }));

/** Where a plan can be had as a file: sites.geojson, sites.csv or plan.pdf. */
export const planFile = (plan, name) =>
  withQuery(`${COVERAGE}/plans/${encodeURIComponent(plan.id)}/${name}`, { version: plan.version });

export const districtsFile = (parameters) => withQuery(`${COVERAGE}/districts.csv`, parameters);

/** Whether the layers are being brought to a newer state. */
export const getLayerState = () => getJson(`${COVERAGE}/layers/state`);

/** What a plan reaches; "same" unless the stations have changed since it was saved. */
export const getPlanFootprint = (id, version) =>
  getJson(withQuery(`${COVERAGE}/plans/${encodeURIComponent(id)}/footprint`, { version }));

/** Plans and results that are layers of the library. */
export const listLayers = () => getJson(`${COVERAGE}/layers`);
export const publishPlan = ({ id, version }) => send("POST", `${COVERAGE}/layers`, { plan: id, version });
export const withdrawLayer = (name) => send("DELETE", `${COVERAGE}/layers/${encodeURIComponent(name)}`);
