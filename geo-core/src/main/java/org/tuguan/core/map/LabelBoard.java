package org.tuguan.core.map;

import java.awt.image.BufferedImage;

/** The labels of all layers of one picture. Belongs to one thread. */
final class LabelBoard {
  LabelBoard(int width, int height) {}

  void draw(BufferedImage map, Deadline deadline) {
    deadline.check();
  }
}
