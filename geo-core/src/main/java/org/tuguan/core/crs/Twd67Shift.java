package org.tuguan.core.crs;

/**
 * The only way between TWD67 and TWD97: the four-parameter operation in common use in Taiwan, on
 * two-degree transverse Mercator coordinates of zone 121, in metres.
 *
 * <p>X97 = X67 + 807.8 + A·X67 + B·Y67 and Y97 = Y67 − 248.6 + A·Y67 + B·X67 with A = 1.549e-5 and
 * B = 6.521e-6. The way back solves the same equations, so that there and back is the same point to
 * well below a millimetre.
 *
 * <p>Accuracy: a few metres on the island of Taiwan ({@link #ACCURACY}). Zone 119 (Penghu) is
 * computed through zone 121, and its accuracy is not established. Not for cadastral use.
 */
public final class Twd67Shift {
  /** What to tell people about coordinates that went through here. */
  public static final String ACCURACY =
      "TWD67 to TWD97 by four parameters: a few metres on the island of Taiwan; not established"
          + " for Penghu (zone 119)";

  private static final double EAST = 807.8;
  private static final double NORTH = -248.6;
  private static final double A = 1.549e-5;
  private static final double B = 6.521e-6;

  private Twd67Shift() {}

  /** Zone 121 of TWD67 to zone 121 of TWD97, in place, x,y pairs. */
  static void toTwd97(double[] xy, int offset, int count) {
    for (int i = offset, end = offset + 2 * count; i < end; i += 2) {
      double x = xy[i];
      double y = xy[i + 1];
      xy[i] = x + EAST + A * x + B * y;
      xy[i + 1] = y + NORTH + A * y + B * x;
    }
  }

  /** Zone 121 of TWD97 to zone 121 of TWD67, in place, x,y pairs. */
  static void toTwd67(double[] xy, int offset, int count) {
    double determinant = (1 + A) * (1 + A) - B * B;
    for (int i = offset, end = offset + 2 * count; i < end; i += 2) {
      double x = xy[i] - EAST;
      double y = xy[i + 1] - NORTH;
      xy[i] = ((1 + A) * x - B * y) / determinant;
      xy[i + 1] = ((1 + A) * y - B * x) / determinant;
    }
  }
}
