package org.tuguan.api.payment;

import java.util.List;
import java.util.stream.Collectors;

/** Tables for spreadsheets: UTF-8 with a byte order mark, RFC 4180. */
final class ReportCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ReportCsv() {}

  static String write(List<List<Object>> table) {
    return table.stream()
        .map(line -> line.stream().map(ReportCsv::field).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  private static String field(Object value) {
    String plain = value.toString();
    boolean formula = !(value instanceof Number) && plain.matches("(?s)[=+@\\t\\r-].*");
    String text = formula ? "'" + plain : plain;
    return text.matches("(?s).*[\",\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
