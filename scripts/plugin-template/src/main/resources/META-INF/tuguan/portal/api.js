import { getJson, send } from "/js/api/http.js";

const NOTES = "/api/v1/@id@/notes";

export async function listNotes() {
  return getJson(NOTES);
}

export async function addNote(text) {
  return send("POST", NOTES, { text });
}
