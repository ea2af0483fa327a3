package org.tuguan.core.issuing;

import java.util.List;
import org.tuguan.core.LocalText;

/**
 * A row of a price table: what an item costs before any reduction. Prices only ever grow with the
 * quantity.
 */
sealed interface Price
    permits UnitPrice,
        PriceMatrix,
        PriceComponents,
        BasePlusIncrement,
        BracketPrice,
        ResolutionTier,
        AreaStep,
        AnnexPrice {
  /**
   * What an item costs.
   *
   * @param label what the product is called on the line
   */
  Priced of(Situation situation, Label label);

  /** Which of the rule types this is written as. */
  RuleType type();

  /**
   * How a line is to be named.
   *
   * @param text of the product
   * @param component of the product, unless the price has components of its own
   */
  record Label(LocalText text, Component component, String unit) {
    Label of(LocalText other, Component part) {
      return new Label(other, part, unit);
    }
  }

  /**
   * The charges, or why there are none.
   *
   * @param charges empty if a person must set the price
   * @param why it cannot be priced here; both texts empty if it can
   */
  record Priced(List<Charge> charges, LocalText why) {
    static Priced of(Charge... charges) {
      return new Priced(List.of(charges), new LocalText("", ""));
    }

    static Priced of(List<Charge> charges) {
      return new Priced(List.copyOf(charges), new LocalText("", ""));
    }

    static Priced byHand(String zh, String en) {
      return new Priced(List.of(), new LocalText(zh, en));
    }

    boolean manual() {
      return charges.isEmpty();
    }
  }
}
