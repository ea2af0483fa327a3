import { forgoneUrl, getPaymentReport, reportUrl } from "../api/payments.js";
import { mayReport } from "../api/session.js";
import { lang, local, number, t } from "../i18n/i18n.js";
import { amountCell, cardTable, dollars, nothing, today } from "../issuing/cash-words.js";
import { feeChart } from "../issuing/fee-chart.js";
import { byId, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { openSignIn } from "../ui/sign-in.js";
import { row } from "../ui/table.js";

const BY = ["layer", "agency", "article"];
const FIELDS = ["from", "to", "by"];
let asks = 0;

document.title = `${t("report.title")} · 圖館 Tuguan`;
const { status, session } = await startPage();
if (mayReport(session)) {
  await start();
} else {
  refuse();
}

async function start() {
  const asked = new URLSearchParams(location.search);
  const year = today().slice(0, 4);
  const usual = { from: `${year}-01`, to: today().slice(0, 7), by: "agency" };
  byId("report-by").append(...BY.map((by) => h("option", { value: by, text: t(`report.by.${by}`) })));
  FIELDS.forEach((name) => {
    byId(`report-${name}`).value = asked.get(name) ?? usual[name];
  });
  byId("report-filter").hidden = false;
  byId("report-filter").addEventListener("change", show);
  byId("report-filter").addEventListener("submit", (event) => event.preventDefault());
  await show();
}

/** What was chosen last is shown, whichever answer comes first. */
async function show() {
  const ask = ++asks;
  const asked = Object.fromEntries(FIELDS.map((name) => [name, byId(`report-${name}`).value]));
  history.replaceState(null, "", `?${new URLSearchParams({ lang, ...asked })}`);
  try {
    const report = await getPaymentReport(asked);
    if (ask !== asks) {
      return;
    }
    byId("report-status").textContent = "";
    byId("report-results").replaceChildren(...results(report, asked));
  } catch (error) {
    if (ask === asks) {
      byId("report-results").replaceChildren();
      byId("report-status").textContent = explain(error);
    }
  }
}

function results(report, asked) {
  if (report.rows.length === 0 && report.forgone.length === 0) {
    return [nothing(t("report.none"))];
  }
  const cameIn = report.rows.length === 0
    ? [nothing(t("report.noneCharged"))]
    : [feeChart(report), fees(report)];
  return [
    figures(report),
    status?.demo ? h("p", { class: "callout warn", text: t("report.demonstration") }) : "",
    h("div", { class: "title-line" }, h("h2", { text: t("report.fees") }),
      h("span", { class: "row-actions" }, file(reportUrl(asked, "csv"), t("report.csv"), "csv"), file(reportUrl(asked, "pdf"), "PDF", "pdf"))),
    ...cameIn,
    h("div", { class: "title-line" }, h("h2", { text: t("report.forgone") }), file(forgoneUrl(asked), t("report.csv"), "forgone-csv")),
    report.forgone.length === 0 ? nothing(t("report.noneForgone")) : forgone(report),
  ];
}

/** The sums, and whether the books agree. */
function figures(report) {
  const one = (key, value) => h("div", {}, h("dt", { text: t(key) }), h("dd", { text: dollars(value), "data-testid": key }));
  const agree = report.net === report.ledger_revenue;
  return h(
    "section",
    { class: "figures-frame", "aria-label": t("report.sums") },
    h("dl", { class: "figures" },
      one("report.charged", report.charged), one("report.refunded", report.refunded),
      one("report.net", report.net), one("report.forgone", report.forgone_total)),
    h("p", { class: agree ? "hint" : "callout error", text: t(agree ? "report.booksAgree" : "report.booksDiffer", { ledger: dollars(report.ledger_revenue) }) }),
  );
}

function fees(report) {
  const heads = [t("report.month"), t(`report.by.${report.by}`), t("report.charged"), t("report.refunded"), t("report.net"), t("report.applications")];
  return cardTable(
    heads,
    report.rows.map((each) =>
      row({}, each.month, local(each.title) || each.key, amountCell(each.charged), amountCell(each.refunded),
        amountCell(each.net), h("span", { class: "amount", text: number(each.applications) }))),
    { "data-testid": "fees", class: "grid fees" },
  );
}

function forgone(report) {
  const heads = ["report.month", "report.rule", "report.applications", "report.full", "report.charged", "report.forgone"].map((key) => t(key));
  return cardTable(
    heads,
    report.forgone.map((each) =>
      row({}, each.month,
        h("span", {}, each.article || each.rule, h("span", { class: "under", text: local(each.text) })),
        h("span", { class: "amount", text: number(each.applications) }),
        amountCell(each.full), amountCell(each.charged),
        h("span", {}, amountCell(each.forgone),
          each.unknown ? h("span", { class: "under", text: t("report.unknown", { count: each.unknown }) }) : null))),
    { "data-testid": "forgone", class: "grid fees" },
  );
}

function file(href, text, name) {
  const download = name === "pdf" ? { target: "_blank", rel: "noopener" } : { download: "" };
  return h("a", { class: "button", href, ...download, "data-testid": `file-${name}`, text });
}

function refuse() {
  byId("report-results").append(h("p", { class: "callout", text: t(session.user ? "report.noRight" : "report.signInFirst") }));
  if (!session.user) {
    const button = h("button", { class: "button primary", type: "button", text: t("signIn") });
    button.addEventListener("click", () => openSignIn(status, status?.demo ? "cashier" : ""));
    byId("report-results").append(button);
  }
}
