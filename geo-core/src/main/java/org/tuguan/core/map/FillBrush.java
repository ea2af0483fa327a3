package org.tuguan.core.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.geotools.api.style.Fill;

/** The {@code Fill} of a style: a colour, or a pattern of marks or icons. Belongs to one thread. */
final class FillBrush {
  private static final int LARGEST_TILE = 1024;

  private final StyleValue<Color> colour;
  private final StyleValue<Double> opacity;
  private final GraphicSymbol pattern;
  private final double gap;
  private final PatternOrigin origin;
  private Paint constantPattern;

  private FillBrush(Fill fill, double unit, double margin, StyleScope scope) {
    this.colour = scope.colour(fill.getColor(), Color.GRAY);
    this.opacity = scope.number(fill.getOpacity(), 1);
    this.pattern = GraphicSymbol.of(fill.getGraphicFill(), unit, scope);
    this.gap = margin * unit;
    this.origin = scope.patternOrigin();
  }

  /**
   * Null if there is none.
   *
   * @param margin free space around each graphic of a pattern, in units of the symbolizer
   */
  static FillBrush of(Fill fill, double unit, double margin, StyleScope scope) {
    return fill == null ? null : new FillBrush(fill, unit, margin, scope);
  }

  /** What to fill with; null if it would not be seen. */
  Paint paint(Object feature) {
    double alpha = opacity.of(feature);
    if (alpha <= 0) {
      return null;
    }
    if (pattern == null) {
      return Colours.with(colour.of(feature), alpha);
    }
    if (constantPattern == null || !pattern.constant()) {
      constantPattern = tile(feature);
    }
    return constantPattern;
  }

  /** True for one colour that hides what is below. */
  boolean opaque() {
    return pattern == null
        && colour.constant()
        && opacity.constant()
        && opacity.of(null) >= 1
        && colour.of(null).getAlpha() == 255;
  }

  /** Drawn over its own edges on all sides, so that tiles join without a seam. */
  private Paint tile(Object feature) {
    int width = pixels(pattern.width(feature) + 2 * gap);
    int height = pixels(pattern.height(feature) + 2 * gap);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    Canvas.prepare(graphics);
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        pattern.draw(graphics, (column + 0.5) * width, (row + 0.5) * height, 0, feature);
      }
    }
    graphics.dispose();
    return new TexturePaint(
        image, new Rectangle2D.Double(origin.tileX(width), origin.tileY(height), width, height));
  }

  private static int pixels(double size) {
    return (int) Math.max(1, Math.min(LARGEST_TILE, Math.round(size)));
  }
}
