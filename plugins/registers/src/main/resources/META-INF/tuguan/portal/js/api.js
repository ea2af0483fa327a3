import { getJson, send, withQuery } from "/js/api/http.js";

const ROOT = "/api/v1/registers";

export const listRegisters = () => getJson(ROOT);
export const listCases = (register, filter, after) => getJson(withQuery(`${ROOT}/${register}/cases`, { ...filter, after }));
export const getCase = (register, number) => getJson(caseAddress(register, number));
export const openCase = (register, draft) => send("POST", `${ROOT}/${register}/cases`, draft);
export const changeCase = (register, number, draft) => send("PUT", caseAddress(register, number), draft);
export const getReport = (register, from, to) => getJson(withQuery(`${ROOT}/${register}/report`, { from, to }));
export const importCases = (register, file, dryRun) => send("POST", withQuery(`${ROOT}/${register}/import`, { dry_run: dryRun }), new Blob([file], { type: "text/csv" }));
export const exportAddress = (register, filter) => withQuery(`${ROOT}/${register}/cases.csv`, filter);
export const attachmentAddress = (register, number, id) => `${caseAddress(register, number)}/attachments/${id}`;
export const askStatus = (number) => getJson(`${ROOT}/public/cases/${encodeURIComponent(number)}`);
export const listAgencies = async () => (await getJson("/api/v1/agencies")).agencies;

export function attach(register, number, file) {
  const form = new FormData();
  form.set("file", file);
  return send("POST", `${caseAddress(register, number)}/attachments`, form);
}

function caseAddress(register, number) {
  return `${ROOT}/${register}/cases/${encodeURIComponent(number)}`;
}
