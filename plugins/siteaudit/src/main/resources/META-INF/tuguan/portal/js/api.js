import { getJson, send } from "/js/api/http.js";

const ROOT = "/api/v1/siteaudit";

export const listSites = () => getJson(`${ROOT}/sites`);
export const getHistory = (id) => getJson(`${ROOT}/sites/${id}`);
export const listBroken = (audit) => getJson(`${ROOT}/audits/${audit}/broken-links`);
export const getRanking = () => getJson(`${ROOT}/ranking`);
export const saveSite = (id, site) => send(id ? "PUT" : "POST", id ? `${ROOT}/sites/${id}` : `${ROOT}/sites`, site);
export const removeSite = (id) => send("DELETE", `${ROOT}/sites/${id}`);
export const wantAudit = (id) => send("POST", `${ROOT}/sites/${id}/audits`);
export const addQuestion = (id, question) => send("POST", `${ROOT}/sites/${id}/questions`, question);
export const answerQuestion = (id, answered) => send("PUT", `${ROOT}/questions/${id}/answer`, { answered });
export const rankingFile = `${ROOT}/ranking.csv`;
