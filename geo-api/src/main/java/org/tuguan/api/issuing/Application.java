package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Outcome;

/**
 * An application for data, as it stands.
 *
 * @param number as people quote it, for example A-115-000123
 * @param quote id of the quote that it was made from
 * @param due last day for what is to be done in this state, in Asia/Taipei
 */
public record Application(
    long id,
    String number,
    long quote,
    Applicant applicant,
    ApplicationState state,
    Optional<LocalDate> due,
    Price price,
    Instant created,
    Instant changed) {
  /**
   * @param account name
   * @param partner id of the partner organisation that it was made for
   * @param agency id of the city agency that it was made for
   * @param kind code of an {@link org.tuguan.core.access.ApplicantClass}
   */
  public record Applicant(
      String account,
      Optional<Long> partner,
      Optional<String> agency,
      String kind,
      String purpose) {
    public Applicant {
      Objects.requireNonNull(account);
      Objects.requireNonNull(partner);
      Objects.requireNonNull(agency);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(purpose);
    }
  }

  /**
   * @param total whole NT$; empty while there is no price
   * @param rule why it is so, if the outcome is not CHARGED or an officer set it; else empty
   */
  public record Price(Outcome outcome, Optional<BigDecimal> total, String rule) {
    public Price {
      Objects.requireNonNull(outcome);
      Objects.requireNonNull(total);
      if (outcome != Outcome.CHARGED && rule.isBlank()) {
        throw new IllegalArgumentException(outcome + " names no rule");
      }
    }

    /** True if money has to come before the data go. */
    public boolean isDue() {
      return total.filter(amount -> amount.signum() > 0).isPresent();
    }
  }

  public Application {
    Objects.requireNonNull(number);
    Objects.requireNonNull(applicant);
    Objects.requireNonNull(state);
    Objects.requireNonNull(due);
    Objects.requireNonNull(price);
    Objects.requireNonNull(created);
    Objects.requireNonNull(changed);
  }
}
