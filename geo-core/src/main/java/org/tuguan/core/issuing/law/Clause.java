package org.tuguan.core.issuing.law;

import java.math.BigDecimal;
import java.util.Map;
import org.tuguan.core.LocalText;

/**
 * A clause of a statute with the numbers in it.
 *
 * @param id for example {@code late-payment}
 * @param params by name: days, percentages, NT$
 */
public record Clause(
    String id, LocalText law, String article, LocalText text, Map<String, BigDecimal> params) {
  public Clause {
    params = Map.copyOf(params);
  }

  /** Throws if the clause has no such number. */
  BigDecimal number(String name) {
    BigDecimal value = params.get(name);
    if (value == null) {
      throw new IllegalArgumentException("clause " + id + " has no " + name);
    }
    return value;
  }

  int whole(String name) {
    return number(name).intValueExact();
  }
}
