package org.tuguan.api.publishing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said about a layer when it is published. Empty means: as before, or the usual for a new
 * layer.
 *
 * @param title in Chinese, and in English if there is no other
 * @param theme id
 * @param agency id
 * @param licence short name
 * @param date the day the data stand for
 * @param access who may use a new layer; everybody if nothing is said. Of a layer that exists it
 *     takes the place of what was granted
 */
public record LayerWords(
    Optional<String> title,
    Optional<String> titleEn,
    Optional<String> theme,
    Optional<String> agency,
    Optional<String> attribution,
    Optional<String> licence,
    Optional<LocalDate> date,
    Optional<Boolean> synthetic,
    Optional<LayerAccess> access) {
  public LayerWords {
    Objects.requireNonNull(title);
    Objects.requireNonNull(titleEn);
    Objects.requireNonNull(theme);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(attribution);
    Objects.requireNonNull(licence);
    Objects.requireNonNull(date);
    Objects.requireNonNull(synthetic);
    Objects.requireNonNull(access);
  }

  /** The same of this agency. */
  LayerWords of(String owner) {
    return new LayerWords(
        title, titleEn, theme, Optional.of(owner), attribution, licence, date, synthetic, access);
  }
}
