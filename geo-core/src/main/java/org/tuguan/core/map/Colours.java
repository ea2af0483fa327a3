package org.tuguan.core.map;

import java.awt.Color;

/** Arithmetic on colours. */
final class Colours {
  private Colours() {}

  /** The colour with its own opacity times this one, 0 to 1. */
  static Color with(Color colour, double opacity) {
    if (opacity >= 1) {
      return colour;
    }
    int alpha = (int) Math.round(colour.getAlpha() * Math.max(0, opacity));
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }
}
