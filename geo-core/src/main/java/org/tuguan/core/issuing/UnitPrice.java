package org.tuguan.core.issuing;

import java.math.BigDecimal;
import org.tuguan.core.issuing.Charge.Quantity;

/**
 * Units times a price: sheets, parcels, account-days, pages, blocks of two hours.
 *
 * @param price NT$ a unit; may be a fraction of a dollar
 */
record UnitPrice(BigDecimal price, Measure measure) implements Price {
  @Override
  public Priced of(Situation situation, Label label) {
    Measure.Count count = measure.count(situation, label.unit());
    return Priced.of(
        Charge.of(
            label.text(),
            label.component(),
            new Quantity(count.value(), label.unit()),
            count.value().multiply(price),
            count.words() + " x " + Charge.plain(price)));
  }

  @Override
  public RuleType type() {
    return measure.block().isPresent()
        ? RuleType.BLOCK_ROUNDING_UP
        : measure.minimum().isPresent() ? RuleType.MINIMUM_QUANTITY : RuleType.UNIT_PRICE;
  }
}
