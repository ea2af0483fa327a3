package org.tuguan.core.crs;

import org.locationtech.jts.geom.Envelope;

/**
 * Transverse Mercator after Krüger, as the two-degree zones of Taiwan use it: scale 0.9999 on the
 * central meridian, false easting 250,000 m, no false northing.
 *
 * <p>Series in the third flattening to the sixth power, four terms each (C. F. F. Karney,
 * Transverse Mercator with an accuracy of a few nanometers, 2011, equations 35 and 36; for the
 * conformal latitude, On auxiliary latitudes, 2022, table A). The error is far below a micrometre
 * in the domain, which ends 30 degrees from the central meridian.
 *
 * <p>Every vertex of a map comes through here. Arc tangents are the slow part, so differences of
 * angles are computed, which are small near the central meridian and have a short series.
 */
final class TransverseMercator implements Projection {
  private static final double SCALE = 0.9999;
  private static final double FALSE_EASTING = 250_000;
  private static final double REACH = 30;
  private static final double ROUNDING = 1e-6;

  /** Up to here the arc tangent needs seven terms. */
  private static final double SHORT_SERIES = 0.08;

  private final double centralMeridian;
  private final double radius;
  private final double[] toMap;
  private final double[] fromMap;
  private final double[] toConformal;
  private final double[] toLatitude;

