package org.tuguan.core.map;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * A small picture that is laid down at many places. Immutable, if its pixels are left alone.
 *
 * @param argb TYPE_INT_ARGB, row by row
 * @param width of a row
 * @param left columns from the pixel of the place to the picture
 * @param top rows from the pixel of the place to the picture
 */
record PixelStamp(int[] argb, int width, int left, int top) {
  /** Places inside a pixel, each way, for which stamps are made. */
  static final int PHASES = 4;

  /**
   * @param left around all that is drawn, in pixels from the place; so are the others
   * @param painter draws with the place as its origin
   */
  static PixelStamp draw(int left, int top, int right, int bottom, Consumer<Graphics2D> painter) {
    int width = right - left;
    int height = bottom - top;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    Canvas.prepare(graphics);
    graphics.translate(-left, -top);
    painter.accept(graphics);
    graphics.dispose();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    return new PixelStamp(argb, width, left, top).trimmed();
  }

  private PixelStamp trimmed() {
    int first = width;
    int end = 0;
    int firstRow = argb.length;
    int endRow = 0;
    for (int i = 0; i < argb.length; i++) {
      if (argb[i] >>> 24 != 0) {
        first = Math.min(first, i % width);
        end = Math.max(end, i % width + 1);
        firstRow = Math.min(firstRow, i / width);
        endRow = Math.max(endRow, i / width + 1);
      }
    }
    if (first >= end) {
      return new PixelStamp(new int[0], 1, 0, 0);
    }
    int kept = end - first;
    int[] pixels = new int[kept * (endRow - firstRow)];
    for (int row = firstRow; row < endRow; row++) {
      System.arraycopy(argb, row * width + first, pixels, (row - firstRow) * kept, kept);
    }
    return new PixelStamp(pixels, kept, left + first, top + firstRow);
  }

  /** The pixel of a place that is rounded to a phase. */
  static int pixel(double at) {
    return (int) Math.floor(at + 0.5 / PHASES);
  }

  /** Where in its pixel a place is, 0 to {@link #PHASES} - 1. */
  static int phase(double at) {
    return Math.max(0, Math.min(PHASES - 1, (int) Math.round((at - pixel(at)) * PHASES)));
  }
}
