package org.tuguan.core.analysis;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * A row behind a figure: a case, an order, an address.
 *
 * @param id of the row in the register that it comes from
 * @param counted true if it is in the numerator, false if in the denominator alone
 * @param date when it happened, in Asia/Taipei, if it happened on a day
 * @param link path of a page of this server that shows it, or empty
 */
public record Evidence(
    String id, LocalText title, boolean counted, Optional<LocalDate> date, String link) {
  public Evidence {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(date);
    Objects.requireNonNull(link);
  }
}
