package org.tuguan.api.usage;

import java.util.Objects;
import org.tuguan.core.LocalText;
import org.tuguan.core.exports.SpreadsheetCsv;

/** Use as a table for spreadsheets. */
final class UsageCsv {
  private UsageCsv() {}

  static byte[] write(UsageJson usage) {
    SpreadsheetCsv table =
        new SpreadsheetCsv(usage.by(), "name_zh", "name_en", "uses", "count", "bytes");
    for (UsageJson.Row row : usage.rows()) {
      LocalText name = Objects.requireNonNullElse(row.name(), new LocalText("", ""));
      table.row(
          Objects.requireNonNullElse(row.id(), "-"),
          name.zh(),
          name.en(),
          row.shown(),
          row.count(),
          row.bytes());
    }
    return table.bytes();
  }
}
