package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.issuing.Charge.Quantity;

/**
 * A price by hectares of each parcel: the first step whole, each further step begun a share of it,
 * and beyond a limit by hand.
 *
 * @param price NT$ for the first step
 * @param first hectares
 * @param step hectares
 * @param share of the price for each further step
 * @param limit hectares; beyond it a person sets the price
 */
record AreaStep(
    BigDecimal price, BigDecimal first, BigDecimal step, BigDecimal share, BigDecimal limit)
    implements Price {
  private static final Measure AREA =
      new Measure(List.of("area_ha"), Optional.empty(), Optional.empty(), false);

  @Override
  public Priced of(Situation situation, Label label) {
    BigDecimal area = AREA.count(situation, label.unit()).value();
    if (area.compareTo(limit) > 0) {
      return Priced.byHand(
          "每筆面積超過 " + limit + " 公頃，另案核計",
          "a parcel of more than " + limit + " ha is priced by case");
    }
    BigDecimal parcels = situation.number("parcels").orElse(BigDecimal.ONE);
    BigDecimal steps =
        area.subtract(first).max(BigDecimal.ZERO).divide(step, 0, RoundingMode.CEILING);
    BigDecimal amount = price.add(price.multiply(share).multiply(steps)).multiply(parcels);
    String each =
        steps.signum() == 0
            ? Charge.plain(price)
            : "%s x (1 + %s x %s)"
                .formatted(Charge.plain(price), Charge.plain(steps), Charge.plain(share));
    String calc =
        parcels.compareTo(BigDecimal.ONE) == 0 ? each : Charge.plain(parcels) + " x " + each;
    return Priced.of(
        Charge.of(label.text(), label.component(), new Quantity(parcels, "parcel"), amount, calc));
  }

  @Override
  public RuleType type() {
    return RuleType.AREA_STEP;
  }
}
