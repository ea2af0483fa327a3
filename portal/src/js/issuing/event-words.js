import { local, t } from "../i18n/i18n.js";

const METHODS = ["card", "slip"];

const NOTES = {
  layer: ({ subject }, layers) => {
    const [name, decision] = subject.split(" ");
    const layer = local(layers.find((each) => each.layer === name)?.title) || name;
    return t(decision === "REFUSED" ? "event.layerRefused" : "event.layerApproved", { layer });
  },
  evidence: ({ subject }) => {
    const [fact, holds] = subject.split(" ");
    return t("event.evidence", { subject: t(`desk.${holds === "true" ? "holds" : "holdsNot"}.${fact}`) });
  },
  document: ({ subject }) => {
    const [kind, ...name] = subject.split(" ");
    return t("event.document", { kind: t(`documents.${kind}`), name: name.join(" ") });
  },
  payment: ({ subject, reason }) => t("event.payment", { subject, method: METHODS.includes(reason) ? t(`event.method.${reason}`) : reason }),
  price: ({ subject }) => t("event.price", { subject }),
  agreement: ({ subject }) => t("event.agreement", { subject }),
  delivery: ({ subject }) => t("event.delivery", { subject }),
};

/**
 * One line of a timeline, as a sentence says it.
 *
 * @param layers of the application, which give the layers their titles
 */
export function eventTitle(event, layers) {
  if (event.kind === "move") {
    return local(event.title);
  }
  return NOTES[event.kind]?.(event, layers) ?? t("event.other", event);
}

/** What was said with it; the way to pay is part of the line itself. */
export function eventReason({ kind, reason }) {
  return kind === "payment" ? "" : reason;
}
