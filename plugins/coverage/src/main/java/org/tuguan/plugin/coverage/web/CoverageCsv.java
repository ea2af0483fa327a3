package org.tuguan.plugin.coverage.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.tuguan.plugin.coverage.figure.CoverageJson;
import org.tuguan.plugin.coverage.plan.PlanJson;

/**
 * Tables for spreadsheets: UTF-8 with byte order mark, CRLF (RFC 4180). Each row says what the
 * figure rests on.
 */
final class CoverageCsv {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CoverageCsv() {}

  static byte[] areas(CoverageJson head, List<CoverageJson.AreaJson> areas) {
    StringBuilder csv = new StringBuilder();
    csv.append(BYTE_ORDER_MARK)
        .append(
            "level,code,name,covered,total,rate,method,census_date,technologies,inventory_date,"
                + "inventory_version,synthetic\r\n");
    for (CoverageJson.AreaJson area : areas) {
      line(
          csv,
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
          head.synthetic());
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] sites(PlanJson plan) {
    StringBuilder csv = new StringBuilder();
    csv.append(BYTE_ORDER_MARK)
        .append("order,id,longitude,latitude,x_3826,y_3826,technology,radius_m,people,cost_twd,")
        .append("method,census_date,inventory_date,inventory_version\r\n");
    CoverageJson head = plan.before();
    for (int i = 0; i < plan.sites().size(); i++) {
      PlanJson.SiteJson site = plan.sites().get(i);
      line(
          csv,
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
          head.inventoryVersion());
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String number(Double value, int decimals) {
    return value == null ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  static void line(StringBuilder csv, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      csv.append(i == 0 ? "" : ",").append(cell(String.valueOf(cells[i])));
    }
    csv.append("\r\n");
  }

  /** Quoted where needed; what a spreadsheet would take for a formula is made text. */
  private static String cell(String text) {
    String safe = text.matches("[=+@\\t\\r].*|-.*[^0-9.].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
