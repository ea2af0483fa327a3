package org.tuguan.plugin.coverage.planning;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a plan must keep to.
 *
 * @param sites most new sites, at least 1
 * @param budget most that they may cost together, NT$
 * @param minDistanceM least distance between any two sites, existing ones included; 0 for none
 * @param districtLeast part of its people, 0 to 1, below which no district may stay
 */
public record Constraints(
    int sites, Optional<BigDecimal> budget, double minDistanceM, OptionalDouble districtLeast) {
  public Constraints {
    if (sites < 1) {
      throw new IllegalArgumentException("sites " + sites + " is less than 1");
    }
    if (!(minDistanceM >= 0)) {
      throw new IllegalArgumentException("min_distance_m " + minDistanceM + " is less than 0");
    }
    if (districtLeast.isPresent()
        && !(districtLeast.getAsDouble() >= 0 && districtLeast.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("district_least is not between 0 and 1");
    }
  }

  /** Nothing but a number of sites. */
  public static Constraints sites(int sites) {
    return new Constraints(sites, Optional.empty(), 0, OptionalDouble.empty());
  }
}
