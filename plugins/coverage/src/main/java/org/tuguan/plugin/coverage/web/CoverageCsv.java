package org.tuguan.plugin.coverage.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.tuguan.core.exports.SpreadsheetCsv;
import org.tuguan.plugin.coverage.figure.CoverageJson;
import org.tuguan.plugin.coverage.plan.PlanJson;

/** Tables for spreadsheets; each row says what the figure rests on. */
final class CoverageCsv {
  private CoverageCsv() {}

  static byte[] areas(CoverageJson head, List<CoverageJson.AreaJson> areas) {
    SpreadsheetCsv table =
        new SpreadsheetCsv(
            "level",
            "code",
            "name",
            "covered",
            "total",
            "rate",
            "method",
            "census_date",
            "technologies",
            "inventory_date",
            "inventory_version",
            "synthetic",
            "footprint");
    for (CoverageJson.AreaJson area : areas) {
      table.row(
          area.level(),
          area.code(),
          area.name(),
          number(area.covered(), 1),
          number(area.total(), 0),
          number(area.rate(), 6),
          head.method(),
          head.censusDate(),
          String.join(" ", head.technologies()),
          head.inventoryDate(),
          head.inventoryVersion(),
          head.synthetic(),
          footprint(head));
    }
    return table.bytes();
  }

  static byte[] sites(PlanJson plan) {
    SpreadsheetCsv table =
        new SpreadsheetCsv(
            "order",
            "id",
            "longitude",
            "latitude",
            "x_3826",
            "y_3826",
            "technology",
            "radius_m",
            "people",
            "cost_twd",
            "method",
            "census_date",
            "inventory_date",
            "inventory_version",
            "footprint");
    CoverageJson head = plan.before();
    for (int i = 0; i < plan.sites().size(); i++) {
      PlanJson.SiteJson site = plan.sites().get(i);
      table.row(
          i + 1,
          site.id(),
          site.lon(),
          site.lat(),
          site.x(),
          site.y(),
          site.technology(),
          site.radiusM(),
          site.people(),
          site.costTwd(),
          head.method(),
          head.censusDate(),
          head.inventoryDate(),
          head.inventoryVersion(),
          footprint(head));
    }
    return table.bytes();
  }

  /** circle, or sight with the layers that were looked over and their versions. */
  private static String footprint(CoverageJson head) {
    String layers =
        head.obstacles().stream()
            .map(used -> " " + used.layer() + "@" + used.version())
            .collect(Collectors.joining());
    return head.footprint() + layers;
  }

  private static BigDecimal number(Double value, int decimals) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
