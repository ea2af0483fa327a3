package org.tuguan.plugin.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.print.Block;
import org.tuguan.core.print.Block.Column;
import org.tuguan.core.print.PrintedDocument;

/** The scoreboard on paper. */
final class ScoreboardPage {
  private ScoreboardPage() {}

  static PrintedDocument of(Scoreboard board, Map<String, LocalText> agencies, Instant now) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.Paragraph.of(
            new LocalText(
                "民國 %d 年 1 月至 %d 月，資料至 %s。權重合計 %s，得分合計 %s。"
                    .formatted(
                        board.year() - 1911,
                        board.month(),
                        board.on(),
                        percent(board.weight()),
                        percent(board.score())),
                "January to month %d of %d, records up to %s. Weights %s in all, score %s."
                    .formatted(
                        board.month(),
                        board.year(),
                        board.on(),
                        percent(board.weight()),
                        percent(board.score())))));
    blocks.add(table(board, agencies));
    board.indicators().stream()
        .filter(each -> each.note().isPresent())
        .forEach(
            each ->
                blocks.add(
                    Block.Paragraph.small(
                        new LocalText(
                            each.name().zh() + "：" + each.note().get().zh(),
                            each.name().en() + ": " + each.note().get().en()))));
    return new PrintedDocument(
        new PrintedDocument.Masthead(
            new LocalText("施政計畫關鍵績效指標", "Key performance indicators"),
            new LocalText("臺中市政府", "Taichung City Government"),
            Integer.toString(board.year())),
        now,
        PrintedDocument.Paper.A4_LANDSCAPE,
        false,
        blocks);
  }

  private static Block table(Scoreboard board, Map<String, LocalText> agencies) {
    return new Block.Table(
        List.of(
            Column.number(new LocalText("目標", "obj."), 0.6),
            Column.text(new LocalText("指標", "indicator"), 2.7),
            Column.text(new LocalText("分子／分母", "formula"), 3.4),
            Column.number(new LocalText("數值", "numbers"), 1.5),
            Column.number(new LocalText("達成", "value"), 1),
            Column.number(new LocalText("目標值", "target"), 1),
            Column.number(new LocalText("權重", "weight"), 0.8),
            Column.number(new LocalText("得分", "score"), 0.9),
            Column.text(new LocalText("情形", "state"), 1.1),
            Column.text(new LocalText("機關", "agency"), 2.2)),
        board.indicators().stream().map(each -> row(each, agencies)).toList(),
        Optional.of(
            List.of(
                "",
                "合計",
                "",
                "",
                "",
                "",
                percent(board.weight()),
                percent(board.score()),
                "",
                "")));
  }

  private static List<String> row(Scored each, Map<String, LocalText> agencies) {
    return List.of(
        Integer.toString(each.objective()),
        each.name().zh(),
        each.formula().numerator().zh() + "／" + each.formula().denominator().zh(),
        each.state() == State.BROKEN
            ? "—"
            : plain(each.numerator()) + " / " + plain(each.denominator()),
        figure(each.unit(), each.value()),
        figure(each.unit(), each.target()),
        percent(each.weight()),
        each.score().map(ScoreboardPage::percent).orElse("—"),
        each.stateTitle().zh(),
        agencies
            .getOrDefault(each.agency(), LocalText.same(each.agency()))
            .zh()
            .replace("臺中市政府", ""));
  }

  private static String figure(IndicatorUnit unit, Optional<BigDecimal> value) {
    if (value.isEmpty()) {
      return "—";
    }
    return unit == IndicatorUnit.RATE
        ? percent(value.get())
        : value.get().setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  /** People who live on an edge are counted in parts; one digit of them is enough to read. */
  private static String plain(BigDecimal number) {
    return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
  }
}
