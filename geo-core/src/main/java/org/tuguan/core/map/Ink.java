package org.tuguan.core.map;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Lays a colour over the pixels of a picture, by coverage: TYPE_INT_RGB, TYPE_INT_ARGB or
 * TYPE_INT_ARGB_PRE. Belongs to one thread.
 */
final class Ink implements CoverageMask.Rows {
  private final int[] pixels;
  private final int width;
  private final int type;
  private int argb;
  private int alpha;

  Ink(BufferedImage image) {
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    this.width = image.getWidth();
    this.type = image.getType();
  }

  /**
   * @param argb not premultiplied
   */
  void paint(CoverageMask mask, int argb) {
    this.argb = argb;
    this.alpha = argb >>> 24;
    mask.drain(this);
  }

  @Override
  public void row(int x, int y, int count, byte[] alphas) {
    int at = y * width + x;
    for (int i = 0; i < count; i++) {
      int cover = alphas[i] & 0xff;
      if (cover != 0) {
        int over = alpha == 255 ? cover : divided(cover * alpha);
        pixels[at + i] = over == 255 ? argb : mixed(pixels[at + i], over);
      }
    }
  }

  /**
   * Lays a small picture over this one.
   *
   * @param stamp TYPE_INT_ARGB, row by row
   */
  void stamp(int[] stamp, int stampWidth, int left, int top) {
    int height = pixels.length / width;
    int fromX = Math.max(0, -left);
    int toX = Math.min(stampWidth, width - left);
    int toY = Math.min(stamp.length / stampWidth, height - top);
    for (int y = Math.max(0, -top); y < toY; y++) {
      for (int x = fromX; x < toX; x++) {
        argb = stamp[y * stampWidth + x];
        int over = argb >>> 24;
        if (over != 0) {
          int at = (top + y) * width + left + x;
          pixels[at] = over == 255 ? argb : mixed(pixels[at], over);
        }
      }
    }
  }

  private int mixed(int below, int over) {
    return switch (type) {
      case BufferedImage.TYPE_INT_RGB -> blend(below, over) & 0xffffff;
      case BufferedImage.TYPE_INT_ARGB_PRE -> premultiplied(below, over);
      default -> plain(below, over);
    };
  }

  /** Over an opaque pixel; all four channels move towards the colour. */
  private int blend(int below, int over) {
    int left = 255 - over;
    int red = divided((argb >> 16 & 0xff) * over + (below >> 16 & 0xff) * left);
    int green = divided((argb >> 8 & 0xff) * over + (below >> 8 & 0xff) * left);
    int blue = divided((argb & 0xff) * over + (below & 0xff) * left);
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  private int premultiplied(int below, int over) {
    int left = 255 - over;
    int top = over + divided((below >>> 24) * left);
    int red = divided((argb >> 16 & 0xff) * over + (below >> 16 & 0xff) * left);
    int green = divided((argb >> 8 & 0xff) * over + (below >> 8 & 0xff) * left);
    int blue = divided((argb & 0xff) * over + (below & 0xff) * left);
    return top << 24 | red << 16 | green << 8 | blue;
  }

  private int plain(int below, int over) {
    int belowAlpha = below >>> 24;
    if (belowAlpha == 255) {
      return blend(below, over);
    }
    if (belowAlpha == 0) {
      return over << 24 | argb & 0xffffff;
    }
    int weight = belowAlpha * (255 - over);
    int sum = 255 * over + weight;
    float above = 255f * over / sum;
    float under = 1 - above;
    int red = (int) ((argb >> 16 & 0xff) * above + (below >> 16 & 0xff) * under + 0.5f);
    int green = (int) ((argb >> 8 & 0xff) * above + (below >> 8 & 0xff) * under + 0.5f);
    int blue = (int) ((argb & 0xff) * above + (below & 0xff) * under + 0.5f);
    return divided(sum) << 24 | red << 16 | green << 8 | blue;
  }

  /** By 255, rounded; exact for products of two bytes and sums of them. */
  private static int divided(int product) {
    int sum = product + 128;
    return sum + (sum >> 8) >> 8;
  }
}
