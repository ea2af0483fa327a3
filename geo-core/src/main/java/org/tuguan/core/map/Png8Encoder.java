package org.tuguan.core.map;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * PNG with a palette of at most 256 colours, each with its own transparency: the smallest form of
 * most maps. Exact if the map has no more colours. Safe for any thread.
 */
public final class Png8Encoder implements MapEncoder {
  private static final int LEVEL = 5;
  private static final int PALETTE_COLOUR = 3;

  @Override
  public String name() {
    return "png8";
  }

  @Override
  public int priority() {
    return 20;
  }

  @Override
  public String mediaType() {
    return "image/png; mode=8bit";
  }

  @Override
  public boolean transparency() {
    return true;
  }

  @Override
  public void write(BufferedImage image, OutputStream out) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    Palette palette = new Palette(argb);
    byte[] rows = new byte[(width + 1) * height];
    int at = 0;
    int lastColour = argb[0];
    byte lastIndex = (byte) palette.index(lastColour);
    for (int i = 0; i < argb.length; i++) {
      if (i % width == 0) {
        at++;
      }
      if (argb[i] != lastColour) {
        lastColour = argb[i];
        lastIndex = (byte) palette.index(lastColour);
      }
      rows[at++] = lastIndex;
    }
    PngEncoder.Chunks chunks = new PngEncoder.Chunks(out);
    chunks.begin(width, height, PALETTE_COLOUR);
    writePalette(palette.colours(), chunks);
    chunks.data(rows, LEVEL);
    chunks.end();
  }

  private static void writePalette(int[] colours, PngEncoder.Chunks chunks) throws IOException {
    byte[] rgb = new byte[3 * colours.length];
    byte[] alpha = new byte[colours.length];
    int transparent = 0;
    for (int i = 0; i < colours.length; i++) {
      rgb[3 * i] = (byte) (colours[i] >> 16);
      rgb[3 * i + 1] = (byte) (colours[i] >> 8);
      rgb[3 * i + 2] = (byte) colours[i];
      alpha[i] = (byte) (colours[i] >>> 24);
      if (colours[i] >>> 24 < 255) {
        transparent = i + 1;
      }
    }
    chunks.chunk("PLTE", rgb, rgb.length);
    if (transparent > 0) {
      chunks.chunk("tRNS", alpha, transparent);
    }
  }
}
