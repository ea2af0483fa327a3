package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.exports.SpreadsheetCsv;

/**
 * The monthly reports, for cashiers, officers and administrators: what came in, what was forgone.
 */
@RestController
class ReportController {
  private final JdbcReport report;
  private final JdbcForgone forgone;
  private final Clock clock;

  ReportController(JdbcReport report, JdbcForgone forgone, Clock clock) {
    this.report = report;
    this.forgone = forgone;
    this.clock = clock;
  }

  record RowJson(
      String month,
      String key,
      LocalText title,
      BigDecimal charged,
      BigDecimal refunded,
      BigDecimal net,
      long applications) {}

  record MonthJson(String month, BigDecimal charged, BigDecimal refunded, BigDecimal net) {}

  /**
   * @param full what it would have been without the rule
   * @param unknown applications whose full price nobody knows
   */
  record ForgoneJson(
      String month,
      String rule,
      String article,
      LocalText text,
      long applications,
      BigDecimal full,
      BigDecimal charged,
      BigDecimal forgone,
      long unknown) {}

  /**
   * @param net charged less refunded
   * @param ledgerRevenue the same, from the books
   */
  record ReportJson(
      String from,
      String to,
      String by,
      List<RowJson> rows,
      List<MonthJson> months,
      BigDecimal charged,
      BigDecimal refunded,
      BigDecimal net,
      BigDecimal ledgerRevenue,
      List<ForgoneJson> forgone,
      BigDecimal forgoneTotal) {}

  record ForgoneReport(
      String from, String to, List<ForgoneJson> forgone, BigDecimal forgoneTotal) {}

  /**
   * @param from first month; this year's first if empty
   * @param to last month; this year's last if empty
   */
  @GetMapping("/api/v1/payments/report")
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public ResponseEntity<?> report(
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "by", defaultValue = "agency") String by,
      @RequestParam(name = "f", defaultValue = "json") String format) {
    SeenPayments.requireAll(Callers.current());
    ReportMonths months = ReportMonths.read(from, to, clock);
    JdbcReport.By what = ReportMonths.by(by);
    List<RowJson> rows =
        report.list(what, months.from(), months.to()).stream().map(ReportController::row).toList();
    if (isCsv(format)) {
      return csv("payments-" + by + "-" + months.first() + "-" + months.last(), table(rows));
    }
    ForgoneReport less = forgone(months);
    return ResponseEntity.ok(
        new ReportJson(
            months.first().toString(),
            months.last().toString(),
            by,
            rows,
            byMonth(rows),
            sum(rows, RowJson::charged),
            sum(rows, RowJson::refunded),
            sum(rows, RowJson::net),
            report.revenue(months.from(), months.to()),
            less.forgone(),
            less.forgoneTotal()));
  }

  @GetMapping("/api/v1/payments/forgone")
  ResponseEntity<?> forgone(
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "f", defaultValue = "json") String format) {
    SeenPayments.requireAll(Callers.current());
    ReportMonths months = ReportMonths.read(from, to, clock);
    ForgoneReport found = forgone(months);
    if (!isCsv(format)) {
      return ResponseEntity.ok(found);
    }
    SpreadsheetCsv table =
        new SpreadsheetCsv(
            "month",
            "rule",
            "article",
            "text_zh",
            "text_en",
            "applications",
            "full",
            "charged",
            "forgone",
            "unknown");
    for (ForgoneJson each : found.forgone()) {
      table.row(
          each.month(),
          each.rule(),
          each.article(),
          each.text().zh(),
          each.text().en(),
          each.applications(),
          each.full(),
          each.charged(),
          each.forgone(),
          each.unknown());
    }
    return csv("forgone-" + months.first() + "-" + months.last(), table);
  }

  private ForgoneReport forgone(ReportMonths months) {
    List<ForgoneJson> rows =
        forgone.list(months.from(), months.to()).stream()
            .map(
                each ->
                    new ForgoneJson(
                        each.month(),
                        each.rule(),
                        each.article(),
                        each.text(),
                        each.applications(),
                        each.full(),
                        each.charged(),
                        each.forgone(),
                        each.unknown()))
            .toList();
    return new ForgoneReport(
        months.first().toString(), months.last().toString(), rows, sum(rows, ForgoneJson::forgone));
  }

  private static boolean isCsv(String format) {
    if (!List.of("json", "csv").contains(format)) {
      throw RequestException.invalid("f", format, "allowed are json, csv");
    }
    return format.equals("csv");
  }

  private static RowJson row(JdbcReport.Row row) {
    return new RowJson(
        row.month(),
        row.key(),
        row.title(),
        row.charged(),
        row.refunded(),
        row.net(),
        row.applications());
  }

  private static List<MonthJson> byMonth(List<RowJson> rows) {
    Map<String, List<RowJson>> months = new TreeMap<>();
    rows.forEach(row -> months.computeIfAbsent(row.month(), any -> new ArrayList<>()).add(row));
    return months.entrySet().stream()
        .map(
            each ->
                new MonthJson(
                    each.getKey(),
                    sum(each.getValue(), RowJson::charged),
                    sum(each.getValue(), RowJson::refunded),
                    sum(each.getValue(), RowJson::net)))
        .toList();
  }

  private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> amount) {
    return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static SpreadsheetCsv table(List<RowJson> rows) {
    SpreadsheetCsv table =
        new SpreadsheetCsv(
            "month", "key", "title_zh", "title_en", "charged", "refunded", "net", "applications");
    for (RowJson row : rows) {
      table.row(
          row.month(),
          row.key(),
          row.title().zh(),
          row.title().en(),
          row.charged(),
          row.refunded(),
          row.net(),
          row.applications());
    }
    return table;
  }

  private static ResponseEntity<byte[]> csv(String name, SpreadsheetCsv table) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .body(table.bytes());
  }
}
