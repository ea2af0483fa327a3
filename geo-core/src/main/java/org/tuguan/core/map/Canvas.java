package org.tuguan.core.map;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A picture that is being drawn: one {@code FeatureTypeStyle} of a layer, or the whole map. Belongs
 * to one thread.
 */
final class Canvas {
  private final BufferedImage image;
  private final Graphics2D graphics;

  Canvas(BufferedImage image) {
    this.image = image;
    this.graphics = image.createGraphics();
    prepare(graphics);
  }

  /** Nothing drawn yet, all transparent. */
  static Canvas transparent(int width, int height) {
    return new Canvas(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE));
  }

  /** Smooth edges; strokes stay where their coordinates are, not moved to pixel centres. */
  static void prepare(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  BufferedImage image() {
    return image;
  }

  Graphics2D graphics() {
    return graphics;
  }

  /** Colours drawn from now on let this much through; 1 hides what is below. */
  void opacity(double opacity) {
    graphics.setComposite(
        opacity >= 1
            ? AlphaComposite.SrcOver
            : AlphaComposite.SrcOver.derive((float) Math.max(0, opacity)));
  }

  void dispose() {
    graphics.dispose();
  }
}
