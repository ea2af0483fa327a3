import { local } from "../i18n/i18n.js";

/** A refusal by the server (problem+json), or no answer at all (status 0). */
export class Problem extends Error {
  /** @param line of a document that was sent, from 1; null if the fault is not about one */
  constructor(status, detail, fault = "", line = null) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.fault = fault;
    this.line = line;
  }
}

/** The token that the server wants back with every change; "" before the first answer. */
export function xsrfToken() {
  const pair = document.cookie.split("; ").find((each) => each.startsWith("XSRF-TOKEN="));
  return pair ? decodeURIComponent(pair.slice("XSRF-TOKEN=".length)) : "";
}

/** Turns the body of a refusal into a Problem; the body may be of any type. */
export function problemOf(status, body) {
  try {
    const problem = JSON.parse(body);
    const words = local(problem.message) || problem.detail || problem.title || String(status);
    return new Problem(status, words, problem.fault, problem.line);
  } catch {
    return new Problem(status, `HTTP ${status}`);
  }
}

/** Says that a page asks, so that a refusal does not open the browser's own sign-in dialog. */
export const FROM_PAGE = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };

/** Adds parameters to a path; null and undefined are left out. */
export function withQuery(path, parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) {
      query.set(name, value);
    }
  }
  return `${path}?${query}`;
}

/** @param {{signal?: AbortSignal}} options */
export async function getJson(path, options = {}) {
  return request(path, { headers: FROM_PAGE, signal: options.signal });
}

/** Asks with a body; nothing is changed by it, so no token is needed and it may be given up. */
export async function ask(path, body, signal) {
  const headers = { ...FROM_PAGE, "Content-Type": "application/json" };
  return request(path, { method: "POST", headers, body: JSON.stringify(body), signal });
}

/** Bodies that say themselves of what type they are. */
const TYPED = [URLSearchParams, FormData, Blob];

/** Sends a change; body is a URLSearchParams, a FormData, a plain object (as JSON), JSON as text, a Blob or absent. */
export async function send(method, path, body) {
  const headers = { ...FROM_PAGE, "X-XSRF-TOKEN": xsrfToken() };
  const plain = body && !TYPED.some((type) => body instanceof type);
  if (plain) {
    headers["Content-Type"] = "application/json";
  }
  return request(path, { method, headers, body: plain && typeof body !== "string" ? JSON.stringify(body) : body });
}

/** As it was written. */
export async function getText(path) {
  return (await exchange(path, { headers: FROM_PAGE })).text;
}

export async function getXml(path) {
  const { text } = await exchange(path, {});
  return new DOMParser().parseFromString(text, "text/xml");
}

/**
 * A file, such as a picture.
 *
 * @param kind how its media type begins; anything else is a refusal, whatever the status says
 */
export async function getBlob(path, kind, signal) {
  const response = await answer(path, { signal });
  if (!response.ok || !response.headers.get("Content-Type")?.startsWith(kind)) {
    throw problemOf(response.ok ? 500 : response.status, await response.text());
  }
  return response.blob();
}

async function request(path, init) {
  const { status, text } = await exchange(path, init);
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    throw new Problem(status, `${path.split("?")[0]}: not JSON`);
  }
}

async function exchange(path, init) {
  const response = await answer(path, init);
  const text = await response.text();
  if (!response.ok) {
    throw problemOf(response.status, text);
  }
  return { status: response.status, text };
}

async function answer(path, init) {
  try {
    return await fetch(path, { credentials: "same-origin", ...init });
  } catch (cause) {
    if (cause.name === "AbortError") {
      throw cause;
    }
    throw new Problem(0, "");
  }
}
