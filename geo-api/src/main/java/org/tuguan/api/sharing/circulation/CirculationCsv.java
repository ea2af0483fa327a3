package org.tuguan.api.sharing.circulation;

import java.math.BigDecimal;

/** A series as a table for spreadsheets: UTF-8 with a byte order mark, RFC 4180. */
final class CirculationCsv {
  private CirculationCsv() {}

  static String write(CirculationJson.Series series) {
    StringBuilder out =
        new StringBuilder("\uFEFFon,adopters,agencies,rate,rule,target,published\r\n");
    for (CirculationJson.Point each : series.figures()) {
      out.append(each.on())
          .append(',')
          .append(each.adopters())
          .append(',')
          .append(each.agencies())
          .append(',')
          .append(text(each.rate()))
          .append(',')
          .append(each.rule())
          .append(',')
          .append(text(each.target()))
          .append(',')
          .append(each.published())
          .append("\r\n");
    }
    return out.toString();
  }

  private static String text(BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
