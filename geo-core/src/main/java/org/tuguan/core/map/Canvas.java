package org.tuguan.core.map;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture that is being drawn: one {@code FeatureTypeStyle} of a layer, or the whole map. Belongs
 * to one thread.
 */
final class Canvas {
  private final int width;
  private final int height;
  private BufferedImage image;
  private Graphics2D graphics;
  private Ink ink;
  private boolean gathering;
  private final List<CoverageMask> spare = new ArrayList<>();

  /** A picture that has something on it already. */
  Canvas(BufferedImage image) {
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.image = image;
  }

  private Canvas(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** All transparent; takes no memory until something is drawn. */
  static Canvas transparent(int width, int height) {
    return new Canvas(width, height);
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
    return width;
  }

  int height() {
    return height;
  }

  Graphics2D graphics() {
    if (graphics == null) {
      graphics = image().createGraphics();
      prepare(graphics);
    }
    return graphics;
  }

  private BufferedImage image() {
    if (image == null) {
      image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    }
    return image;
  }

  private Ink ink() {
    if (ink == null) {
      ink = new Ink(image());
    }
    return ink;
  }

  /** Lays the colour over all that the mask covers; the mask is empty afterwards. */
  void paint(CoverageMask mask, int argb) {
    ink().paint(mask, argb);
  }

  /** Lays a small picture over this one, its place in this pixel. */
  void stamp(PixelStamp stamp, int column, int row) {
    ink().stamp(stamp.argb(), stamp.width(), column + stamp.left(), row + stamp.top());
  }

  /** An empty mask of the canvas's size, to be given back. */
  CoverageMask takeMask() {
    return spare.isEmpty() ? new CoverageMask(width, height) : spare.remove(spare.size() - 1);
  }

  /**
   * @param mask empty
   */
  void giveBack(CoverageMask mask) {
    spare.add(mask);
  }

  /** True if painters add up what they draw until they are told to finish. */
  boolean gathering() {
    return gathering;
  }

  void gather(boolean wanted) {
    gathering = wanted;
  }

  /** Lays what was drawn over another canvas. */
  void drawOn(Canvas below) {
    if (image != null) {
      below.graphics().drawImage(image, 0, 0, null);
    }
  }

  /** Colours drawn from now on let this much through; 1 hides what is below. */
  void opacity(double opacity) {
    graphics()
        .setComposite(
            opacity >= 1
                ? AlphaComposite.SrcOver
                : AlphaComposite.SrcOver.derive((float) Math.max(0, opacity)));
  }

  void dispose() {
    if (graphics != null) {
      graphics.dispose();
    }
  }
}
