package org.tuguan.plugin.coverage.people;

import java.util.Objects;
import org.tuguan.plugin.coverage.area.Zone;

/**
 * The smallest area whose people are counted: a village or a statistical area.
 *
 * @param id code of the unit, unique in a census
 * @param village where it lies
 * @param people residents, at least 0
 */
public record Unit(String id, Village village, int people, Zone zone) {
  /**
   * A village and the district it belongs to.
   *
   * @param code VILLCODE, or the district's code if the village is not known
   */
  public record Village(String code, String name, String districtCode, String districtName) {}

  public Unit {
    Objects.requireNonNull(village);
    Objects.requireNonNull(zone);
    if (people < 0) {
      throw new IllegalArgumentException("unit " + id + " has " + people + " people");
    }
  }
}
