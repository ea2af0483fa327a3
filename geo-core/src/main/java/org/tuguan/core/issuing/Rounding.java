package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a line becomes whole dollars.
 *
 * @param mode FLOOR for 尾數不計, HALF_UP for 四捨五入, CEILING for 無條件進位
 * @param stated false if the standard says nothing, and the mode is the house's own choice, which
 *     quotes then say
 */
public record Rounding(Mode mode, boolean stated) {
  /** The ways to round that standards use. */
  public enum Mode {
    FLOOR(RoundingMode.FLOOR),
    HALF_UP(RoundingMode.HALF_UP),
    CEILING(RoundingMode.CEILING);

    private final RoundingMode mode;

    Mode(RoundingMode mode) {
      this.mode = mode;
    }
  }

  /** Half up, not stated. */
  public static final Rounding UNSTATED = new Rounding(Mode.HALF_UP, false);

  BigDecimal apply(BigDecimal amount) {
    return amount.setScale(0, mode.mode);
  }
}
