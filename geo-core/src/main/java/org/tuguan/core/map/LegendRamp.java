package org.tuguan.core.map;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.ColorMapEntry;
import org.geotools.api.style.RasterSymbolizer;
import org.tuguan.core.LocalText;

/** The steps of a raster's colour map, as a legend shows them. */
final class LegendRamp {
  /**
   * One entry of the map.
   *
   * @param blended true if colours run into each other
   */
  record Step(double quantity, LocalText label, Color colour, boolean blended) {
    /**
     * @param from colour at the upper edge, if blended
     * @param to colour at the lower edge, if blended
     */
    void paint(Graphics2D graphics, Rectangle box, Color from, Color to) {
      if (!blended) {
        fill(graphics, box, colour, colour);
        return;
      }
      int half = box.height / 2;
      fill(graphics, new Rectangle(box.x, box.y, box.width, half), from, colour);
      fill(graphics, new Rectangle(box.x, box.y + half, box.width, box.height - half), colour, to);
    }

    private static void fill(Graphics2D graphics, Rectangle box, Color from, Color to) {
      graphics.setPaint(
          new GradientPaint(box.x, box.y, from, box.x, box.y + (float) box.height, to));
      graphics.fill(box);
    }
  }

  /** Highest value first for ramps, as one reads heights; intervals and values in their order. */
  List<Step> steps(RasterSymbolizer raster) {
    ColorMap map = raster.getColorMap();
    List<Step> steps = new ArrayList<>();
    if (map == null) {
      return steps;
    }
    boolean blended = map.getType() == ColorMap.TYPE_RAMP;
    double below = Double.NEGATIVE_INFINITY;
    for (ColorMapEntry entry : map.getColorMapEntries()) {
      double quantity = entry.getQuantity().evaluate(null, Double.class);
      LocalText label = label(entry, map.getType(), below, quantity);
      steps.add(new Step(quantity, label, colour(entry), blended));
      below = quantity;
    }
    if (blended) {
      Collections.reverse(steps);
    }
    return steps;
  }

  static Color between(Color one, Color other) {
    return new Color(
        (one.getRed() + other.getRed()) / 2,
        (one.getGreen() + other.getGreen()) / 2,
        (one.getBlue() + other.getBlue()) / 2,
        (one.getAlpha() + other.getAlpha()) / 2);
  }

  private static LocalText label(ColorMapEntry entry, int type, double below, double quantity) {
    if (entry.getLabel() != null && !entry.getLabel().isBlank()) {
      return Legend.text(entry.getLabel());
    }
    if (type != ColorMap.TYPE_INTERVALS) {
      return LocalText.same(plain(quantity));
    }
    if (Double.isInfinite(below)) {
      return LocalText.same("< " + plain(quantity));
    }
    return LocalText.same(
        Double.isInfinite(quantity) ? "≥ " + plain(below) : plain(below) + " – " + plain(quantity));
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e12
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static Color colour(ColorMapEntry entry) {
    Color colour = entry.getColor().evaluate(null, Color.class);
    double opacity =
        entry.getOpacity() == null ? 1 : entry.getOpacity().evaluate(null, Double.class);
    return Colours.with(colour == null ? Color.GRAY : colour, opacity);
  }
}
