package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.ApplicationState;

/** What money turned out to be. Only {@link #MATCHED} pays for something by itself. */
public enum Finding {
  MATCHED("相符", "matched"),
  /** This very transaction was booked before: nothing is booked. */
  DUPLICATE("重複", "duplicate"),
  /**
   * Money of this transaction was booked before with another day, amount or reference, or for an
   * account of another name: nothing is booked until a cashier says that it is another movement.
   */
  IN_DOUBT("序號有疑義", "number in doubt"),
  WRONG_AMOUNT("金額不符", "wrong amount"),
  UNKNOWN_REFERENCE("查無繳款編號", "unknown reference"),
  ALREADY_PAID("已繳過", "already paid"),
  /** After the last day. */
  TOO_LATE("逾期", "too late"),
  /** The application went another way: withdrawn, cancelled. */
  NOT_DUE("不待繳費", "not due");

  private final LocalText title;

  Finding(String zh, String en) {
    this.title = new LocalText(zh, en);
  }

  public LocalText title() {
    return title;
  }

  /**
   * What is owed, as it stands.
   *
   * @param amount whole NT$
   * @param due last day
   * @param state of the application
   * @param paid whether the application was paid, by this payment or another
   */
  public record Debt(BigDecimal amount, LocalDate due, ApplicationState state, boolean paid) {
    boolean isPayable() {
      return switch (state) {
        case PAYMENT_DUE, PAYMENT_UNKNOWN, EXPIRED -> true;
        default -> false;
      };
    }
  }

  /**
   * @param amount that came, whole NT$
   * @param received day on which it came
   */
  public static Finding of(Debt debt, BigDecimal amount, LocalDate received) {
    if (debt.paid()) {
      return ALREADY_PAID;
    }
    if (!debt.isPayable()) {
      return NOT_DUE;
    }
    if (amount.compareTo(debt.amount()) != 0) {
      return WRONG_AMOUNT;
    }
    return received.isAfter(debt.due()) ? TOO_LATE : MATCHED;
  }
}
