package org.tuguan.api.demo;

/**
 * The plan on which streets are straight: u and v in metres, turned and gently bent onto the map,
 * so that streets run on across districts and yet are not ruled with a ruler. What does not overlap
 * in the plan does not overlap on the map. Immutable.
 */
final class BentGrid {
  private static final double ORIGIN_X = 217_000;
  private static final double ORIGIN_Y = 2_671_000;
  private static final double COS = StrictMath.cos(StrictMath.toRadians(9));
  private static final double SIN = StrictMath.sin(StrictMath.toRadians(9));

  double x(double u, double v) {
    double bent = u + wave(230, v, 7_300, 0.3) + wave(60, v + 0.6 * u, 2_900, 1.1);
    double other = v + wave(210, u, 6_900, 2.1) + wave(55, u - 0.5 * v, 3_100, 0.7);
    return ORIGIN_X + bent * COS - other * SIN;
  }

  double y(double u, double v) {
    double bent = u + wave(230, v, 7_300, 0.3) + wave(60, v + 0.6 * u, 2_900, 1.1);
    double other = v + wave(210, u, 6_900, 2.1) + wave(55, u - 0.5 * v, 3_100, 0.7);
    return ORIGIN_Y + bent * SIN + other * COS;
  }

  /** Where a point of the map lies in the plan: {u, v}, within a metre. */
  double[] plan(double x, double y) {
    double u = 0;
    double v = 0;
    for (int step = 0; step < 40; step++) {
      double dx = x - x(u, v);
      double dy = y - y(u, v);
      u += dx * COS + dy * SIN;
      v += dy * COS - dx * SIN;
    }
    return new double[] {u, v};
  }

  /** A straight line of the plan as points on the map, near enough to the curve. */
  double[] line(double u0, double v0, double u1, double v1) {
    int steps = Math.max(1, (int) Math.ceil(Math.hypot(u1 - u0, v1 - v0) / 60));
    double[] xy = new double[2 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      double u = u0 + t * (u1 - u0);
      double v = v0 + t * (v1 - v0);
      xy[2 * i] = x(u, v);
      xy[2 * i + 1] = y(u, v);
    }
    return xy;
  }

  /** The edge of a rectangle of the plan as a closed ring on the map. */
  double[] ring(double u0, double v0, double u1, double v1) {
    double[][] sides = {
      line(u0, v0, u1, v0), line(u1, v0, u1, v1), line(u1, v1, u0, v1), line(u0, v1, u0, v0)
    };
    int length = 2;
    for (double[] side : sides) {
      length += side.length - 2;
    }
    double[] ring = new double[length];
    int at = 0;
    for (double[] side : sides) {
      System.arraycopy(side, 0, ring, at, side.length);
      at += side.length - 2;
    }
    System.arraycopy(ring, 0, ring, length - 2, 2);
    return ring;
  }

  private static double wave(double height, double along, double length, double phase) {
    return height * StrictMath.sin(2 * Math.PI * along / length + phase);
  }
}
