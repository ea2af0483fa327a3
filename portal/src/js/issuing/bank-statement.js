import { listBankAccounts, readBankStatement, sampleStatementUrl } from "../api/payments.js";
import { fileChooser } from "../import/file-chooser.js";
import { day, local, number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { field, input } from "../ui/fields.js";
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
  const desk = {
    account: h("select", { name: "account", required: true }, h("option", { value: "", text: t("cash.chooseAccount") })),
    place: h("div"),
    result: h("div", { "aria-live": "polite", "data-testid": "statement" }),
    file: null,
    tries: 0,
    names: null,
  };
  desk.account.addEventListener("change", () => tryFile(desk));
  const choose = fileChooser((files) => {
    desk.file = files[0];
    tryFile(desk);
  }, {
    id: "bank-file",
    accept: ".csv,text/csv",
    choose: t("cash.chooseCsv"),
    hint: t("cash.csvHint"),
  });
  pane.replaceChildren(
    h("div", { class: "section-head" }, h("h2", { text: t("cash.bank") })),
    h("p", { class: "hint", text: t("cash.bankLead") }),
    desk.place,
    choose,
    h("details", { class: "csv-example" }, h("summary", { text: t("cash.csvExample") }), h("pre", { text: EXAMPLE })),
    status?.demo ? sample() : "",
    desk.result,
  );
  await learnAccounts(desk).catch((error) => fail(desk, error));
}

/** None is chosen for the cashier; without accounts nothing is asked. */
async function learnAccounts(desk) {
  if (desk.names) {
    return;
  }
  const names = await listBankAccounts();
  if (!desk.names && names.length > 0) {
    desk.account.append(...names.map((each) => h("option", { value: each, text: each })));
    desk.place.replaceChildren(h("div", { class: "stack bank-account" }, field(t("cash.bankAccount"), desk.account)));
  }
  desk.names ??= names;
}

function fail(desk, error) {
  desk.result.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }));
}

/** In the demonstration, a file that fits what is to be paid now. */
function sample() {
  const link = h("a", { class: "button", href: sampleStatementUrl(), download: "", "data-testid": "sample-statement", text: t("cash.sample") });
  return h("p", { class: "sample-statement" }, link, h("span", { class: "hint", text: t("cash.sampleHint") }));
}

/** What was shown before goes at once; an answer that comes after a later question is left aside. */
async function tryFile(desk) {
  desk.tries += 1;
  const tried = { file: desk.file, number: desk.tries };
  if (!tried.file) {
    desk.result.replaceChildren();
    return;
  }
  desk.result.replaceChildren(h("p", { class: "hint", role: "status", text: t("cash.reading", { name: tried.file.name }) }));
  try {
    await learnAccounts(desk);
    if (tried.number !== desk.tries) {
      return;
    }
    tried.account = desk.account.value;
    if (desk.names.length > 0 && !tried.account) {
      desk.result.replaceChildren(h("p", { class: "callout warn", "data-testid": "account-first", text: t("cash.accountFirst", { name: tried.file.name }) }));
      desk.account.focus();
      return;
    }
    const checked = await readBankStatement(tried.file, true, { account: tried.account });
    if (tried.number === desk.tries) {
      showTried(desk, tried, checked);
    }
  } catch (error) {
    if (tried.number === desk.tries) {
      fail(desk, error);
    }
  }
}

/** What was tried is what is booked: the same file of the same account. */
function showTried(desk, tried, checked) {
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
      bookFile(desk, tried, { account: tried.account, another: told.chosen().join(","), reason: told.reason.value.trim() }, book);
    }
  });
  const words = tried.account ? t("cash.dryRunOfAccount", { name: tried.file.name, account: tried.account }) : t("cash.dryRun", { name: tried.file.name });
  desk.result.replaceChildren(
    h("p", { class: "callout", "data-testid": "dry-run", text: words }),
    summary(checked),
    told.boxes.size > 0 ? h("div", { class: "stack narrow" }, field(t("cash.anotherReason"), told.reason, t("cash.anotherHint"))) : "",
    h("div", { class: "actions start" }, book),
    lines(checked, told.boxes),
  );
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

async function bookFile(desk, tried, wanted, button) {
  button.disabled = true;
  desk.account.disabled = true;
  try {
    const booked = await readBankStatement(tried.file, false, wanted);
    if (tried.number === desk.tries) {
      desk.file = null;
      showBooked(desk, booked);
    } else {
      notice(t("cash.bookedLines", { count: booked.booked }));
    }
  } catch (error) {
    button.disabled = false;
    notice(explain(error), "error");
  }
  desk.account.disabled = false;
}

function showBooked(desk, booked) {
  const kept = booked.lines.filter((line) => line.finding !== "MATCHED" && !BEFORE.includes(line.finding)).length;
  desk.result.replaceChildren(
    h("p", { class: "callout", "data-testid": "booked", text: t("cash.bookedLines", { count: booked.booked }) }),
    kept > 0 ? h("p", { class: "callout warn", text: t("cash.keptLines", { count: kept }) }) : "",
    summary(booked),
    lines(booked, new Map()),
  );
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
