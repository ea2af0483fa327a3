package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * How many units are charged.
 *
 * @param factors fields that are multiplied; one that is not given counts 1. If none is given, or
 *     none named, the quantity of the item
 * @param block size of a block of the last factor (or of the quantity) that is charged whole; empty
 *     for none
 * @param minimum least number charged, per item; empty for none
 * @param whole false if parts of a unit can be asked for (hours, hectares, megabytes)
 */
record Measure(
    List<String> factors, Optional<BigDecimal> block, Optional<BigDecimal> minimum, boolean whole) {
  /** Fact that says which field the quantity of an item is, going by its unit. */
  static final String QUANTITY_OF = "quantity_of";

  static final Measure QUANTITY = new Measure(List.of(), Optional.empty(), Optional.empty(), true);

  /**
   * @param words the quantity as a calculation shows it
   */
  record Count(BigDecimal value, String words) {}

  Measure {
    factors = List.copyOf(factors);
  }

  /** True if the factors count, not the quantity: all are given, or some and no other quantity. */
  boolean given(Situation situation) {
    if (factors.isEmpty() || factors.stream().noneMatch(field -> has(situation, field))) {
      return false;
    }
    return factors.stream().allMatch(field -> has(situation, field))
        || !has(situation, "quantity")
        || factors.contains(situation.fact(QUANTITY_OF).orElse(""));
  }

  private static boolean has(Situation situation, String field) {
    return situation.fact(field).isPresent();
  }

  Count count(Situation situation, String unit) {
    List<BigDecimal> values = new ArrayList<>();
    if (given(situation)) {
      for (String field : factors) {
        situation.number(field).ifPresent(value -> values.add(checked(field, value)));
      }
      if (situation.number(factors.get(factors.size() - 1)).isEmpty() && block.isPresent()) {
        values.add(block.get());
      }
    } else {
      values.add(checked("quantity", quantity(situation, unit)));
    }
    BigDecimal total = BigDecimal.ONE;
    List<String> words = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      BigDecimal value = values.get(i);
      String shown = Charge.plain(value);
      if (block.isPresent() && i == values.size() - 1) {
        value = values.get(i).divide(block.get(), 0, RoundingMode.CEILING);
        shown = blocks(values.get(i), value);
      }
      total = total.multiply(value);
      words.add(shown);
    }
    return least(total, String.join(" x ", words));
  }

  private String blocks(BigDecimal value, BigDecimal blocks) {
    String size = Charge.plain(block.get());
    String over = size.equals("1") ? "" : "/" + size;
    return "ceil(" + Charge.plain(value) + over + ")=" + Charge.plain(blocks);
  }

  private Count least(BigDecimal total, String words) {
    if (minimum.isPresent() && total.compareTo(minimum.get()) < 0) {
      return new Count(minimum.get(), "max(" + words + "," + Charge.plain(minimum.get()) + ")");
    }
    return new Count(total, words);
  }

  private BigDecimal checked(String field, BigDecimal value) {
    if (value.signum() == 0) {
      throw fault(field, value, "應大於 0", "must be more than 0");
    }
    if (whole && block.isEmpty() && value.stripTrailingZeros().scale() > 0) {
      throw fault(field, value, "應為整數", "must be a whole number");
    }
    return value;
  }

  private static BigDecimal quantity(Situation situation, String unit) {
    return situation
        .number("quantity")
        .or(() -> situation.number(plural(unit)))
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.MISSING_PARAMETER,
                    "quantity",
                    new LocalText(
                        "品項 %s 缺少數量 quantity（單位：%s）"
                            .formatted(RequestException.quote(situation.item().product()), unit),
                        "item %s has no quantity (in %s)"
                            .formatted(RequestException.quote(situation.item().product()), unit))));
  }

  static String plural(String unit) {
    return unit.replace('-', '_') + "s";
  }

  private static RequestException fault(String field, BigDecimal value, String zh, String en) {
    String shown = field + "=" + Charge.plain(value);
    return new RequestException(
        Fault.INVALID_PARAMETER, field, new LocalText(shown + "：" + zh, shown + ": " + en));
  }
}
