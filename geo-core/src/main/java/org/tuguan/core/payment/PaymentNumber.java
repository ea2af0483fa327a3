package org.tuguan.core.payment;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reference that a payer writes: ROC year in three digits, a serial number in nine, and two
 * that check them (ISO/IEC 7064, MOD 97-10), so that a wrong digit or two that changed places are
 * found. Our own; no bank gave it to us.
 *
 * @param text 14 digits
 */
public record PaymentNumber(String text) {
  private static final Pattern FORM = Pattern.compile("\\d{14}");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);
  private static final int DIFFERENCE = 98;

  public PaymentNumber {
    if (!FORM.matcher(text).matches() || !checked(text)) {
      throw new IllegalArgumentException("not the number of a payment: " + text);
    }
  }

  /**
   * @param rocYear 1 to 999
   * @param serial 1 to 999,999,999
   */
  public static PaymentNumber of(int rocYear, long serial) {
    String body = String.format(Locale.ROOT, "%03d%09d", rocYear, serial);
    int rest = new BigInteger(body + "00").mod(MODULUS).intValue();
    return new PaymentNumber(body + String.format(Locale.ROOT, "%02d", DIFFERENCE - rest));
  }

  /** What somebody wrote, spaces and hyphens aside; empty if a digit is wrong. */
  public static Optional<PaymentNumber> find(String written) {
    String digits = written.replaceAll("[\\s-]", "");
    return FORM.matcher(digits).matches() && checked(digits)
        ? Optional.of(new PaymentNumber(digits))
        : Optional.empty();
  }

  private static boolean checked(String digits) {
    return new BigInteger(digits).mod(MODULUS).intValue() == 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
