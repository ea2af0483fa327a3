package org.tuguan.plugin.coverage.inventory;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an inventory says of a station's radio; most inventories say little.
 *
 * @param bandMhz carrier, MHz
 * @param eirpDbm radiated power with antenna gain, dBm
 * @param heightM antenna above ground, metres
 * @param radiusM stated reach, metres
 * @param model propagation model by id, where one is prescribed for this station
 */
public record Radio(
    Technology technology,
    OptionalDouble bandMhz,
    OptionalDouble eirpDbm,
    OptionalDouble heightM,
    OptionalDouble radiusM,
    Optional<String> model) {
  public Radio {
    Objects.requireNonNull(technology);
    Objects.requireNonNull(model);
    positive("band_mhz", bandMhz);
    positive("height_m", heightM);
    positive("radius_m", radiusM);
    if (eirpDbm.isPresent() && !Double.isFinite(eirpDbm.getAsDouble())) {
      throw new IllegalArgumentException("eirp_dbm is not a number");
    }
  }

  private static void positive(String name, OptionalDouble value) {
    if (value.isPresent() && !(value.getAsDouble() > 0 && Double.isFinite(value.getAsDouble()))) {
      throw new IllegalArgumentException(name + " " + value.getAsDouble() + " is not above 0");
    }
  }

  /** Only the technology is known. */
  public static Radio of(Technology technology) {
    return new Radio(
        technology,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  public Radio withRadius(double metres) {
    return new Radio(technology, bandMhz, eirpDbm, heightM, OptionalDouble.of(metres), model);
  }

  public Radio withEirp(double dbm) {
    return new Radio(technology, bandMhz, OptionalDouble.of(dbm), heightM, radiusM, model);
  }
}
