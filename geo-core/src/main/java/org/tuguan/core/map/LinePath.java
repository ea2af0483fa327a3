package org.tuguan.core.map;

/** A line that can be walked by length, in pixels. Immutable. */
final class LinePath {
  private final double[] xy;
  private final double[] lengths;

  /**
   * @param xy x, y, x, y…; not copied
   */
  LinePath(double[] xy) {
    this.xy = xy;
    this.lengths = new double[xy.length / 2];
    for (int i = 1; i < lengths.length; i++) {
      lengths[i] =
          lengths[i - 1] + Math.hypot(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);
    }
  }

  double length() {
    return lengths[lengths.length - 1];
  }

  /** The point at this distance from the start; the ends for what lies beyond. */
  double[] at(double distance) {
    int segment = 1;
    while (segment < lengths.length - 1 && lengths[segment] < distance) {
      segment++;
    }
    double step = lengths[segment] - lengths[segment - 1];
    double t = step == 0 ? 0 : (distance - lengths[segment - 1]) / step;
    double share = Math.max(0, Math.min(1, t));
    int i = 2 * segment;
    return new double[] {
      xy[i - 2] + share * (xy[i] - xy[i - 2]), xy[i - 1] + share * (xy[i + 1] - xy[i - 1])
    };
  }

  LinePath reversed() {
    double[] turned = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      turned[i] = xy[xy.length - i - 2];
      turned[i + 1] = xy[xy.length - i - 1];
    }
    return new LinePath(turned);
  }
}
