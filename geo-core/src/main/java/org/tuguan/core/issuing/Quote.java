package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * What a request costs and why.
 *
 * @param total whole NT$: the sum of the lines; 0 if EXEMPT; empty if there is no price
 * @param decisions one for each item, in the order of the request
 * @param warnings what is uncertain, assumed, or would apply if it were shown
 */
public record Quote(
    Outcome status,
    Optional<BigDecimal> total,
    Basis basis,
    List<QuoteLine> lines,
    List<Decision> decisions,
    List<LocalText> warnings) {
  /**
   * Under what it was priced.
   *
   * @param schedule id of the fee standard that was asked for
   * @param standard the version that was applied; empty if none was in force
   * @param applicationDate the day for which it was chosen
   */
  public record Basis(
      String schedule, Optional<FeeStandard> standard, Optional<LocalDate> applicationDate) {
    public Basis {
      Objects.requireNonNull(schedule);
      Objects.requireNonNull(standard);
      Objects.requireNonNull(applicationDate);
    }
  }

  public Quote {
    Objects.requireNonNull(status);
    Objects.requireNonNull(total);
    Objects.requireNonNull(basis);
    lines = List.copyOf(lines);
    decisions = List.copyOf(decisions);
    warnings = List.copyOf(warnings);
    if (total.isPresent() != (status == Outcome.CHARGED || status == Outcome.EXEMPT)) {
      throw new IllegalArgumentException(status + " with total " + total);
    }
  }

  /** The version that was applied; empty if none was in force. */
  public Optional<FeeStandard> standard() {
    return basis.standard();
  }

  public Optional<LocalDate> applicationDate() {
    return basis.applicationDate();
  }

  /** True if any amount comes from prices that are made up. */
  public boolean demonstration() {
    return standard().map(each -> each.manner().demonstration()).orElse(false);
  }
}
