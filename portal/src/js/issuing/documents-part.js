import { addDocument, documentUrl } from "../api/applications.js";
import { getOrdering } from "../api/quotes.js";
import { moment, t } from "../i18n/i18n.js";
import { fileChooser } from "../import/file-chooser.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { fileSize } from "./words.js";

const OPEN = new Set(["DRAFT", "SUBMITTED", "UNDER_REVIEW", "CORRECTION_ASKED"]);
const TYPES = ".pdf,.png,.jpg,.jpeg,.zip,.docx,.odt,.xlsx";

/** The documents of an application; more can be added until the review is over. */
export function documentsPart(application, actions, mine) {
  const list = application.documents.length
    ? h("ul", { class: "documents", "data-testid": "documents" }, application.documents.map((each) => line(application.number, each)))
    : h("p", { class: "hint", text: t("documents.none") });
  const part = h("section", { class: "part" }, h("h2", { text: t("documents.title") }), contractHint(application), list);
  if (mine && OPEN.has(application.state)) {
    fill(part, application, actions);
  }
  return part;
}

function line(number, { id, kind, name, size, uploaded }) {
  return h(
    "li",
    {},
    h("span", { class: "state", text: t(`documents.${kind}`) }),
    h("a", { href: documentUrl(number, id), download: "", text: name }),
    h("span", { class: "hint", text: `${fileSize(size)} · ${moment(uploaded)}` }),
  );
}

function contractHint({ grounds, documents, state }) {
  const missing = grounds?.contract && !documents.some((each) => each.kind === "contract");
  return missing && OPEN.has(state) ? h("p", { class: "callout warn", text: t("documents.contractMissing") }) : null;
}

async function fill(part, application, actions) {
  try {
    const { documents } = await getOrdering();
    part.append(adding(application, documents, actions));
  } catch (error) {
    part.append(h("p", { class: "form-error", text: explain(error) }));
  }
}

function adding(application, limits, actions) {
  const options = limits.kinds.map((each) => h("option", { value: each, text: t(`documents.${each}`) }));
  const kind = h("select", { "data-testid": "document-kind" }, options);
  kind.value = application.grounds?.contract ? "contract" : "application";
  const status = h("p", { class: "hint", role: "status" });
  const problem = h("p", { class: "form-error", role: "alert", "data-testid": "document-problem" });
  const send = async ([file]) => {
    problem.textContent = "";
    if (file.size > limits.bytes) {
      problem.textContent = limitWords(limits);
      return;
    }
    status.textContent = t("documents.sending", { file: file.name });
    try {
      actions.show(await addDocument(application.number, kind.value, file));
      notice(t("documents.added", { file: file.name }));
    } catch (error) {
      status.textContent = "";
      problem.textContent = explain(error);
    }
  };
  const chooser = fileChooser(send, { id: "document-file", accept: TYPES, choose: t("documents.choose"), hint: limitWords(limits) });
  return h("div", { class: "stack add-document" }, h("label", { class: "narrow" }, t("documents.kind"), kind), chooser, status, problem);
}

function limitWords({ bytes, count }) {
  return t("documents.limits", { size: fileSize(bytes), count });
}
