package org.tuguan.core.map;

import java.awt.Color;
import java.util.Arrays;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.ColorMapEntry;

/**
 * The colour map of a style. A ramp goes on with its end colours beyond its ends; an interval ends
 * below its quantity, and what lies above the last one is not drawn; of values, only those named
 * are drawn. Belongs to one thread.
 */
final class ColourMapColours implements CellColours {
  private final int type;
  private final int band;
  private final double[] quantities;
  private final int[] colours;

  /**
   * @param band of the values that are looked up
   */
  ColourMapColours(ColorMap map, int band) {
    ColorMapEntry[] entries = map.getColorMapEntries().clone();
    Arrays.sort(entries, (a, b) -> Double.compare(quantity(a), quantity(b)));
    this.type = map.getType();
    this.band = band;
    this.quantities = Arrays.stream(entries).mapToDouble(ColourMapColours::quantity).toArray();
    this.colours = Arrays.stream(entries).mapToInt(ColourMapColours::colour).toArray();
  }

  private static double quantity(ColorMapEntry entry) {
    Double quantity = entry.getQuantity().evaluate(null, Double.class);
    return quantity == null ? 0 : quantity;
  }

  private static int colour(ColorMapEntry entry) {
    Color colour = entry.getColor().evaluate(null, Color.class);
    Expression opacity = entry.getOpacity();
    Double alpha = opacity == null ? null : opacity.evaluate(null, Double.class);
    return Colours.with(colour == null ? Color.BLACK : colour, alpha == null ? 1 : alpha).getRGB();
  }

  @Override
  public boolean continuous() {
    return type == ColorMap.TYPE_RAMP;
  }

  @Override
  public int argb(double[] values) {
    double value = values[Math.min(band, values.length - 1)];
    int found = Arrays.binarySearch(quantities, value);
    if (type == ColorMap.TYPE_VALUES) {
      return found < 0 ? 0 : colours[found];
    }
    int above = found >= 0 ? found + 1 : -found - 1;
    if (type == ColorMap.TYPE_INTERVALS) {
      return above < colours.length ? colours[above] : 0;
    }
    if (above == 0 || above == colours.length) {
      return colours[Math.min(above, colours.length - 1)];
    }
    double below = quantities[above - 1];
    return mix(colours[above - 1], colours[above], (value - below) / (quantities[above] - below));
  }

  /** A colour between two, channel by channel. */
  static int mix(int one, int other, double share) {
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int from = one >>> shift & 0xff;
      int to = other >>> shift & 0xff;
      mixed |= (int) Math.round(from + share * (to - from)) << shift;
    }
    return mixed;
  }
}
