package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.issuing.Charge.Quantity;

/**
 * The price table is not known: the amount that the request gives is taken, and without one a
 * person sets the price.
 *
 * @param factors fields by which the amount given is multiplied, if it is a price a unit; none if
 *     it is the whole amount
 */
record AnnexPrice(List<String> factors) implements Price {
  static final String GIVEN = "annex_amount_given";

  AnnexPrice {
    factors = List.copyOf(factors);
  }

  @Override
  public Priced of(Situation situation, Label label) {
    Optional<BigDecimal> given = situation.number(GIVEN);
    if (given.isEmpty()) {
      return Priced.byHand(
          "附表費額不詳，應由承辦人核計", "the price table is not known here; an officer sets the price");
    }
    BigDecimal count = BigDecimal.ONE;
    Measure measure = new Measure(factors, Optional.empty(), Optional.empty(), true);
    if (measure.given(situation)) {
      count = measure.count(situation, label.unit()).value();
    }
    String prefix = count.compareTo(BigDecimal.ONE) == 0 ? "" : Charge.plain(count) + " x ";
    return Priced.of(
        Charge.of(
            label.text(),
            label.component(),
            new Quantity(count, label.unit()),
            given.get().multiply(count),
            prefix + Charge.plain(given.get())));
  }

  @Override
  public RuleType type() {
    return RuleType.FALLBACK_COST_PRICE;
  }
}
