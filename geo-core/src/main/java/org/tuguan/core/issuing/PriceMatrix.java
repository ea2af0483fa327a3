package org.tuguan.core.issuing;

import java.util.List;
import java.util.Map;

/**
 * A table with more than one price, by request (first or update), use, purpose, kind of applicant
 * or channel. The first row that fits counts.
 */
record PriceMatrix(List<Row> rows) implements Price {
  /**
   * @param when what must be so, by field; {@code applicant} and {@code purpose} mean class and
   *     purpose
   */
  record Row(Map<String, String> when, Price price) {
    boolean fits(Situation situation) {
      return when.entrySet().stream().allMatch(each -> fits(situation, each));
    }

    private static boolean fits(Situation situation, Map.Entry<String, String> each) {
      return switch (each.getKey()) {
        case "applicant" -> situation.applicants().contains(each.getValue());
        case "purpose" -> situation.purposes().contains(each.getValue());
        default -> situation.fact(each.getKey()).orElse("").equals(each.getValue());
      };
    }
  }

  PriceMatrix {
    rows = List.copyOf(rows);
  }

  @Override
  public Priced of(Situation situation, Label label) {
    return rows.stream()
        .filter(row -> row.fits(situation))
        .findFirst()
        .map(row -> row.price().of(situation, label))
        .orElseGet(
            () -> Priced.byHand("費額表中沒有相符的一欄", "no column of the price table fits what was said"));
  }

  @Override
  public RuleType type() {
    return RuleType.PRICE_MATRIX;
  }
}
