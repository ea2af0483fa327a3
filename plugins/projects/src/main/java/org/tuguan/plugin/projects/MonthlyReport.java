package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;
import org.tuguan.core.print.Block;
import org.tuguan.core.print.Block.Column;
import org.tuguan.core.print.PrintedDocument;

/** The monthly report of controlled projects, for paper. */
@Component
class MonthlyReport {
  private final ProjectReview review;
  private final Clock clock;

  MonthlyReport(ProjectReview review, Clock clock) {
    this.review = review;
    this.clock = clock;
  }

  PrintedDocument of(LocalDate day, Map<String, LocalText> agencies) {
    Concerns concerns = review.concerns(day);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.Paragraph.of(
            new LocalText(
                "資料日：%s；進度月份：%s（次月 5 日前登錄）。".formatted(day, concerns.month()),
                "As of %s; progress of %s (entered by the 5th of the month after)."
                    .formatted(day, concerns.month()))));
    blocks.add(new Block.Heading(new LocalText("各項比率", "Rates")));
    blocks.add(ratios(day));
    blocks.add(
        new Block.Heading(
            new LocalText("連續 3 個月超前或落後 10% 以上", "Off by 10 points for three months")));
    blocks.add(off(concerns, agencies));
    list(
        blocks,
        new LocalText("流（廢）標 2 次以上仍未決標", "Failed tenders, twice or more"),
        concerns.failedTenders(),
        agencies);
    list(
        blocks,
        new LocalText("應發包而未發包", "Overdue to tender"),
        concerns.overdueToTender(),
        agencies);
    list(
        blocks,
        new LocalText("發包預告（90 日內）", "To be tendered within 90 days"),
        concerns.toTender(),
        agencies);
    list(blocks, new LocalText("本月未登錄進度", "Progress not entered"), concerns.notEntered(), agencies);
    return new PrintedDocument(
        new PrintedDocument.Masthead(
            new LocalText("重大列管案件進度月報", "Monthly report of controlled projects"),
            new LocalText("臺中市政府", "Taichung City Government"),
            concerns.month().toString()),
        clock.instant(),
        PrintedDocument.Paper.A4_LANDSCAPE,
        false,
        blocks);
  }

  private Block ratios(LocalDate day) {
    List<List<String>> rows = new ArrayList<>();
    for (Ratio ratio : review.ratios(day)) {
      rows.add(
          List.of(
              ratio.title().zh() + " " + ratio.title().en(),
              numbers(ratio.value()),
              percent(ratio.value().value()),
              percent(ratio.target()),
              ratio.reading().map(LocalText::zh).orElse("")));
    }
    for (EntrySystem system : EntrySystem.values()) {
      IndicatorValue value =
          EntryRate.of(review.due(system, new Period(day.withDayOfYear(1), day)));
      rows.add(
          List.of(
              "填報率：" + system.title().zh(),
              numbers(value),
              percent(value.value()),
              system == EntrySystem.NATIONAL ? "97.0%" : "",
              "逐月應填件數加總；逾期填報不計"));
    }
    return new Block.Table(
        List.of(
            Column.text(new LocalText("項目", "item"), 3),
            Column.number(new LocalText("分子／分母", "numbers"), 2.2),
            Column.number(new LocalText("比率", "rate"), 1),
            Column.number(new LocalText("目標", "target"), 1),
            Column.text(new LocalText("說明", "note"), 3)),
        rows,
        Optional.empty());
  }

  private static Block off(Concerns concerns, Map<String, LocalText> agencies) {
    if (concerns.off().isEmpty()) {
      return none();
    }
    return new Block.Table(
        List.of(
            Column.text(new LocalText("案號", "number"), 1.4),
            Column.text(new LocalText("案名", "title"), 3),
            Column.text(new LocalText("機關", "agency"), 1.6),
            Column.text(new LocalText("情形", "state"), 1.6),
            Column.text(new LocalText("三個月差異", "three months"), 1.8),
            Column.text(new LocalText("承辦／連帶主管", "liable"), 1.6)),
        concerns.off().stream()
            .map(
                each ->
                    List.of(
                        each.project().number(),
                        each.project().title(),
                        name(each.project(), agencies),
                        each.deviation() == Deviation.LATE ? "落後" : "超前",
                        each.months().stream()
                            .map(one -> one.deviation().toPlainString())
                            .collect(Collectors.joining("、")),
                        each.project().people().officer()
                            + "／"
                            + each.project().people().manager()))
            .toList(),
        Optional.empty());
  }

  private static void list(
      List<Block> blocks,
      LocalText title,
      List<Project> projects,
      Map<String, LocalText> agencies) {
    blocks.add(new Block.Heading(title));
    if (projects.isEmpty()) {
      blocks.add(none());
      return;
    }
    blocks.add(
        new Block.Table(
            List.of(
                Column.text(new LocalText("案號", "number"), 1.4),
                Column.text(new LocalText("案名", "title"), 3.4),
                Column.text(new LocalText("機關", "agency"), 1.8),
                Column.number(new LocalText("預算（元）", "budget NT$"), 1.6),
                Column.text(new LocalText("預定發包", "tender due"), 1.2),
                Column.number(new LocalText("流廢標", "failed"), 0.8),
                Column.text(new LocalText("承辦／主管", "officer"), 1.6)),
            projects.stream()
                .map(
                    each ->
                        List.of(
                            each.number(),
                            each.title(),
                            name(each, agencies),
                            NumberFormat.getIntegerInstance(Locale.ROOT)
                                .format(each.money().budget()),
                            each.stages().tenderDue().toString(),
                            Integer.toString(each.stages().failedTenders()),
                            each.people().officer() + "／" + each.people().manager()))
                .toList(),
            Optional.empty()));
  }

  private static Block none() {
    return Block.Paragraph.of(new LocalText("無。", "None."));
  }

  private static String name(Project project, Map<String, LocalText> agencies) {
    return agencies.getOrDefault(project.agency(), LocalText.same(project.agency())).zh();
  }

  private static String numbers(IndicatorValue value) {
    NumberFormat format = NumberFormat.getIntegerInstance(Locale.ROOT);
    return format.format(value.numerator()) + " / " + format.format(value.denominator());
  }

  private static String percent(Optional<BigDecimal> rate) {
    return rate.map(
            each -> each.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%")
        .orElse("—");
  }
}
