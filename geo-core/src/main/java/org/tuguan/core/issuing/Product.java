package org.tuguan.core.issuing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * Something that a standard has a price for.
 *
 * @param code within the standard, in capitals
 * @param unit of the price table, for example {@code sheet}
 * @param row where it stands in the price table
 */
public record Product(
    String code, LocalText title, String unit, String row, Price price, Terms terms) {
  /**
   * How a product is found and charged.
   *
   * @param names other spellings
   * @param assumes facts that asking under this code means, such as a resolution
   * @param group products of one group and reduction share a line and its rounding; empty for none
   * @param rounding if it differs from that of the standard
   * @param fixed true if no rule reduces it
   * @param any true if it stands for whatever is asked that no other product matches
   */
  record Terms(
      List<String> names,
      Map<String, String> assumes,
      Component component,
      Optional<LocalText> group,
      Optional<Rounding> rounding,
      boolean fixed,
      boolean any) {
    Terms {
      names = List.copyOf(names);
      assumes = Map.copyOf(assumes);
      Objects.requireNonNull(component);
      Objects.requireNonNull(group);
      Objects.requireNonNull(rounding);
    }
  }

  public Product {
    Objects.requireNonNull(code);
    Objects.requireNonNull(title);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(row);
    Objects.requireNonNull(price);
    Objects.requireNonNull(terms);
  }
}
