package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.ItemPricing.Result;

/** Makes lines of charges: puts together what is rounded together, and rounds. */
final class LineMaker {
  /** A charge with the item it is for. */
  private record Piece(int item, Product product, Charge charge) {}

  private final FeeStandard standard;
  private final Set<LocalText> warnings;

  LineMaker(FeeStandard standard, Set<LocalText> warnings) {
    this.standard = standard;
    this.warnings = warnings;
  }

  /** In the order of the request; charges of a group stand where the first of them is. */
  List<QuoteLine> lines(List<Result> results) {
    Map<Object, List<Piece>> groups = new LinkedHashMap<>();
    for (Result result : results) {
      for (Charge charge : result.charges()) {
        Piece piece = new Piece(result.decision().item(), result.product().get(), charge);
        groups.computeIfAbsent(group(piece), key -> new ArrayList<>()).add(piece);
      }
    }
    List<QuoteLine> lines = new ArrayList<>();
    groups.values().forEach(group -> lines.add(line(group)));
    return lines;
  }

  private static Object group(Piece piece) {
    return piece.product().terms().group().isEmpty()
        ? piece
        : List.of(
            piece.product().terms().group().get(),
            piece.charge().component(),
            piece.charge().steps());
  }

  private QuoteLine line(List<Piece> group) {
    Charge first = group.get(0).charge();
    Product product = group.get(0).product();
    BigDecimal base = sum(group.stream().map(piece -> piece.charge().base()).toList());
    BigDecimal exact = sum(group.stream().map(piece -> piece.charge().amount()).toList());
    Rounding rounding = product.terms().rounding().orElse(standard.manner().rounding());
    BigDecimal amount = rounding.apply(exact);
    boolean rounded = amount.compareTo(exact) != 0;
    if (rounded && !rounding.stated()) {
      warnings.add(
          new LocalText(
              "標準未規定尾數處理，此處四捨五入至元",
              "the standard does not say how to round; rounded half up to whole dollars"));
    }
    return new QuoteLine(
        group.stream().map(Piece::item).distinct().toList(),
        group.size() == 1 ? first.label() : product.terms().group().orElse(first.label()),
        calc(group, base, exact, rounded ? rounding : null),
        amount,
        first.component(),
        new QuoteLine.Citation(
            product.code(),
            product.row(),
            first.quantity().unit(),
            sum(group.stream().map(piece -> piece.charge().quantity().count()).toList()),
            first.steps().stream().map(Charge.Step::rule).toList(),
            standard.manner().demonstration()));
  }

  private static String calc(
      List<Piece> group, BigDecimal base, BigDecimal exact, Rounding rounding) {
    String calc = String.join(" + ", group.stream().map(piece -> piece.charge().calc()).toList());
    List<Charge.Step> steps = group.get(0).charge().steps();
    if (group.size() > 1) {
      calc += " = " + Charge.plain(base);
    }
    String words =
        String.join(
            " x ", steps.stream().map(Charge.Step::calc).filter(each -> !each.isEmpty()).toList());
    if (!words.isEmpty()) {
      calc = (group.size() > 1 ? "(" + calc + ")" : calc) + " x " + words;
    }
    if (rounding == null) {
      return calc;
    }
    String mode = rounding.mode().name().toLowerCase(Locale.ROOT);
    BigDecimal shown = exact.setScale(Math.min(4, exact.scale()), RoundingMode.HALF_UP);
    return "%s(%s = %s)".formatted(mode, calc, Charge.plain(shown));
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
