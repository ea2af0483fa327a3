package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * One thing asked for.
 *
 * @param product code or name of a product of the standard
 * @param facts what is known of it, by field name: quantity, unit, request, use, copies, days …;
 *     how a name is spelled does not matter ({@link Vocabulary})
 * @param areas names of districts it lies in; empty if not said
 * @param shape the area in CRS:84, longitude first; empty if not said
 */
public record QuoteItem(
    String product, Map<String, String> facts, List<String> areas, Optional<Geometry> shape) {
  public QuoteItem {
    Objects.requireNonNull(product);
    facts = Map.copyOf(facts);
    areas = List.copyOf(areas);
    Objects.requireNonNull(shape);
  }

  public static QuoteItem of(String product) {
    return new QuoteItem(product, Map.of(), List.of(), Optional.empty());
  }

  public static QuoteItem of(String product, Number quantity, String unit) {
    return of(product).with("quantity", quantity.toString()).with("unit", unit);
  }

  /** The same with one more fact. */
  public QuoteItem with(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(field, value);
    return new QuoteItem(product, more, areas, shape);
  }

  public QuoteItem in(String... districts) {
    return new QuoteItem(product, facts, List.of(districts), shape);
  }

  /** A number of 0 or more; refuses everything else. */
  static BigDecimal number(String field, String text) {
    String clean = text.replace(",", "").strip();
    if (!clean.matches("\\d{1,15}(\\.\\d{1,15})?")) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          field,
          new LocalText(
              "%s=%s：應為不小於 0 的數字".formatted(field, RequestException.quote(text)),
              "%s=%s: expected a number of 0 or more"
                  .formatted(field, RequestException.quote(text))));
    }
    return new BigDecimal(clean);
  }
}
