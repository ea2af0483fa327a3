package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.Charge.Quantity;

/**
 * A flat price by volume, for each item on its own, never for the sum.
 *
 * @param brackets by rising lower bound; the lower bound belongs to the bracket (不足, 未達)
 */
record BracketPrice(List<Bracket> brackets) implements Price {
  /**
   * @param from megabytes
   * @param price NT$
   */
  record Bracket(BigDecimal from, BigDecimal price) {}

  private static final Measure VOLUME =
      new Measure(List.of("megabytes"), Optional.empty(), Optional.empty(), false);

  BracketPrice {
    brackets = List.copyOf(brackets);
  }

  @Override
  public Priced of(Situation situation, Label label) {
    String unit = situation.fact(Measure.QUANTITY_OF).orElse("megabytes");
    if (situation.fact("megabytes").isEmpty() && !unit.equals("megabytes")) {
      throw RequestException.missing("megabytes");
    }
    BigDecimal volume = VOLUME.count(situation, label.unit()).value();
    Bracket bracket = brackets.get(0);
    for (Bracket each : brackets) {
      if (volume.compareTo(each.from()) >= 0) {
        bracket = each;
      }
    }
    String shown = Charge.plain(volume) + " MB";
    LocalText text =
        new LocalText(label.text().zh() + " " + shown, label.text().en() + " " + shown);
    return Priced.of(
        Charge.of(
            text,
            label.component(),
            new Quantity(volume, "MB"),
            bracket.price(),
            Charge.plain(bracket.price())));
  }

  @Override
  public RuleType type() {
    return RuleType.BRACKET_PRICE;
  }
}
