package org.tuguan.plugin.coverage.inventory;

import java.util.Objects;

/**
 * An access point or base station.
 *
 * @param id unique in its inventory, stable over imports
 * @param name for people, may be empty
 * @param x easting in EPSG:3826, metres
 * @param y northing
 * @param operator who runs it, may be empty
 */
public record AccessPoint(
    String id, String name, double x, double y, String operator, Radio radio, Lifetime lifetime) {
  public AccessPoint {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an access point needs an id");
    }
    Objects.requireNonNull(name);
    Objects.requireNonNull(operator);
    Objects.requireNonNull(radio);
    Objects.requireNonNull(lifetime);
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("access point " + id + " has no position");
    }
  }

  public AccessPoint movedTo(double toX, double toY) {
    return new AccessPoint(id, name, toX, toY, operator, radio, lifetime);
  }

  public AccessPoint with(Radio changed) {
    return new AccessPoint(id, name, x, y, operator, changed, lifetime);
  }
}
