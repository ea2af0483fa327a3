import { getJson, send, withQuery } from "/js/api/http.js";

const ROOT = "/api/v1/kpi";

export const getScoreboard = (year, month) => getJson(withQuery(`${ROOT}/scoreboard`, { year, month }));
export const getEvidence = (id, year, month) => getJson(withQuery(`${ROOT}/indicators/${id}/evidence`, { year, month }));
export const compareYears = (years) => getJson(withQuery(`${ROOT}/comparison`, { years: years.join(",") }));
export const enterFigure = (id, form) => send("POST", `${ROOT}/indicators/${id}/entries`, form);
export const boardFile = (year, month, ending) => withQuery(`${ROOT}/scoreboard.${ending}`, { year, month });
