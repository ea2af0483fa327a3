package org.tuguan.plugin.siteaudit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The ranking as a table (RFC 4180), with the mark that makes spreadsheets read it as UTF-8. */
final class RankingCsv {
  private static final String MARK = "\uFEFF";
  private static final String HEAD =
      "place,agency,name_zh,name_en,sites,links,freshness,content,answers,total\r\n";

  private RankingCsv() {}

  static String of(List<SiteAuditController.Place> places) {
    StringBuilder out = new StringBuilder(MARK).append(HEAD);
    for (SiteAuditController.Place place : places) {
      out.append(
          String.join(
              ",",
              Integer.toString(place.place()),
              quoted(place.agency()),
              quoted(place.name().zh()),
              quoted(place.name().en()),
              Integer.toString(place.sites()),
              fraction(place.means().links()),
              fraction(place.means().freshness()),
              fraction(place.means().content()),
              fraction(place.means().answers()),
              fraction(place.total())));
      out.append("\r\n");
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String fraction(Optional<Double> value) {
    return value
        .map(each -> BigDecimal.valueOf(each).setScale(4, RoundingMode.HALF_UP).toPlainString())
        .orElse("");
  }
}
