package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.Charge.Quantity;

/**
 * A base price that covers the first units, and a price for each further one.
 *
 * @param base NT$ for the whole case
 * @param includes units covered by the base (五筆以下 includes five)
 * @param more for units beyond; further increments follow, such as extra copies
 */
record BasePlusIncrement(BigDecimal base, BigDecimal includes, LocalText label, List<Extra> more)
    implements Price {
  /**
   * @param includes units covered
   * @param orQuantity true if the quantity of the item is meant where the field is not given
   */
  record Extra(
      LocalText label, String field, BigDecimal includes, BigDecimal price, boolean orQuantity) {}

  BasePlusIncrement {
    more = List.copyOf(more);
  }

  @Override
  public Priced of(Situation situation, Label product) {
    List<Charge> charges = new ArrayList<>();
    charges.add(
        Charge.of(
            label,
            product.component(),
            new Quantity(BigDecimal.ONE, "case"),
            base,
            Charge.plain(base)));
    for (Extra extra : more) {
      count(situation, extra, product.unit())
          .filter(count -> count.compareTo(extra.includes()) > 0)
          .ifPresent(count -> charges.add(charge(extra, count, product)));
    }
    return Priced.of(charges);
  }

  private static Optional<BigDecimal> count(Situation situation, Extra extra, String unit) {
    Measure measure = new Measure(List.of(extra.field()), Optional.empty(), Optional.empty(), true);
    return extra.orQuantity() || measure.given(situation)
        ? Optional.of(measure.count(situation, unit).value())
        : Optional.empty();
  }

  private static Charge charge(Extra extra, BigDecimal count, Label product) {
    BigDecimal beyond = count.subtract(extra.includes());
    String calc =
        "(%s-%s) x %s"
            .formatted(
                Charge.plain(count), Charge.plain(extra.includes()), Charge.plain(extra.price()));
    return Charge.of(
        extra.label(),
        product.component(),
        new Quantity(beyond, extra.field()),
        beyond.multiply(extra.price()),
        calc);
  }

  @Override
  public RuleType type() {
    return RuleType.BASE_PLUS_INCREMENT;
  }
}
