package org.tuguan.core.sharing;

/** A box in CRS:84, degrees, longitude first: what part of the world was asked for. */
public record UsageArea(double west, double south, double east, double north) {
  public UsageArea {
    if (!(west <= east && south <= north)) {
      throw new IllegalArgumentException(
          "inverted or not a number: %s,%s,%s,%s".formatted(west, south, east, north));
    }
  }

  /** The smallest box around both. */
  public UsageArea around(UsageArea other) {
    return new UsageArea(
        Math.min(west, other.west),
        Math.min(south, other.south),
        Math.max(east, other.east),
        Math.max(north, other.north));
  }
}
