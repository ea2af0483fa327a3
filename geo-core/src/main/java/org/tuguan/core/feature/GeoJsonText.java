package org.tuguan.core.feature;

import java.util.Arrays;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * The text of GeoJSON coordinates: transformed, rounded, in the axis order of the system. For one
 * thread.
 */
final class GeoJsonText {
  private static final int METRE_DECIMALS = 3;
  private static final int DEGREE_DECIMALS = 7;

  /** More than a position takes: three numbers below 1e11 with their decimals and signs. */
  private static final int POSITION = 80;

  private final CoordinateTransform transform;
  private final boolean northFirst;
  private final int decimals;
  private char[] text = new char[1024];
  private int length;
  private boolean outside;

  /**
   * @param crs target of the transform
   */
  GeoJsonText(CoordinateTransform transform, Crs crs) {
    this.transform = transform;
    this.northFirst = crs.northFirst();
    this.decimals = crs.geographic() ? DEGREE_DECIMALS : METRE_DECIMALS;
  }

  void clear() {
    length = 0;
    outside = false;
  }

  char[] chars() {
    return text;
  }

  int length() {
    return length;
  }

  /** True if a point had no place in the system. */
  boolean outside() {
    return outside;
  }

  GeoJsonText add(String part) {
    reserve(part.length());
    part.getChars(0, part.length(), text, length);
    length += part.length();
    return this;
  }

  GeoJsonText add(char c) {
    reserve(1);
    text[length++] = c;
    return this;
  }

  private void reserve(int more) {
    if (length + more > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
    }
  }

  /**
   * An array of positions.
   *
   * @param xy in the source's system; transformed in place
   * @param z heights; null if there are none, NaN where there is none
   */
  void addPositions(double[] xy, double[] z, boolean backwards) {
    int size = xy.length / 2;
    transform.apply(xy, 0, xy, 0, size);
    add('[');
    addPositions(xy, z, backwards ? size - 1 : 0, backwards ? -1 : size, backwards ? -1 : 1);
    add(']');
  }

  /**
   * As {@link #addPositions(double[], double[], boolean)}, for a ring: its last point is its first
   * and is not worked out twice.
   */
  void addRing(double[] xy, double[] z, boolean backwards) {
    int last = xy.length / 2 - 1;
    boolean closed =
        last > 0
            && xy[0] == xy[2 * last]
            && xy[1] == xy[2 * last + 1]
            && (z == null || Double.compare(z[0], z[last]) == 0);
    if (!closed) {
      addPositions(xy, z, backwards);
      return;
    }
    transform.apply(xy, 0, xy, 0, last);
    add('[');
    int start = length;
    addPosition(xy, z, 0);
    int first = length - start;
    add(',');
    addPositions(xy, z, backwards ? last - 1 : 1, backwards ? 0 : last, backwards ? -1 : 1);
    add(',');
    reserve(first + 1);
    System.arraycopy(text, start, text, length, first);
    length += first;
    add(']');
  }

  private void addPositions(double[] xy, double[] z, int from, int end, int step) {
    for (int i = from; i != end; i += step) {
      if (i != from) {
        add(',');
      }
      addPosition(xy, z, i);
    }
  }

  /** One position, of coordinates that are transformed in place. */
  void addPoint(double[] xy, double[] z) {
    transform.apply(xy, 0, xy, 0, 1);
    addPosition(xy, z, 0);
  }

  private void addPosition(double[] xy, double[] z, int at) {
    reserve(POSITION);
    text[length++] = '[';
    number(xy[2 * at + (northFirst ? 1 : 0)], decimals);
    text[length++] = ',';
    number(xy[2 * at + (northFirst ? 0 : 1)], decimals);
    if (z != null && Double.isFinite(z[at])) {
      text[length++] = ',';
      number(z[at], METRE_DECIMALS);
    }
    text[length++] = ']';
  }

  private void number(double value, int places) {
    if (!(Math.abs(value) < 1e11)) {
      outside = true;
      return;
    }
    long power = places == METRE_DECIMALS ? 1_000L : 10_000_000L;
    long scaled = Math.round(value * power);
    if (scaled < 0) {
      text[length++] = '-';
      scaled = -scaled;
    }
    long rest = scaled % power;
    whole(scaled / power);
    if (rest > 0) {
      fraction((int) rest, places);
    }
  }

  private void whole(long value) {
    if (value >= 1_000_000_000) {
      whole(value / 1_000_000_000);
      digits((int) (value % 1_000_000_000), 9);
    } else {
      int digits = 1;
      for (int ten = 10; digits < 9 && ten <= value; ten *= 10) {
        digits++;
      }
      digits((int) value, digits);
    }
  }

  private void digits(int value, int count) {
    int left = value;
    length += count;
    for (int at = length - 1; at >= length - count; at--) {
      text[at] = (char) ('0' + left % 10);
      left /= 10;
    }
  }

  /** Without zeros at the end. */
  private void fraction(int rest, int places) {
    text[length] = '.';
    int left = rest;
    int kept = places;
    while (left % 10 == 0) {
      left /= 10;
      kept--;
    }
    for (int at = length + kept; at > length; at--) {
      text[at] = (char) ('0' + left % 10);
      left /= 10;
    }
    length += 1 + kept;
  }
}