  /**
   * @param semiMajorAxis of the ellipsoid, in metres
   * @param centralMeridian in degrees
   */
  TransverseMercator(double semiMajorAxis, double inverseFlattening, double centralMeridian) {
    double f = 1 / inverseFlattening;
    double n = f / (2 - f);
    this.centralMeridian = centralMeridian;
    this.radius =
        SCALE * semiMajorAxis / (1 + n) * polynomial(n * n, 1, 1 / 4.0, 1 / 64.0, 1 / 256.0);
    this.toMap =
        new double[] {
          polynomial(n, 0, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
          polynomial(n, 0, 0, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
          polynomial(n, 0, 0, 0, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
          polynomial(n, 0, 0, 0, 0, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0)
        };
    this.fromMap =
        new double[] {
          -polynomial(
              n, 0, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
          -polynomial(n, 0, 0, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
          -polynomial(n, 0, 0, 0, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
          -polynomial(n, 0, 0, 0, 0, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0)
        };
    this.toConformal =
        new double[] {
          polynomial(n, 0, -2, 2 / 3.0, 4 / 3.0, -82 / 45.0, 32 / 45.0, 4642 / 4725.0),
          polynomial(n, 0, 0, 5 / 3.0, -16 / 15.0, -13 / 9.0, 904 / 315.0, -1522 / 945.0),
          polynomial(n, 0, 0, 0, -26 / 15.0, 34 / 21.0, 8 / 5.0, -12686 / 2835.0),
          polynomial(n, 0, 0, 0, 0, 1237 / 630.0, -12 / 5.0, -24832 / 14175.0)
        };
    this.toLatitude =
        new double[] {
          polynomial(n, 0, 2, -2 / 3.0, -2, 116 / 45.0, 26 / 45.0, -2854 / 675.0),
          polynomial(n, 0, 0, 7 / 3.0, -8 / 5.0, -227 / 45.0, 2704 / 315.0, 2323 / 945.0),
          polynomial(n, 0, 0, 0, 56 / 15.0, -136 / 35.0, -1262 / 105.0, 73814 / 2835.0),
          polynomial(n, 0, 0, 0, 0, 4279 / 630.0, -332 / 35.0, -399572 / 14175.0)
        };
  }

  private static double polynomial(double x, double... coefficients) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }

  @Override
  public void forward(double[] xy, int offset, int count) {
    for (int i = offset, end = offset + 2 * count; i < end; i += 2) {
      double longitude = xy[i] - centralMeridian;
      double latitude = xy[i + 1];
      if (Math.abs(longitude) <= REACH + ROUNDING && Math.abs(latitude) <= 90) {
        project(Math.toRadians(longitude), Math.toRadians(latitude), xy, i);
      } else {
        xy[i] = Double.NaN;
        xy[i + 1] = Double.NaN;
      }
    }
  }

  private void project(double longitude, double latitude, double[] xy, int i) {
    double chi = latitude + series(toConformal, Math.sin(latitude), Math.cos(latitude));
    double sinChi = Math.sin(chi);
    double cosChi = Math.cos(chi);
    double cosLambda = Math.cos(longitude);
    double east = cosChi * Math.sin(longitude);
    double north = cosChi * cosLambda;
    double r = Math.sqrt(sinChi * sinChi + north * north);
    double sinhEta = east / r;
    double coshEta = Math.sqrt(1 + sinhEta * sinhEta);
    double xi =
        chi + arcTangent(sinChi * cosChi * (1 - cosLambda), cosChi * north + sinChi * sinChi);
    double eta = Math.copySign(Math.log(Math.abs(sinhEta) + coshEta), sinhEta);
    series(toMap, sinChi / r, north / r, sinhEta, coshEta, xy, i);
    xy[i] = FALSE_EASTING + radius * (eta + xy[i]);
    xy[i + 1] = radius * (xi + xy[i + 1]);
  }

  /** Of y / x, where x is positive or y is 0. */
  private static double arcTangent(double y, double x) {
    double z = y / x;
    if (!(Math.abs(z) < SHORT_SERIES)) {
      return Math.atan2(y, x);
    }
    double s = z * z;
    return z
        * (1
            - s
                * (1 / 3.0
                    - s * (1 / 5.0 - s * (1 / 7.0 - s * (1 / 9.0 - s * (1 / 11.0 - s / 13.0))))));
  }

  @Override
  public void inverse(double[] xy, int offset, int count) {
    for (int i = offset, end = offset + 2 * count; i < end; i += 2) {
      unproject((xy[i] - FALSE_EASTING) / radius, xy[i + 1] / radius, xy, i);
      if (!(Math.abs(xy[i] - centralMeridian) <= REACH + ROUNDING)) {
        xy[i] = Double.NaN;
        xy[i + 1] = Double.NaN;
      }
    }
  }

  private void unproject(double eta, double xi, double[] xy, int i) {
    if (!(Math.abs(eta) < 1 && Math.abs(xi) <= Math.PI / 2 + ROUNDING)) {
      xy[i] = Double.NaN;
      return;
    }
    double exp = Math.exp(eta);
    series(fromMap, Math.sin(xi), Math.cos(xi), (exp - 1 / exp) / 2, (exp + 1 / exp) / 2, xy, i);
    double expPrime = Math.exp(eta + xy[i]);
    double sinhEta = (expPrime - 1 / expPrime) / 2;
    double xiPrime = xi + xy[i + 1];
    double sinXi = Math.sin(xiPrime);
    double cosXi = Math.cos(xiPrime);
    double cosChi = Math.sqrt(sinhEta * sinhEta + cosXi * cosXi);
    double chi =
        xiPrime
            - arcTangent(
                sinXi * sinhEta * sinhEta / (cosChi + cosXi), cosXi * cosChi + sinXi * sinXi);
    double coshEta = Math.sqrt(1 + sinhEta * sinhEta);
    double latitude = chi + series(toLatitude, sinXi / coshEta, cosChi / coshEta);
    xy[i] = centralMeridian + Math.toDegrees(arcTangent(sinhEta, cosXi));
    xy[i + 1] = Math.toDegrees(latitude);
  }

  /** Sum of c_j sin(2 j a) by Clenshaw's recurrence. */
  private static double series(double[] c, double sine, double cosine) {
    double twice = 2 * (1 - 2 * sine * sine);
    double b1 = 0;
    double b2 = 0;
    for (int j = c.length - 1; j >= 0; j--) {
      double b = c[j] + twice * b1 - b2;
      b2 = b1;
      b1 = b;
    }
    return b1 * 2 * sine * cosine;
  }

  /**
   * Sum of c_j sin(2 j (xi + i eta)) by Clenshaw's recurrence; the imaginary part goes to {@code
   * xy[i]} and the real part to {@code xy[i + 1]}.
   */
  @SuppressWarnings("TooManyParameters")
  private static void series(
      double[] c, double sinXi, double cosXi, double sinhEta, double coshEta, double[] xy, int i) {
    double sin2Xi = 2 * sinXi * cosXi;
    double cos2Xi = 1 - 2 * sinXi * sinXi;
    double sinh2Eta = 2 * sinhEta * coshEta;
    double cosh2Eta = 1 + 2 * sinhEta * sinhEta;
    double re = 2 * cos2Xi * cosh2Eta;
    double im = -2 * sin2Xi * sinh2Eta;
    double b1Re = 0;
    double b1Im = 0;
    double b2Re = 0;
    double b2Im = 0;
    for (int j = c.length - 1; j >= 0; j--) {
      double bRe = c[j] + re * b1Re - im * b1Im - b2Re;
      double bIm = re * b1Im + im * b1Re - b2Im;
      b2Re = b1Re;
      b2Im = b1Im;
      b1Re = bRe;
      b1Im = bIm;
    }
    double sinRe = sin2Xi * cosh2Eta;
    double sinIm = cos2Xi * sinh2Eta;
    xy[i] = b1Re * sinIm + b1Im * sinRe;
    xy[i + 1] = b1Re * sinRe - b1Im * sinIm;
  }

  @Override
  public Envelope degrees() {
    return new Envelope(centralMeridian - REACH, centralMeridian + REACH, -90, 90);
  }

  @Override
  public Envelope map() {
    double[] east = {centralMeridian + REACH, 0};
    forward(east, 0, 1);
    double width = east[0] - FALSE_EASTING;
    double height = radius * Math.PI / 2;
    return new Envelope(FALSE_EASTING - width, FALSE_EASTING + width, -height, height);
  }
}
