package org.tuguan.core.print;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Amounts in the numerals that nobody can change with a stroke (大寫金額), as receipts in Taiwan need
 * them: 新臺幣壹仟陸佰元整.
 */
public final class AmountInWords {
  private static final String[] DIGITS = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final String[] GROUPS = {"", "萬", "億", "兆"};
  private static final BigInteger GROUP = BigInteger.valueOf(10_000);

  private AmountInWords() {}

  /**
   * @param amount whole New Taiwan dollars, not negative, below 10^16
   * @throws IllegalArgumentException for others
   */
  public static String of(BigDecimal amount) {
    if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("whole dollars, not negative: " + amount);
    }
    return "新臺幣" + words(amount.toBigIntegerExact()) + "元整";
  }

  private static String words(BigInteger amount) {
    StringBuilder text = new StringBuilder();
    BigInteger rest = amount;
    boolean zeroDue = false;
    for (int group = 0; rest.signum() > 0; group++) {
      if (group == GROUPS.length) {
        throw new IllegalArgumentException("too large: " + amount);
      }
      int value = rest.mod(GROUP).intValue();
      rest = rest.divide(GROUP);
      if (value > 0) {
        String zero = zeroDue && text.length() > 0 ? DIGITS[0] : "";
        text.insert(0, group(value) + GROUPS[group] + zero);
      }
      zeroDue = value == 0 ? text.length() > 0 : value < 1_000;
    }
    return text.isEmpty() ? DIGITS[0] : text.toString();
  }

  private static String group(int value) {
    StringBuilder text = new StringBuilder();
    boolean zeroDue = false;
    int rest = value;
    for (int place = 0; rest > 0; place++) {
      int digit = rest % 10;
      rest /= 10;
      if (digit > 0) {
        text.insert(0, DIGITS[digit] + PLACES[place] + (zeroDue ? DIGITS[0] : ""));
      }
      zeroDue = digit == 0 && text.length() > 0;
    }
    return text.toString();
  }
}
