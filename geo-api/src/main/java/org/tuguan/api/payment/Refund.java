package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.payment.RefundGround;
import org.tuguan.core.payment.RefundNotice;

/**
 * Money that is given back.
 *
 * @param request what whoever asked calls it
 * @param of whose money it is
 * @param amount whole NT$, without interest
 * @param interest whole NT$
 */
record Refund(
    String number,
    String request,
    Of of,
    BigDecimal amount,
    BigDecimal interest,
    Why why,
    String payer,
    LocalDate decided,
    String decidedBy,
    Optional<RefundNotice.Transfer> paidOut) {
  /** Of a payment, or of a remittance that paid for nothing; ids. */
  record Of(Optional<Long> payment, Optional<Long> remittance) {
    Of {
      if (payment.isPresent() == remittance.isPresent()) {
        throw new IllegalArgumentException("of a payment or of a remittance");
      }
    }

    static Of payment(long id) {
      return new Of(Optional.of(id), Optional.empty());
    }

    static Of remittance(long id) {
      return new Of(Optional.empty(), Optional.of(id));
    }
  }

  /** The law, and in words. */
  record Why(RefundGround ground, String article, String reason) {
    Why {
      Objects.requireNonNull(ground);
      if (article.isBlank() || reason.isBlank()) {
        throw new IllegalArgumentException("a refund has an article and a reason");
      }
    }
  }

  BigDecimal total() {
    return amount.add(interest);
  }
}
