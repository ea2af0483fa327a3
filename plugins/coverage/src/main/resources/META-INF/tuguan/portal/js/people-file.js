import { number, t } from "/js/i18n/i18n.js";

const SEPARATORS = [",", "\t", ";"];
const MONTH = /(?:^|\D)((?:19|20)\d{2})[-_]?(0[1-9]|1[0-2])(?!\d)/;

/**
 * A table of text: UTF-8, or Big5 if it is not that. {encoding, heads, rows: [{line, cells}]}; throws
 * words with the line if a row has more cells than the head, or a quote is never closed.
 */
export async function readTable(file) {
  const bytes = await file.arrayBuffer();
  let encoding = "UTF-8";
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    encoding = "Big5";
    text = new TextDecoder("big5").decode(bytes);
  }
  const rows = parse(text).filter((row) => row.cells.some((cell) => cell.trim() !== ""));
  const heads = (rows.shift()?.cells ?? []).map((cell) => cell.trim());
  const long = rows.find(({ cells }) => cells.slice(heads.length).some((cell) => cell.trim() !== ""));
  if (long) {
    throw new Error(t("coverage.import.tableLong", { row: number(long.line) }));
  }
  return { encoding, heads, rows };
}

/** Two columns of a table as CSV; each row stays on the line on which it was. */
export function twoColumns(table, code, people) {
  const [first, second] = [code, people].map((name) => table.heads.indexOf(name));
  const lines = [[code, people].map(quoted).join(",")];
  for (const { line, cells } of table.rows) {
    while (lines.length < line - 1) {
      lines.push("");
    }
    lines.push([cells[first] ?? "", cells[second] ?? ""].map((cell) => quoted(cell.trim())).join(","));
  }
  return lines.join("\n");
}

/** The last day of the month that a file's name has, as an ISO day; "" if it has none. */
export function dayOfName(name) {
  const [, year, month] = MONTH.exec(name) ?? [];
  return year ? new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10) : "";
}

const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`;

function separatorOf(text) {
  const head = text.slice(0, (text.indexOf("\n") + 1 || text.length + 1) - 1);
  const count = (separator) => head.split(separator).length;
  return SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** RFC 4180: quotes around a cell hold separators, line breaks and doubled quotes; others are plain signs. */
function parse(text) {
  const separator = separatorOf(text);
  const rows = [];
  let cells = [];
  let cell = "";
  let held = false;
  let line = 1;
  let begun = 1;
  let opened = 1;
  const endRow = () => {
    rows.push({ line: begun, cells: [...cells, cell] });
    cells = [];
    cell = "";
    begun = line + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (held) {
      if (sign !== '"') {
        cell += sign;
      } else if (text[at + 1] === '"') {
        cell += sign;
        at++;
      } else {
        held = false;
      }
    } else if (sign === '"' && cell === "") {
      held = true;
      opened = line;
    } else if (sign === separator) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n") {
      endRow();
    } else if (sign !== "\r") {
      cell += sign;
    }
    line += sign === "\n" ? 1 : 0;
  }
  if (held) {
    throw new Error(t("coverage.import.tableQuote", { row: number(opened) }));
  }
  if (cell !== "" || cells.length > 0) {
    endRow();
  }
  return rows;
}
