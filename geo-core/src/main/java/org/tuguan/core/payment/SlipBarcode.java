package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What the three bars of a payment slip say, in digits that Code 39 and Code 128 can write: the
 * last day (ROC year, month, day), the number of the payment, and the amount in nine digits with
 * two that check all three (ISO/IEC 7064, MOD 97-10). Our own form, agreed with no bank or shop.
 *
 * @param amount whole NT$, above 0, below 1,000,000,000
 */
public record SlipBarcode(LocalDate due, PaymentNumber number, BigDecimal amount) {
  private static final int ROC = 1911;
  private static final BigDecimal TOO_MUCH = new BigDecimal(1_000_000_000);
  private static final BigInteger MODULUS = BigInteger.valueOf(97);
  private static final int DIFFERENCE = 98;

  public SlipBarcode {
    Objects.requireNonNull(due);
    Objects.requireNonNull(number);
    if (amount.signum() <= 0
        || amount.stripTrailingZeros().scale() > 0
        || amount.compareTo(TOO_MUCH) >= 0) {
      throw new IllegalArgumentException("a slip over NT$ " + amount);
    }
  }

  public List<String> segments() {
    String day =
        String.format(
            Locale.ROOT,
            "%03d%02d%02d",
            due.getYear() - ROC,
            due.getMonthValue(),
            due.getDayOfMonth());
    String sum = String.format(Locale.ROOT, "%09d", amount.toBigIntegerExact());
    BigInteger all = new BigInteger(day + number.text() + sum + "00");
    int check = DIFFERENCE - all.mod(MODULUS).intValue();
    return List.of(day, number.text(), sum + String.format(Locale.ROOT, "%02d", check));
  }
}
