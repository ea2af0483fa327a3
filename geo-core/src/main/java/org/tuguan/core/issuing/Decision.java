package org.tuguan.core.issuing;

import java.util.List;
import org.tuguan.core.LocalText;

/**
 * What became of one item. One that is not CHARGED names the rule that says so.
 *
 * @param item position in the request, from 0
 * @param product code; as it was asked for if the standard does not know it
 * @param rule id of the rule, or what stands for one: {@code territory}, {@code unlisted}, {@code
 *     version}, {@code price_from_annex}
 * @param article empty where no clause says so
 * @param uncovered why reciprocity, which was asked for, does not make it free; empty if it was not
 *     asked for, or reaches it
 */
public record Decision(
    int item,
    String product,
    Outcome outcome,
    String rule,
    String article,
    LocalText reason,
    List<LocalText> uncovered) {
  public Decision {
    uncovered = List.copyOf(uncovered);
  }

  /** One to which reciprocity does not matter. */
  static Decision of(
      int item, String product, Outcome outcome, String rule, String article, LocalText reason) {
    return new Decision(item, product, outcome, rule, article, reason, List.of());
  }
}
