package org.tuguan.api.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.papers.Papers;
import org.tuguan.api.papers.ReportPaper;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;

/** The monthly report on paper, for those who may read the report. */
@RestController
class ReportPaperController {
  private static final Map<JdbcReport.By, LocalText> BY =
      Map.of(
          JdbcReport.By.LAYER, new LocalText("圖層", "Layer"),
          JdbcReport.By.AGENCY, new LocalText("機關", "Agency"),
          JdbcReport.By.ARTICLE, new LocalText("條文", "Article"));

  private final JdbcReport report;
  private final JdbcForgone forgone;
  private final Papers papers;
  private final boolean demonstration;
  private final Clock clock;

  ReportPaperController(
      JdbcReport report,
      JdbcForgone forgone,
      Papers papers,
      TuguanProperties properties,
      Clock clock) {
    this.report = report;
    this.forgone = forgone;
    this.papers = papers;
    this.demonstration = properties.demo();
    this.clock = clock;
  }

  /** As {@code /api/v1/payments/report}. */
  @GetMapping("/api/v1/payments/report.pdf")
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public ResponseEntity<byte[]> print(
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "by", defaultValue = "agency") String by) {
    SeenPayments.requireAll(Callers.current());
    ReportMonths months = ReportMonths.read(from, to, clock);
    JdbcReport.By what = ReportMonths.by(by);
    List<ReportPaper.Row> rows =
        report.list(what, months.from(), months.to()).stream()
            .map(
                row ->
                    new ReportPaper.Row(
                        row.month(),
                        row.title(),
                        row.charged(),
                        row.refunded(),
                        row.net(),
                        row.applications()))
            .toList();
    List<ReportPaper.Forgone> less =
        forgone.list(months.from(), months.to()).stream()
            .map(
                each ->
                    new ReportPaper.Forgone(
                        each.month(),
                        (each.article() + "　" + each.text().zh()).strip(),
                        each.applications(),
                        each.full(),
                        each.forgone(),
                        each.unknown()))
            .toList();
    ReportPaper paper = new ReportPaper(months.first(), months.last(), BY.get(what), rows, less);
    return papers.answer(
        paper.document(papers.city(), clock.instant(), demonstration),
        "fees-" + months.first() + "-" + months.last());
  }
}
