package org.tuguan.api;

import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/** A box in a request to our own services: west, south, east, north in degrees of CRS84. */
public final class DegreeBox {
  private DegreeBox() {}

  /**
   * @throws RequestException INVALID_PARAMETER if these are not four numbers in this order
   */
  public static Bounds read(String parameter, String text) {
    String[] sides = text.split(",", -1);
    if (sides.length == 4) {
      try {
        return new Bounds(
            Crs.CRS84,
            Double.parseDouble(sides[0]),
            Double.parseDouble(sides[1]),
            Double.parseDouble(sides[2]),
            Double.parseDouble(sides[3]));
      } catch (IllegalArgumentException e) {
        throw wrong(parameter, text);
      }
    }
    throw wrong(parameter, text);
  }

  private static RequestException wrong(String parameter, String text) {
    return RequestException.invalid(parameter, text, "expected west,south,east,north in degrees");
  }
}
