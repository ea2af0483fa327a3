package org.tuguan.core.catalog;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * Where data come from, and what may be done with them.
 *
 * @param attribution shown with every map
 * @param licence short name, SPDX where there is one; empty if it is not stated
 * @param licenceUrl empty if there is none
 * @param dataDate the day the data stand for
 * @param synthetic made up by the program; said in titles, metadata and on maps
 */
public record Provenance(
    LocalText attribution,
    String licence,
    String licenceUrl,
    Optional<LocalDate> dataDate,
    boolean synthetic) {
  public Provenance {
    Objects.requireNonNull(attribution);
    Objects.requireNonNull(licence);
    Objects.requireNonNull(licenceUrl);
    Objects.requireNonNull(dataDate);
  }
}
