import { listBankAccounts, readBankStatement, sampleStatementUrl } from "../api/payments.js";
import { fileChooser } from "../import/file-chooser.js";
import { day, local, number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { row } from "../ui/table.js";
import { amountCell, badge, cardTable, withUnder } from "./cash-words.js";

const FINE = ["MATCHED", "DUPLICATE"];
const BEFORE = ["DUPLICATE", "IN_DOUBT"];
const EXAMPLE = [
  "transaction_id,date,amount,reference,payer",
  "T20261201001,2026-12-01,1200,11500000000188,示範公司",
].join("\n");

/** A bank's CSV file: first what each line would do, then, if that is right, done. */
export async function openBankStatement(pane, { status }) {
  const names = await listBankAccounts();
  const account = select("account", names.map((each) => [each, each]), names[0] ?? "");
  const result = h("div", { "aria-live": "polite", "data-testid": "statement" });
  const choose = fileChooser((files) => tryFile(files[0], account.value, result), {
    id: "bank-file",
    accept: ".csv,text/csv",
    choose: t("cash.chooseCsv"),
    hint: t("cash.csvHint"),
  });
  pane.replaceChildren(
    h("div", { class: "section-head" }, h("h2", { text: t("cash.bank") })),
    h("p", { class: "hint", text: t("cash.bankLead") }),
    names.length > 0 ? field(t("cash.bankAccount"), account) : "",
    choose,
    h("details", { class: "csv-example" }, h("summary", { text: t("cash.csvExample") }), h("pre", { text: EXAMPLE })),
    status?.demo ? sample() : "",
    result,
  );
}

/** In the demonstration, a file that fits what is to be paid now. */
function sample() {
  const link = h("a", { class: "button", href: sampleStatementUrl(), download: "", "data-testid": "sample-statement", text: t("cash.sample") });
  return h("p", { class: "sample-statement" }, link, h("span", { class: "hint", text: t("cash.sampleHint") }));
}

async function tryFile(file, account, result) {
  result.replaceChildren(h("p", { class: "hint", role: "status", text: t("cash.reading", { name: file.name }) }));
  try {
    const checked = await readBankStatement(file, true, { account });
    const book = h("button", { class: "button primary", type: "button", "data-testid": "book-statement" });
    const told = toldApart(checked, fit);
    function fit() {
      const count = bookable(checked) + told.chosen().length;
      book.textContent = t("cash.bookLines", { count });
      book.disabled = count === 0;
    }
    fit();
    book.addEventListener("click", () => {
      if (told.chosen().length === 0 || told.reason.reportValidity()) {
        bookFile(file, { account, another: told.chosen().join(","), reason: told.reason.value.trim() }, book, result);
      }
    });
    result.replaceChildren(
      h("p", { class: "callout", "data-testid": "dry-run", text: t("cash.dryRun", { name: file.name }) }),
      summary(checked),
      told.boxes.size > 0 ? h("div", { class: "stack narrow" }, field(t("cash.anotherReason"), told.reason, t("cash.anotherHint"))) : "",
      h("div", { class: "actions start" }, book),
      lines(checked, told.boxes),
    );
  } catch (error) {
    result.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }));
  }
}

/** Lines that were booked before, as it seems, and of which the cashier may say that they were not. */
function toldApart(checked, changed) {
  const open = checked.lines.filter((line) => line.may_be_another);
  const boxes = new Map(open.map(({ line }) => [line, h("input", { type: "checkbox", value: line, onchange: changed })]));
  const chosen = () => [...boxes.values()].filter((each) => each.checked).map((each) => each.value);
  return { boxes, chosen, reason: input("reason", { maxlength: "500" }) };
}

/** Lines that were not booked before. */
function bookable(checked) {
  return checked.lines.filter((line) => !BEFORE.includes(line.finding)).length;
}

async function bookFile(file, wanted, button, result) {
  button.disabled = true;
  try {
    const booked = await readBankStatement(file, false, wanted);
    const kept = booked.lines.filter((line) => line.finding !== "MATCHED" && !BEFORE.includes(line.finding)).length;
    result.replaceChildren(
      h("p", { class: "callout", "data-testid": "booked", text: t("cash.bookedLines", { count: booked.booked }) }),
      kept > 0 ? h("p", { class: "callout warn", text: t("cash.keptLines", { count: kept }) }) : "",
      summary(booked),
      lines(booked, new Map()),
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

/** @param boxes by line, with which it is said to be another movement */
function lines(checked, boxes) {
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
          line.finding === "MATCHED" ? null : h("span", { class: "under", text: local(line.message) }),
          boxes.has(line.line)
            ? h("label", { class: "check", "data-testid": `another-${line.line}` }, boxes.get(line.line), t("cash.another"))
            : null),
      ),
    ),
  );
}
