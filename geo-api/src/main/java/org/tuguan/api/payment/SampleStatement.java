package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A bank's file of the demonstration, as {@link org.tuguan.core.payment.BankStatement} reads it. A
 * transaction is called the same every time, so that it counts once.
 */
final class SampleStatement {
  private static final String HEAD = "transaction_id,date,amount,reference,payer";
  private static final String NOBODYS = "99900000000000";
  private static final BigDecimal STRANGE = new BigDecimal(2_400);
  private static final BigDecimal TOO_LITTLE = new BigDecimal(30);

  private final LocalDate today;
  private final List<String> lines = new ArrayList<>(List.of(HEAD));

  SampleStatement(LocalDate today) {
    this.today = today;
  }

  /** The right money for a payment. */
  SampleStatement with(Payment payment) {
    return line("B" + payment.number(), payment.amount(), payment.number().text(), payment.payer());
  }

  /** A little less than was to be paid, half of small amounts; NT$ 1 cannot be less. */
  SampleStatement withTooLittle(Payment payment) {
    return line(
        "S" + payment.number(),
        tooLittle(payment.amount()),
        payment.number().text(),
        payment.payer());
  }

  /** Whole NT$, above 0. */
  static BigDecimal tooLittle(BigDecimal amount) {
    return amount.compareTo(TOO_LITTLE) > 0
        ? amount.subtract(TOO_LITTLE)
        : amount.divide(new BigDecimal(2), 0, RoundingMode.DOWN).max(BigDecimal.ONE);
  }

  /** Money that was booked before. */
  SampleStatement with(Money money) {
    lines.add(
        CSVFormat.DEFAULT.format(
            money.transaction(),
            money.received(),
            money.amount(),
            money.reference(),
            money.payer()));
    return this;
  }

  /** Money with a number that is not one of a payment. */
  SampleStatement withStrangeMoney() {
    return line("X" + today, STRANGE, NOBODYS, "示範匯款人 Demo remitter");
  }

  private SampleStatement line(
      String transaction, BigDecimal amount, String reference, String payer) {
    lines.add(CSVFormat.DEFAULT.format(transaction, today, amount, reference, payer));
    return this;
  }

  String csv() {
    return String.join("\r\n", lines) + "\r\n";
  }
}
