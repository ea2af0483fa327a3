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
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        add(',');
      }
      addPosition(xy, z, backwards ? size - 1 - i : i);
    }
    add(']');
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
    int digits = 1;
    for (long ten = 10; ten <= value; ten *= 10) {
      digits++;
    }
    int at = length + digits;
    length = at;
    long left = value;
    do {
      text[--at] = (char) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
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
