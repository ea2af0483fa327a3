import { readBankStatement } from "../api/payments.js";
import { fileChooser } from "../import/file-chooser.js";
import { day, local, number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";
import { row } from "../ui/table.js";
import { amountCell, badge, cardTable, withUnder } from "./cash-words.js";

const FINE = ["MATCHED", "DUPLICATE"];
const EXAMPLE = [
  "transaction_id,date,amount,reference,payer",
  "T20261201001,2026-12-01,1200,11500000000188,示範公司",
].join("\n");

/** A bank's CSV file: first what each line would do, then, if that is right, done. */
export function openBankStatement(pane) {
  const result = h("div", { "aria-live": "polite", "data-testid": "statement" });
  const choose = fileChooser((files) => tryFile(files[0], result), {
    id: "bank-file",
    accept: ".csv,text/csv",
    choose: t("cash.chooseCsv"),
    hint: t("cash.csvHint"),
  });
  pane.replaceChildren(
    h("div", { class: "section-head" }, h("h2", { text: t("cash.bank") })),
    h("p", { class: "hint", text: t("cash.bankLead") }),
    choose,
    h("details", { class: "csv-example" }, h("summary", { text: t("cash.csvExample") }), h("pre", { text: EXAMPLE })),
    result,
  );
}

async function tryFile(file, result) {
  result.replaceChildren(h("p", { class: "hint", role: "status", text: t("cash.reading", { name: file.name }) }));
  try {
    const checked = await readBankStatement(file, true);
    const book = h("button", { class: "button primary", type: "button", "data-testid": "book-statement" });
    book.textContent = t("cash.bookLines", { count: bookable(checked) });
    book.disabled = bookable(checked) === 0;
    book.addEventListener("click", () => bookFile(file, book, result));
    result.replaceChildren(
      h("p", { class: "callout", "data-testid": "dry-run", text: t("cash.dryRun", { name: file.name }) }),
      summary(checked),
      h("div", { class: "actions start" }, book),
      lines(checked),
    );
  } catch (error) {
    result.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }));
  }
}

/** Lines that were not booked before. */
function bookable(checked) {
  return checked.lines.filter((line) => line.finding !== "DUPLICATE").length;
}

async function bookFile(file, button, result) {
  button.disabled = true;
  try {
    const booked = await readBankStatement(file, false);
    const kept = booked.lines.filter((line) => !FINE.includes(line.finding)).length;
    result.replaceChildren(
      h("p", { class: "callout", "data-testid": "booked", text: t("cash.bookedLines", { count: booked.booked }) }),
      kept > 0 ? h("p", { class: "callout warn", text: t("cash.keptLines", { count: kept }) }) : "",
      summary(booked),
      lines(booked),
    );
  } catch (error) {
    button.disabled = false;
    notice(explain(error), "error");
  }
}

function summary(checked) {
  const titles = new Map(checked.lines.map((line) => [line.finding, local(line.finding_title)]));
  return h(
    "ul",
    { class: "counts" },
    [...titles].map(([finding, title]) =>
      h("li", { "data-testid": `count-${finding}` },
        h("b", { text: number(checked.counts[finding]) }), badge(title, !FINE.includes(finding)))),
  );
}

function lines(checked) {
  const heads = ["cash.line", "cash.transaction", "cash.received", "cash.amount", "cash.reference", "cash.finding"].map((key) => t(key));
  return cardTable(
    heads,
    checked.lines.map((line) =>
      row(
        { "data-testid": `line-${line.line}`, "data-finding": line.finding },
        number(line.line),
        withUnder(line.transaction, line.payer),
        day(line.date),
        amountCell(line.amount),
        withUnder(line.reference, line.application),
        h("span", {}, badge(local(line.finding_title), !FINE.includes(line.finding)),
          line.finding === "MATCHED" ? null : h("span", { class: "under", text: local(line.message) })),
      ),
    ),
  );
}
