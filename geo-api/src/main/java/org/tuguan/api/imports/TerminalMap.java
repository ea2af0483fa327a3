package org.tuguan.api.imports;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A small picture in the dots of Braille characters, two by four each, for a terminal. */
final class TerminalMap {
  private static final int COLUMNS = 64;
  private static final int LINES = 20;
  private static final int BLANK = 0x2800;

  /** Bit of each dot by column and line within a character (Unicode, Braille Patterns). */
  private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

  private TerminalMap() {}

  /** Every pixel that is not of the colour of the corner is a dot. */
  static String of(byte[] png) {
    BufferedImage image;
    try {
      image = ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < LINES; line++) {
      text.append("  ");
      for (int column = 0; column < COLUMNS; column++) {
        text.append(character(image, column, line));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static char character(BufferedImage image, int column, int line) {
    int bits = 0;
    for (int x = 0; x < 2; x++) {
      for (int y = 0; y < 4; y++) {
        bits |= inked(image, column * 2 + x, line * 4 + y) ? DOTS[x][y] : 0;
      }
    }
    return (char) (BLANK + bits);
  }

  private static boolean inked(BufferedImage image, int dotX, int dotY) {
    int x1 = dotX * image.getWidth() / (COLUMNS * 2);
    int x2 = (dotX + 1) * image.getWidth() / (COLUMNS * 2);
    int y1 = dotY * image.getHeight() / (LINES * 4);
    int y2 = (dotY + 1) * image.getHeight() / (LINES * 4);
    int paper = image.getRGB(0, 0);
    for (int y = y1; y < y2; y++) {
      for (int x = x1; x < x2; x++) {
        if (image.getRGB(x, y) != paper) {
          return true;
        }
      }
    }
    return false;
  }
}
