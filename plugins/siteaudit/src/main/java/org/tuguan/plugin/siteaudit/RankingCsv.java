package org.tuguan.plugin.siteaudit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.exports.SpreadsheetCsv;

/** The ranking as a table for spreadsheets. */
final class RankingCsv {
  private RankingCsv() {}

  static byte[] of(List<SiteAuditController.Place> places) {
    SpreadsheetCsv table =
        new SpreadsheetCsv(
            "place",
            "agency",
            "name_zh",
            "name_en",
            "sites",
            "links",
            "freshness",
            "content",
            "answers",
            "total");
    for (SiteAuditController.Place place : places) {
      table.row(
          place.place(),
          place.agency(),
          place.name().zh(),
          place.name().en(),
          place.sites(),
          fraction(place.means().links()),
          fraction(place.means().freshness()),
          fraction(place.means().content()),
          fraction(place.means().answers()),
          fraction(place.total()));
    }
    return table.bytes();
  }

  private static BigDecimal fraction(Optional<Double> value) {
    return value
        .map(each -> BigDecimal.valueOf(each).setScale(4, RoundingMode.HALF_UP))
        .orElse(null);
  }
}
