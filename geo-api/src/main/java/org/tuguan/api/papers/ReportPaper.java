package org.tuguan.api.papers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tuguan.core.LocalText;
import org.tuguan.core.print.Block;
import org.tuguan.core.print.Block.Column;
import org.tuguan.core.print.Block.Fact;
import org.tuguan.core.print.PrintedDocument;
import org.tuguan.core.print.PrintedDocument.Masthead;
import org.tuguan.core.print.PrintedDocument.Paper;
import org.tuguan.core.print.SeriesChart;

/**
 * What fees came in and what was forgone, month by month (規費月報).
 *
 * @param by what the rows stand for
 * @param forgone by the rule that says so
 */
public record ReportPaper(
    YearMonth from, YearMonth to, LocalText by, List<Row> rows, List<Forgone> forgone) {
  private static final LocalText MONTH = new LocalText("月份", "Month");
  private static final LocalText APPLICATIONS = new LocalText("案件數", "Applications");
  private static final LocalText CHARGED = new LocalText("收入", "Charged");
  private static final LocalText REFUNDED = new LocalText("退還", "Refunded");
  private static final LocalText NET = new LocalText("淨額", "Net");
  private static final LocalText FORGONE = new LocalText("減免金額", "Forgone");

  /** Amounts in whole NT$. */
  public record Row(
      String month,
      LocalText title,
      BigDecimal charged,
      BigDecimal refunded,
      BigDecimal net,
      long applications) {}

  /**
   * @param unknown applications whose full price nobody knows
   */
  public record Forgone(
      String month,
      String rule,
      long applications,
      BigDecimal full,
      BigDecimal less,
      long unknown) {}

  public ReportPaper {
    rows = List.copyOf(rows);
    forgone = List.copyOf(forgone);
  }

  public PrintedDocument document(LocalText issuer, Instant made, boolean demonstration) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Facts(
            List.of(
                Fact.of(new LocalText("期間", "Months"), from + " 至 " + to),
                Fact.of(new LocalText("統計方式", "By"), by.both()),
                Fact.of(CHARGED, Papers.dollars(sum(rows, Row::charged))),
                Fact.of(REFUNDED, Papers.dollars(sum(rows, Row::refunded))),
                Fact.strong(NET, Papers.dollars(sum(rows, Row::net))),
                Fact.of(FORGONE, Papers.dollars(sum(forgone, Forgone::less))))));
    blocks.add(new Block.Heading(new LocalText("規費收入", "Fees")));
    if (rows.isEmpty()) {
      blocks.add(Block.Paragraph.of(new LocalText("這段期間沒有規費收入。", "Nothing was charged.")));
    } else {
      blocks.add(chart());
      blocks.add(fees());
    }
    blocks.add(new Block.Heading(new LocalText("減免", "Forgone by exemptions")));
    blocks.add(
        forgone.isEmpty()
            ? Block.Paragraph.of(new LocalText("這段期間沒有減免。", "Nothing was forgone."))
            : less());
    return new PrintedDocument(
        new Masthead(new LocalText("規費月報", "Monthly report of fees"), issuer, ""),
        made,
        Paper.A4,
        demonstration,
        blocks);
  }

  private Block chart() {
    Map<String, Double> months = new TreeMap<>();
    for (YearMonth each = from; !each.isAfter(to); each = each.plusMonths(1)) {
      months.put(each.toString(), 0.0);
    }
    rows.forEach(row -> months.merge(row.month(), row.net().doubleValue(), Double::sum));
    // A month in which more was given back than came in has no bar; the table says how much.
    List<Double> values = months.values().stream().map(value -> Math.max(0, value)).toList();
    return new Block.Drawing(
        50,
        new LocalText("各月淨額（元）", "Net by month (NT$)"),
        new SeriesChart(SeriesChart.Kind.BARS, List.copyOf(months.keySet()), values));
  }

  private Block fees() {
    return new Block.Table(
        List.of(
            Column.text(MONTH, 1.2),
            Column.text(by, 4),
            Column.number(CHARGED, 1.6),
            Column.number(REFUNDED, 1.6),
            Column.number(NET, 1.6),
            Column.number(APPLICATIONS, 1.4)),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.month(),
                        row.title().zh(),
                        Papers.plain(row.charged()),
                        Papers.plain(row.refunded()),
                        Papers.plain(row.net()),
                        String.valueOf(row.applications())))
            .toList(),
        Optional.of(
            List.of(
                "合計",
                "",
                Papers.plain(sum(rows, Row::charged)),
                Papers.plain(sum(rows, Row::refunded)),
                Papers.plain(sum(rows, Row::net)),
                "")));
  }

  private Block less() {
    return new Block.Table(
        List.of(
            Column.text(MONTH, 1.2),
            Column.text(new LocalText("規定", "Rule"), 5),
            Column.number(APPLICATIONS, 1.4),
            Column.number(new LocalText("原價", "Full price"), 1.6),
            Column.number(FORGONE, 1.6),
            Column.number(new LocalText("無法估計", "Unknown"), 1.4)),
        forgone.stream()
            .map(
                each ->
                    List.of(
                        each.month(),
                        each.rule(),
                        String.valueOf(each.applications()),
                        Papers.plain(each.full()),
                        Papers.plain(each.less()),
                        String.valueOf(each.unknown())))
            .toList(),
        Optional.of(List.of("合計", "", "", "", Papers.plain(sum(forgone, Forgone::less)), "")));
  }

  private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> amount) {
    return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
