package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.List;
import org.tuguan.core.LocalText;

/**
 * One amount of a quote and why it is so.
 *
 * @param items positions in the request that it is for, from 0; empty for costs of the whole
 *     request
 * @param calc how it was reckoned, readable in both languages
 * @param amount whole NT$
 */
public record QuoteLine(
    List<Integer> items,
    LocalText label,
    String calc,
    BigDecimal amount,
    Component component,
    Citation citation) {
  /**
   * Where it stands in the law.
   *
   * @param row of the price table
   * @param reductions rules applied, in order
   * @param demonstration true if the price is made up
   */
  public record Citation(
      String product,
      String row,
      String unit,
      BigDecimal quantity,
      List<FeeRule> reductions,
      boolean demonstration) {
    public Citation {
      reductions = List.copyOf(reductions);
    }
  }

  public QuoteLine {
    items = List.copyOf(items);
  }
}
