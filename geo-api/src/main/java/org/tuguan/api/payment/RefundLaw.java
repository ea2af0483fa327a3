package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.law.FeeClock;

/** How much the law gives back. */
@Component
class RefundLaw {
  private static final BigDecimal HIGHEST_RATE = new BigDecimal("0.2");

  private final FeeClock clock;

  RefundLaw(FeeClock clock) {
    this.clock = clock;
  }

  /**
   * @param amount whole NT$, above 0
   */
  record Sum(BigDecimal amount, BigDecimal interest, String article, String reason) {}

  /**
   * @param left what could be given back at most
   * @param paid day on which the money came
   */
  Sum of(RefundWish wish, BigDecimal left, LocalDate paid, LocalDate today) {
    if (wish.reason().isBlank()) {
      throw RequestException.missing("reason");
    }
    BigDecimal amount = wish.amount().orElse(left);
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 0) {
      throw RequestException.invalid(
          "amount", amount.toPlainString(), "expected whole NT$ above 0");
    }
    if (amount.compareTo(left) > 0) {
      throw new RequestException(
          Fault.CONFLICT,
          "amount",
          new LocalText(
              "至多可退 NT$ " + left.toPlainString(),
              "NT$ %s can be given back at most".formatted(left.toPlainString())));
    }
    return switch (wish.ground()) {
      case OTHER -> other(wish, amount);
      case OVERPAID -> {
        LocalDate applied = wish.applied().orElse(today);
        yield lawful(wish, clock.overpaid(amount, paid, applied, today, rate(wish)));
      }
      case NOT_DONE -> {
        if (amount.compareTo(left) != 0) {
          throw RequestException.invalid(
              "amount", amount.toPlainString(), "all of it is given back if it was not done");
        }
        yield lawful(wish, clock.notDone(amount, paid, today, rate(wish), wish.ownFault()));
      }
    };
  }

  private static Sum other(RefundWish wish, BigDecimal amount) {
    if (wish.article().isBlank()) {
      throw RequestException.missing("article");
    }
    return new Sum(amount, BigDecimal.ZERO, wish.article(), wish.reason());
  }

  private static BigDecimal rate(RefundWish wish) {
    BigDecimal rate = wish.rate().orElseThrow(() -> RequestException.missing("interest_rate"));
    if (rate.signum() < 0 || rate.compareTo(HIGHEST_RATE) > 0) {
      throw RequestException.invalid(
          "interest_rate", rate.toPlainString(), "a share a year: 0.017 for 1.7 %, 0.2 at most");
    }
    return rate;
  }

  private static Sum lawful(RefundWish wish, org.tuguan.core.issuing.law.Refund refund) {
    String article = refund.clause().law().zh() + refund.clause().article();
    if (refund.amount().signum() == 0) {
      throw new RequestException(
          Fault.CONFLICT,
          "ground",
          new LocalText(
              "依%s不予退還：%s".formatted(article, refund.clause().text().zh()),
              "%s %s gives nothing back: %s"
                  .formatted(
                      refund.clause().law().en(),
                      refund.clause().article(),
                      refund.clause().text().en())));
    }
    return new Sum(refund.amount(), refund.interest(), article, wish.reason());
  }
}
