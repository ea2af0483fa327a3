package org.tuguan.core.exports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Numbers in the decimal digits of a dBASE table: 15 of them, which is what every reader gives back
 * as it was written. For one thread.
 */
final class DbfNumber {
  private static final int DIGITS = 15;
  private static final int WIDEST = 24;

  /** Up to here a whole number of 15 digits and all powers of ten with it are exact. */
  private static final double LARGEST = 1e15;

  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final byte[] digits = new byte[WIDEST];

  /**
   * Writes a number; nothing if it is infinite or none.
   *
   * @return how many digits stand after the point
   */
  int put(double value, ByteBuffer target) {
    if (!Double.isFinite(value)) {
      return 0;
    }
    double size = Math.abs(value);
    return size == 0 || size >= 1 && size < LARGEST
        ? putShort(value, target)
        : putAny(value, target);
  }

  private int putShort(double value, ByteBuffer target) {
    double size = Math.abs(value);
    int whole = 1;
    while (whole < DIGITS && size >= TENS[whole]) {
      whole++;
    }
    int scale = DIGITS - whole;
    long rest = (long) Math.rint(size * TENS[scale]);
    while (scale > 0 && rest % 10 == 0) {
      rest /= 10;
      scale--;
    }
    int at = digits.length;
    for (int i = 0; i < scale; i++) {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    if (scale > 0) {
      digits[--at] = '.';
    }
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    if (value < 0) {
      digits[--at] = '-';
    }
    target.put(digits, at, digits.length - at);
    return scale;
  }

  private static int putAny(double value, ByteBuffer target) {
    BigDecimal exact =
        BigDecimal.valueOf(value).round(new MathContext(DIGITS)).stripTrailingZeros();
    String plain = exact.toPlainString();
    boolean fits = plain.length() <= WIDEST;
    target.put((fits ? plain : Double.toString(value)).getBytes(StandardCharsets.US_ASCII));
    return fits ? Math.max(0, exact.scale()) : 0;
  }
}
