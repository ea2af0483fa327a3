package org.tuguan.acceptance;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;

/** What is to be seen in a picture. */
final class Pixels {
  private Pixels() {}

  /** Each colour once, as ARGB. */
  static Set<Integer> listColours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }
}
