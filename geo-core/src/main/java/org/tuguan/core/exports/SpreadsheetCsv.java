package org.tuguan.core.exports;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table for people with spreadsheets: RFC 4180, UTF-8 with a byte order mark. Text that a
 * spreadsheet would take for a formula gets an apostrophe before it, and {@link #plain} takes it
 * away again; numbers stay numbers. Data for programs goes through {@link
 * org.tuguan.core.feature.CsvEncoder}, which changes nothing. For one thread.
 */
public final class SpreadsheetCsv {
  /** What makes spreadsheets read a file as UTF-8. */
  public static final String MARK = "\uFEFF";

  /** With apostrophes that were there before, so that one can be taken away without loss. */
  private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r\\n＝＋＠－-].*", Pattern.DOTALL);

  private static final Pattern NUMBER_OR_DASH = Pattern.compile("-([0-9]+(\\.[0-9]+)?)?");
  private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

  private final StringBuilder lines = new StringBuilder(MARK);

  public SpreadsheetCsv(String... heads) {
    row((Object[]) heads);
  }

  /** Adds a row; null is an empty cell. */
  public SpreadsheetCsv row(Object... cells) {
    lines.append(line(cells));
    return this;
  }

  /** The whole table. */
  public String text() {
    return lines.toString();
  }

  /** The whole table in UTF-8. */
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** A row with its end, for tables that are written as they come. */
  public static String line(Object... cells) {
    return Arrays.stream(cells)
        .map(SpreadsheetCsv::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number) {
      return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
    String text = value.toString();
    String harmless = isFormula(text) ? "'" + text : text;
    return SPECIAL.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  private static boolean isFormula(String text) {
    return FORMULA.matcher(text).matches() && !NUMBER_OR_DASH.matcher(text).matches();
  }

  /** Text as it was before it was written to a table. */
  public static String plain(String cell) {
    return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }
}
