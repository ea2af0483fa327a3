package org.tuguan.core.map;

/** Draws one symbolizer of a rule, made ready for one picture. Belongs to one thread. */
interface SymbolPainter {
  /**
   * @param feature what expressions of the style read; null where there are only constants
   */
  void paint(PixelShape shape, Object feature, Canvas canvas);

  /**
   * True if it draws nothing but opaque colours that are the same for all features, so that it does
   * not matter which comes first, and a {@link Canvas#gathering} canvas may add them up.
   */
  boolean opaque();

  /**
   * True if an {@link #opaque} painter needs no more of what is smaller than a pixel than {@link
   * Dots} know.
   */
  default boolean takesDots() {
    return false;
  }

  /** Draws them, on a canvas that gathers. */
  default void paint(Dots dots, Canvas canvas) {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " takes no dots");
  }

  /** Draws what was gathered. */
  void finish(Canvas canvas);

  /** True if what lies around the picture matters too, since labels are placed there. */
  default boolean labels() {
    return false;
  }
}
