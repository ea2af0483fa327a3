import { getJson, send } from "./http.js";

/** The plugins of this server, how they are and what they bring. */
export function listExtensions() {
  return getJson("/api/v1/extensions");
}

/** What plugins put into the portal for whoever asks: plugin, id, title, place, href. */
export function listPluginPages() {
  return getJson("/api/v1/extensions/pages");
}

/** Switches a plugin on or off; on tries again what is in quarantine. */
export function switchExtension(id, state) {
  return send("PUT", `/api/v1/extensions/${encodeURIComponent(id)}`, { state });
}
