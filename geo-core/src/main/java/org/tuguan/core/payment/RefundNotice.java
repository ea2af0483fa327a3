package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * All that the notice of a refund says.
 *
 * @param number without gaps, for example F-115-000001
 * @param application number; empty for money that belonged to none
 * @param receipt number of the receipt of what is given back; empty for money that was never a fee
 * @param amount whole NT$, without interest
 * @param interest whole NT$
 * @param article under which it is given back
 * @param decided day, in Asia/Taipei
 * @param paidOut day and the bank's name for the transfer; empty if it was not sent yet
 */
public record RefundNotice(
    String number,
    Optional<String> application,
    Optional<String> receipt,
    String payer,
    BigDecimal amount,
    BigDecimal interest,
    String article,
    String reason,
    LocalDate decided,
    Optional<Transfer> paidOut,
    LocalText payee) {
  /** That it was sent. */
  public record Transfer(LocalDate day, String reference) {}

  public RefundNotice {
    Objects.requireNonNull(number);
    Objects.requireNonNull(application);
    Objects.requireNonNull(receipt);
    Objects.requireNonNull(payer);
    Objects.requireNonNull(amount);
    Objects.requireNonNull(interest);
    Objects.requireNonNull(article);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(decided);
    Objects.requireNonNull(paidOut);
    Objects.requireNonNull(payee);
  }

  public BigDecimal total() {
    return amount.add(interest);
  }
}
