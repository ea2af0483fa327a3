package org.tuguan.api.demo.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.function.Consumer;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.access.Caller;

/**
 * Something that an account does with an application.
 *
 * @param day office days since the draft
 * @param turn how many deeds of the same application came before
 */
record Deed(int day, int turn, String account, Consumer<Caller> act) {
  private static final LocalTime OPENING = LocalTime.of(9, 10);
  private static final Duration PAUSE = Duration.ofMinutes(23);

  Deed {
    Objects.requireNonNull(account);
    Objects.requireNonNull(act);
  }

  /**
   * @param start which office day before today was that of the draft
   */
  Instant at(OfficeDays days, int start) {
    return days.before(start - day)
        .atTime(OPENING)
        .atZone(TuguanApplication.ZONE)
        .plus(PAUSE.multipliedBy(turn))
        .toInstant();
  }
}
