import { getJson, send, withQuery } from "/js/api/http.js";

const ROOT = "/api/v1/projects";

export const listProjects = (year) => getJson(withQuery(ROOT, { year: year || null }));
export const getProject = (id) => getJson(`${ROOT}/${id}`);
export const getReview = () => getJson(`${ROOT}/review`);
export const saveProject = (id, project) => send(id ? "PUT" : "POST", id ? `${ROOT}/${id}` : ROOT, project);
export const saveCheckPoints = ({ id, version }, points) => send("PUT", `${ROOT}/${id}/check-points`, { check_points: points, version });
export const enterProgress = (id, system, month, progress) => send("PUT", `${ROOT}/${id}/progress/${system}/${month}`, progress);
export const listAgencies = async () => (await getJson("/api/v1/agencies")).agencies;
export const reportFile = `${ROOT}/review/report.pdf`;
