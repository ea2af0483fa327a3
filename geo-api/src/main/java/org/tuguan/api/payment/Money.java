package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Money that came, as it was reported.
 *
 * @param method over which it came
 * @param transaction what the bank, counter or gateway calls it: the same one is the same money
 * @param reference the number of a payment as it was written, right or wrong
 * @param amount whole NT$, above 0
 * @param received day, in Asia/Taipei
 * @param listed where a bank's statement has it; empty for what was reported in another way
 */
record Money(
    String method,
    String transaction,
    String reference,
    BigDecimal amount,
    LocalDate received,
    String payer,
    String note,
    Optional<Listed> listed) {
  /**
   * A line of a bank's statement.
   *
   * @param account as it was configured; empty if there was but one, which may have a name since
   * @param statement SHA-256 of the file in hexadecimal
   * @param line from 1
   * @param copy the how manieth line of the file that says the same
   * @param another true if a cashier says, with the note as reason, that it is another movement
   *     than what was booked before
   */
  record Listed(String account, String statement, long line, int copy, boolean another) {
    Listed {
      Objects.requireNonNull(account);
      Objects.requireNonNull(statement);
    }

    /** False if both accounts are known, and are not the same. */
    boolean mayBeOfAccount(Listed other) {
      return account.isEmpty() || other.account.isEmpty() || account.equals(other.account);
    }

    boolean isLine(Listed other) {
      return statement.equals(other.statement) && line == other.line;
    }
  }

  Money {
    Objects.requireNonNull(method);
    Objects.requireNonNull(reference);
    Objects.requireNonNull(received);
    Objects.requireNonNull(payer);
    Objects.requireNonNull(note);
    Objects.requireNonNull(listed);
    if (transaction.isBlank() || amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("money " + transaction + " of " + amount);
    }
  }

  /** Whether both are said to be the same movement: day, amount and reference too. */
  boolean saysTheSame(Money other) {
    return transaction.equals(other.transaction)
        && received.equals(other.received)
        && amount.compareTo(other.amount) == 0
        && reference.equals(other.reference);
  }
}
