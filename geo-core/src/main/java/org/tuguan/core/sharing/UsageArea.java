package org.tuguan.core.sharing;

/** A box in CRS:84, degrees, longitude first: what part of the world was asked for. */
public record UsageArea(double west, double south, double east, double north) {
  public UsageArea {
    if (!(west <= east && south <= north)) {
      throw new IllegalArgumentException(
          "inverted or not a number: %s,%s,%s,%s".formatted(west, south, east, north));
    }
  }
}
