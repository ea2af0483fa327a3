package org.tuguan.api.usage;

import java.util.Objects;
import org.tuguan.core.LocalText;

/** Use as a table for spreadsheets: UTF-8 with a byte order mark, RFC 4180. */
final class UsageCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private UsageCsv() {}

  static String write(UsageJson usage) {
    StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
    line(out, usage.by(), "name_zh", "name_en", "uses", "count", "bytes");
    for (UsageJson.Row row : usage.rows()) {
      LocalText name = Objects.requireNonNullElse(row.name(), new LocalText("", ""));
      line(
          out,
          Objects.requireNonNullElse(row.id(), "-"),
          name.zh(),
          name.en(),
          row.shown(),
          text(row.count()),
          text(row.bytes()));
    }
    return out.toString();
  }

  private static String text(Long number) {
    return number == null ? "" : Long.toString(number);
  }

  private static void line(StringBuilder out, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      out.append(i == 0 ? "" : ",").append(quoted(fields[i]));
    }
    out.append("\r\n");
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  private static String quoted(String field) {
    String text = field.matches("(?s)[=+@\\t\\r].*|-.+") ? "'" + field : field;
    return text.matches("(?s).*[\",\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
