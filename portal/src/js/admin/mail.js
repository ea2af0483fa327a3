import { listMail } from "../api/admin.js";
import { moment, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { row, table } from "../ui/table.js";

const LINK = /(https?:\/\/\S+)/;

/** What was written to people; without a mail server, where it is read. */
export async function openMail(pane) {
  const { sendable, messages } = await listMail();
  pane.replaceChildren(
    sendable ? "" : h("p", { class: "callout", text: t("admin.mailKept") }),
    table(
      ["admin.written", "admin.recipient", "admin.message", "admin.state"].map((key) => t(key)),
      messages.map(line),
      t("admin.noMail"),
    ),
  );
}

function line(message) {
  const body = message.body
    ? h(
        "details",
        {},
        h("summary", { text: message.subject }),
        h("pre", { class: "mail-body" }, message.body.split(LINK).map(linked)),
      )
    : message.subject;
  return row(
    { "data-testid": `mail-${message.recipient}` },
    moment(message.created),
    message.recipient,
    body,
    h("span", {}, t(`mail.${message.state}`), message.error ? h("span", { class: "under", text: message.error }) : ""),
  );
}

/** Links lead to this server as it is reached now, whatever address the mail names. */
function linked(text) {
  if (!LINK.test(text)) {
    return text;
  }
  const address = new URL(text);
  return h("a", { href: address.pathname + address.search + address.hash, text });
}
