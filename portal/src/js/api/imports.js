import { getSession } from "./session.js";
import { FROM_PAGE, Problem, problemOf, xsrfToken } from "./http.js";

const IMPORTS = "/api/v1/imports";

/** Reads a file without writing anything; answers with what it found. */
export function previewImport(file, options, onProgress) {
  return upload(file, { ...options, dry_run: "true" }, onProgress);
}

/** Imports a file; answers {layer, count, …}. */
export function runImport(file, options, onProgress) {
  return upload(file, options, onProgress);
}

/** XMLHttpRequest, since it alone tells how much has been sent. */
async function upload(file, options, onProgress) {
  await getSession();
  const form = new FormData();
  for (const [name, value] of Object.entries(options)) {
    if (value !== "" && value !== null && value !== undefined) {
      form.append(name, value);
    }
  }
  form.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open("POST", IMPORTS);
    const headers = { ...FROM_PAGE, "X-XSRF-TOKEN": xsrfToken() };
    Object.entries(headers).forEach(([name, value]) => xhr.setRequestHeader(name, value));
    xhr.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) {
        onProgress(event.loaded / event.total);
      }
    });
    xhr.addEventListener("error", () => reject(new Problem(0, "")));
    xhr.addEventListener("load", () => {
      if (xhr.status >= 200 && xhr.status < 300) {
        resolve(JSON.parse(xhr.responseText));
      } else {
        reject(problemOf(xhr.status, xhr.responseText));
      }
    });
    xhr.send(form);
  });
}
