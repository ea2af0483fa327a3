package org.tuguan.core.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.LocalText;

/**
 * The permission under which data are delivered (使用授權).
 *
 * @param number of the licence, unique and lasting
 * @param licensor the agency that gives it
 * @param licensee to whom
 * @param purpose for what, in the licensee's words
 * @param area to which the data are cut, in CRS:84; empty for whole layers
 * @param from first day, in Asia/Taipei
 * @param until last day; empty if it does not end
 * @param conditions one each, never empty
 * @param grounds articles and decisions that it stands on
 */
public record Licence(
    String number,
    LocalText licensor,
    String licensee,
    String purpose,
    Optional<Geometry> area,
    LocalDate from,
    Optional<LocalDate> until,
    List<LocalText> conditions,
    List<String> grounds) {
  public Licence {
    Objects.requireNonNull(number);
    Objects.requireNonNull(licensor);
    Objects.requireNonNull(licensee);
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(area);
    Objects.requireNonNull(from);
    conditions = List.copyOf(conditions);
    grounds = List.copyOf(grounds);
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("a licence has conditions");
    }
    if (until.isPresent() && until.get().isBefore(from)) {
      throw new IllegalArgumentException("it ends before it begins");
    }
  }
}
