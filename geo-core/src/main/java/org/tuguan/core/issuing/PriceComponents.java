package org.tuguan.core.issuing;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.LocalText;

/** A price of parts that are kept apart: service fee and royalty, case fee and machine days. */
record PriceComponents(List<Part> parts) implements Price {
  /**
   * @param onlyIfGiven leave the part out if none of its factors is given
   */
  record Part(LocalText label, Component component, UnitPrice price, boolean onlyIfGiven) {}

  PriceComponents {
    parts = List.copyOf(parts);
  }

  @Override
  public Priced of(Situation situation, Label label) {
    List<Charge> charges = new ArrayList<>();
    for (Part part : parts) {
      if (!part.onlyIfGiven() || part.price().measure().given(situation)) {
        Label own = label.of(part.label(), part.component());
        charges.addAll(part.price().of(situation, own).charges());
      }
    }
    return Priced.of(charges);
  }

  @Override
  public RuleType type() {
    return RuleType.PRICE_COMPONENTS;
  }
}
