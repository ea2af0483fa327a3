package org.tuguan.plugin.coverage;

import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/** The door between CRS:84 outside and EPSG:3826 inside. */
public final class LonLat {
  private static final CoordinateTransform IN =
      CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121);
  private static final CoordinateTransform OUT =
      CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.CRS84);
  private static final double MILLIONTH = 1e7;

  private LonLat() {}

  /**
   * Easting and northing in metres.
   *
   * @param parameter named in the fault if this is not in or near Taiwan
   */
  public static double[] metres(String parameter, double lon, double lat) {
    if (!(lon >= 117 && lon <= 124 && lat >= 20 && lat <= 28)) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          parameter,
          new LocalText(
              "位置須為臺灣的經度、緯度", parameter + ": longitude and latitude of a place in Taiwan"));
    }
    double[] point = {lon, lat};
    IN.apply(point, 0, point, 0, 1);
    return point;
  }

  /** Longitude and latitude, seven decimals. */
  public static double[] degrees(double x, double y) {
    double[] point = {x, y};
    OUT.apply(point, 0, point, 0, 1);
    return new double[] {round(point[0]), round(point[1])};
  }

  public static Geometry degrees(Geometry metres) {
    return OUT.apply(metres);
  }

  private static double round(double value) {
    return Math.round(value * MILLIONTH) / MILLIONTH;
  }
}
