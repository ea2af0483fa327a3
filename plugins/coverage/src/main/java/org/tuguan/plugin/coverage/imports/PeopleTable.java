package org.tuguan.plugin.coverage.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.exports.SpreadsheetCsv;

/**
 * People by the code of their area, from a table with a head (CSV, RFC 4180).
 *
 * @param rows by code
 * @param codeColumn the column that has the codes
 * @param blank how many rows have no number; nobody lives there
 */
record PeopleTable(Map<String, Row> rows, String codeColumn, int blank) {
  /**
   * @param line on which the row ends, the head being 1
   */
  record Row(long line, int people) {}

  /**
   * @throws RequestException it is no table, or does not have the columns
   */
  static PeopleTable read(CensusImport.Body body, Faults faults) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();
    String mark = SpreadsheetCsv.MARK;
    String text =
        body.table().startsWith(mark) ? body.table().substring(mark.length()) : body.table();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      column(parser, "table_code", body.tableCode());
      column(parser, "table_people", body.tablePeople());
      Map<String, Row> rows = new LinkedHashMap<>();
      int blank = 0;
      for (CSVRecord each : parser) {
        blank += add(parser.getCurrentLineNumber(), each, body, rows, faults) ? 1 : 0;
      }
      return new PeopleTable(rows, body.tableCode(), blank);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "table",
          new LocalText("表格不是可讀的 CSV", "the table cannot be read as CSV: " + e.getMessage()),
          e);
    }
  }

  /** 0 where the table says nothing. */
  int people(String code) {
    Row row = rows.get(code);
    return row == null ? 0 : row.people();
  }

  /** Notes that a code is wrong. */
  void wrong(Faults faults, long line, LocalText reason) {
    wrong(faults, line, "code", codeColumn, reason);
  }

  private static void column(CSVParser parser, String parameter, String name) {
    if (name == null) {
      throw RequestException.missing(parameter);
    }
    if (!parser.getHeaderNames().contains(name)) {
      throw RequestException.invalid(
          parameter,
          name,
          new LocalText(
              "欄位有 " + String.join("、", parser.getHeaderNames()),
              "columns are " + String.join(", ", parser.getHeaderNames())));
    }
  }

  /** True if the row has no number. */
  private static boolean add(
      long line, CSVRecord row, CensusImport.Body body, Map<String, Row> rows, Faults faults) {
    String code = value(row, body.tableCode());
    String number = value(row, body.tablePeople());
    if (code.isEmpty()) {
      if (!number.isEmpty()) {
        wrong(faults, line, "code", body.tableCode(), new LocalText("沒有代碼", "has no code"));
      }
      return false;
    }
    Optional<Integer> people = number.isEmpty() ? Optional.of(0) : Values.people(number);
    if (people.isEmpty()) {
      String quoted = RequestException.quote(number);
      wrong(
          faults,
          line,
          "people",
          body.tablePeople(),
          new LocalText(
              "%s 不是人數（0 以上整數）".formatted(quoted),
              "%s is not a number of people, whole and at least 0".formatted(quoted)));
    }
    Row again = rows.put(code, new Row(line, people.orElse(0)));
    if (again != null) {
      wrong(
          faults,
          line,
          "code",
          body.tableCode(),
          new LocalText(
              "代碼 %s 與第 %d 列重複".formatted(code, again.line()),
              "the code %s is also on line %d".formatted(code, again.line())));
    }
    return number.isEmpty();
  }

  private static String value(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column).strip() : "";
  }

  private static void wrong(
      Faults faults, long line, String field, String column, LocalText reason) {
    faults.add(new BadRow(BadRow.Of.TABLE, Long.toString(line), field, column, reason));
  }
}
