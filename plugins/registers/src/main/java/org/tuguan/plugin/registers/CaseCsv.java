package org.tuguan.plugin.registers;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.exports.SpreadsheetCsv;

/**
 * Cases as a table for spreadsheets: {@code number}, title, category, state, agency, handler,
 * manager, opened, due, closed, lon, lat, then the register's fields by id. A number is written
 * and, on reading, left aside: cases that come in get their own.
 */
final class CaseCsv {
  private static final List<String> FIRST =
      List.of(
          "number",
          "title",
          "category",
          "state",
          "agency",
          "handler",
          "manager",
          "opened",
          "due",
          "closed",
          "lon",
          "lat");

  private CaseCsv() {}

  /** A row that was read, with the line it ends on. */
  record Line(long line, CSVRecord row) {}

  static String head(Register register) {
    return SpreadsheetCsv.MARK
        + SpreadsheetCsv.line(
            Stream.concat(FIRST.stream(), register.fields().stream().map(Register.Field::id))
                .toArray());
  }

  static String row(Register register, Case one) {
    List<Object> cells = new ArrayList<>();
    cells.addAll(
        List.of(
            one.number(),
            one.title(),
            one.category(),
            one.state(),
            one.agency(),
            one.handler(),
            one.manager(),
            one.opened()));
    cells.add(one.due().map(Object::toString).orElse(""));
    cells.add(one.closed().map(Object::toString).orElse(""));
    cells.add(one.lon().map(Object::toString).orElse(""));
    cells.add(one.lat().map(Object::toString).orElse(""));
    register.fields().forEach(field -> cells.add(one.fields().getOrDefault(field.id(), "")));
    return SpreadsheetCsv.line(cells.toArray());
  }

  /**
   * @throws RequestException if it is no table, or has other columns
   */
  static List<Line> read(Register register, String text) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(text.startsWith(SpreadsheetCsv.MARK) ? text.substring(1) : text),
            format)) {
      known(register, parser.getHeaderNames());
      List<Line> lines = new ArrayList<>();
      for (CSVRecord each : parser) {
        lines.add(new Line(parser.getCurrentLineNumber(), each));
      }
      return lines;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "",
          new LocalText("不是可讀的 CSV", "this cannot be read as CSV: " + e.getMessage()),
          e);
    }
  }

  private static void known(Register register, List<String> names) {
    for (String name : names) {
      boolean known =
          FIRST.contains(name)
              || register.fields().stream().anyMatch(each -> each.id().equals(name));
      if (!known) {
        throw RequestException.invalid(
            "column", name, head(register).replace(SpreadsheetCsv.MARK, "").strip());
      }
    }
    if (!names.contains("title") || !names.contains("category") || !names.contains("agency")) {
      throw RequestException.invalid(
          "column",
          String.join(",", names),
          new LocalText("須有 title、category、agency 三欄", "title, category and agency must be there"));
    }
  }

  /**
   * @throws RequestException naming the column that cannot be understood
   */
  static CaseDraft draft(Register register, Line line) {
    CSVRecord row = line.row();
    Map<String, Object> fields = new HashMap<>();
    register.fields().stream()
        .filter(each -> row.isSet(each.id()) && !row.get(each.id()).isEmpty())
        .forEach(each -> fields.put(each.id(), SpreadsheetCsv.plain(row.get(each.id()))));
    return new CaseDraft(
        text(row, "title"),
        text(row, "category"),
        text(row, "state"),
        text(row, "agency"),
        text(row, "handler"),
        text(row, "manager"),
        day(row, "opened"),
        day(row, "due"),
        day(row, "closed"),
        fields,
        degrees(row, "lon"),
        degrees(row, "lat"),
        null,
        "");
  }

  private static String text(CSVRecord row, String name) {
    return row.isSet(name) && !row.get(name).isEmpty() ? SpreadsheetCsv.plain(row.get(name)) : null;
  }

  private static LocalDate day(CSVRecord row, String name) {
    String text = text(row, name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw RequestException.invalid(
          name, text, new LocalText("日期，例如 2026-11-23", "a day as 2026-11-23"));
    }
  }

  private static Double degrees(CSVRecord row, String name) {
    String text = text(row, name);
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw RequestException.invalid(name, text, new LocalText("經緯度", "degrees"));
    }
  }
}
