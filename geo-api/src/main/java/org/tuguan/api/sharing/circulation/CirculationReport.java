package org.tuguan.api.sharing.circulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.LocalText;
import org.tuguan.core.print.Block;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.print.PrintedDocument;
import org.tuguan.core.print.SeriesChart;

/** The rate of a day on one page of paper, for the annual report. */
@Component
class CirculationReport {
  private static final double CHART = 45;
  private static final LocalText DEMONSTRATION =
      new LocalText("示範城市之模擬資料，非實際統計。", "Demonstration: made-up data, no real figures.");

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Circulation circulation;
  private final PdfPages pages;
  private final TuguanProperties tuguan;
  private final Clock clock;

  CirculationReport(Circulation circulation, PdfPages pages, TuguanProperties tuguan, Clock clock) {
    this.circulation = circulation;
    this.pages = pages;
    this.tuguan = tuguan;
    this.clock = clock;
  }

  byte[] write(LocalDate on, Optional<Integer> rule, FigureReader reader) {
    CirculationJson figure = circulation.get(on, rule, Optional.empty(), reader);
    LocalDate first = LocalDate.of(on.getYear(), 1, 1);
    CirculationJson.Series year =
        circulation.series(
            first.isBefore(Circulation.FIRST) ? Circulation.FIRST : first,
            on,
            CirculationStep.MONTH,
            rule,
            reader);
    List<Block> blocks = new ArrayList<>();
    if (tuguan.demo()) {
      blocks.add(Block.Paragraph.of(DEMONSTRATION));
    }
    blocks.add(facts(figure));
    blocks.add(
        new Block.Drawing(
            CHART, new LocalText("各月底流通率（%）", "rate at the end of each month (%)"), chart(year)));
    blocks.add(months(year));
    blocks.add(new Block.Heading(new LocalText("採行機關", "Agencies that adopted")));
    blocks.add(Block.Paragraph.small(names(figure.adopterList())));
    blocks.add(new Block.Heading(new LocalText("尚未採行", "Agencies that have not")));
    blocks.add(Block.Paragraph.small(names(figure.others())));
    blocks.add(Block.Paragraph.small(proof(figure, circulation.today())));
    return pages.pdf(
        new PrintedDocument(
            new PrintedDocument.Masthead(
                new LocalText(
                    "地理資訊流通率 %d 年度".formatted(on.getYear() - 1911),
                    "Circulation rate of geographic information, " + on.getYear()),
                new LocalText(
                    tuguan.city().name().zh() + "政府", tuguan.city().name().en() + " Government"),
                ""),
            clock.instant(),
            PrintedDocument.Paper.A4,
            false,
            blocks));
  }

  private static Block facts(CirculationJson figure) {
    return new Block.Facts(
        List.of(
            Block.Fact.of(new LocalText("統計日", "On"), figure.on().toString()),
            Block.Fact.strong(new LocalText("流通率", "Rate"), percent(figure.rate())),
            Block.Fact.strong(
                new LocalText("採行之一級機關數／一級機關總數", "Adopters / first-level agencies"),
                figure.adopters() + " / " + figure.agencies()),
            Block.Fact.of(
                new LocalText("目標", "Target"),
                figure.target() == null
                    ? "—"
                    : percent(figure.target()) + " (" + figure.targetYear() + ")"),
            Block.Fact.of(
                new LocalText("採行認定規則", "Rule of adopting"),
                "第 %d 版：%s".formatted(figure.rule(), figure.ruleText().zh()))));
  }

  private static SeriesChart chart(CirculationJson.Series year) {
    return new SeriesChart(
        SeriesChart.Kind.BARS,
        year.figures().stream().map(each -> each.on().getMonthValue() + "月").toList(),
        year.figures().stream()
            .map(each -> each.rate() == null ? 0 : each.rate().multiply(HUNDRED).doubleValue())
            .toList());
  }

  /** In two halves side by side, so that all is one page. */
  private static Block months(CirculationJson.Series year) {
    List<CirculationJson.Point> months = year.figures();
    int half = (months.size() + 1) / 2;
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < half; i++) {
      List<String> row = new ArrayList<>(cells(months.get(i)));
      row.addAll(half + i < months.size() ? cells(months.get(half + i)) : List.of("", "", ""));
      rows.add(row);
    }
    List<Block.Column> columns =
        List.of(
            Block.Column.text(new LocalText("日期", "Day"), 2),
            Block.Column.number(new LocalText("採行／機關", "Adopters / agencies"), 2),
            Block.Column.number(new LocalText("流通率", "Rate"), 1.5));
    return new Block.Table(
        Stream.concat(columns.stream(), columns.stream()).toList(), rows, Optional.empty());
  }

  private static List<String> cells(CirculationJson.Point point) {
    return List.of(
        point.on().toString(), point.adopters() + " / " + point.agencies(), percent(point.rate()));
  }

  /** Chinese names alone: thirty in two languages are no longer one page. */
  private static LocalText names(List<CirculationJson.Named> agencies) {
    return LocalText.same(
        agencies.isEmpty()
            ? "—"
            : agencies.stream()
                .map(each -> each.name().zh().replaceFirst("^臺中市政府", ""))
                .collect(Collectors.joining("、")));
  }

  private static LocalText proof(CirculationJson figure, LocalDate today) {
    if (figure.published() != null) {
      return new LocalText(
          "已公布，證據雜湊 SHA-256 " + figure.sha256(), "Published; the hash is that of its evidence.");
    }
    return figure.on().isBefore(today)
        ? new LocalText(
            "本日數值尚未確定：依現有資料計算，可能變動。",
            "The figure of this day is not fixed: it is counted from what is known now and may change.")
        : new LocalText("本日尚未結束，數值可能變動。", "The day is not over; the figure may change.");
  }

  private static String percent(BigDecimal rate) {
    return rate == null
        ? "—"
        : String.format(
            Locale.ROOT, "%s %%", rate.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP));
  }
}
