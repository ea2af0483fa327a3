package org.tuguan.core.map;

/** Cuts lines into dashes. Immutable. */
final class DashCutter {
  private static final double NEARLY = 1e-9;

  private final float[] pattern;
  private final double offset;
  private final double period;

  /**
   * @param pattern lengths of dashes and gaps in turn, in pixels; an even number, with a sum above
   *     0
   * @param offset where in the pattern a line begins
   */
  DashCutter(float[] pattern, double offset) {
    this.pattern = pattern.clone();
    this.offset = offset;
    double sum = 0;
    for (float length : pattern) {
      sum += length;
    }
    this.period = sum;
  }

  /**
   * Appends the dashes of a piece of line.
   *
   * @param skipped length of the line before this piece
   */
  void cut(double[] xy, int points, double skipped, PixelShape target) {
    double phase = (offset + skipped) % period;
    phase = phase < 0 ? phase + period : phase;
    int at = 0;
    while (phase >= pattern[at] - NEARLY && phase > 0) {
      phase -= pattern[at];
      at = (at + 1) % pattern.length;
    }
    double rest = pattern[at] - Math.max(0, phase);
    begin(xy[0], xy[1], at, target);
    for (int i = 2; i < 2 * points; i += 2) {
      double length = Math.hypot(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
      double done = 0;
      while (length - done >= rest) {
        done += rest;
        double share = length > 0 ? done / length : 1;
        double x = xy[i - 2] + share * (xy[i] - xy[i - 2]);
        double y = xy[i - 1] + share * (xy[i + 1] - xy[i - 1]);
        begin(x, y, at, target);
        target.end(PixelShape.Kind.LINE);
        at = (at + 1) % pattern.length;
        begin(x, y, at, target);
        rest = pattern[at];
      }
      rest -= length - done;
      begin(xy[i], xy[i + 1], at, target);
    }
    target.end(PixelShape.Kind.LINE);
  }

  private static void begin(double x, double y, int at, PixelShape target) {
    if (at % 2 == 0) {
      target.add(x, y);
    }
  }
}
