package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * All that a receipt says.
 *
 * @param number without gaps, for example R-115-000001
 * @param application number
 * @param amount whole NT$
 * @param day on which the money came, in Asia/Taipei
 * @param method over which the money came, whatever way of paying was begun; several with + between
 * @param refunded how much of it was given back since, without interest
 * @param voided empty while it holds
 * @param demonstration true if the price is made up or no money moved, which the receipt has to say
 */
public record Receipt(
    String number,
    PaymentNumber payment,
    String application,
    String payer,
    BigDecimal amount,
    LocalDate day,
    Method method,
    List<BillLine> lines,
    LocalText payee,
    LocalText standard,
    BigDecimal refunded,
    Optional<Void> voided,
    boolean demonstration) {
  /** How it was paid. */
  public record Method(String name, LocalText title) {}

  /** That it does not hold any more, since when and why. */
  public record Void(LocalDate day, String reason) {}

  public Receipt {
    Objects.requireNonNull(number);
    Objects.requireNonNull(payment);
    Objects.requireNonNull(application);
    Objects.requireNonNull(payer);
    Objects.requireNonNull(amount);
    Objects.requireNonNull(day);
    Objects.requireNonNull(method);
    lines = List.copyOf(lines);
    Objects.requireNonNull(refunded);
    Objects.requireNonNull(voided);
  }
}
