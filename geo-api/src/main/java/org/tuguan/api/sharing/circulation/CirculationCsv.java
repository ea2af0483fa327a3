package org.tuguan.api.sharing.circulation;

import java.math.BigDecimal;
import org.tuguan.core.exports.SpreadsheetCsv;

/** A series as a table for spreadsheets. */
final class CirculationCsv {
  private CirculationCsv() {}

  static byte[] write(CirculationJson.Series series) {
    SpreadsheetCsv table =
        new SpreadsheetCsv("on", "adopters", "agencies", "rate", "rule", "target", "published");
    for (CirculationJson.Point each : series.figures()) {
      table.row(
          each.on(),
          each.adopters(),
          each.agencies(),
          stripped(each.rate()),
          each.rule(),
          stripped(each.target()),
          each.published());
    }
    return table.bytes();
  }

  private static BigDecimal stripped(BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }
}
