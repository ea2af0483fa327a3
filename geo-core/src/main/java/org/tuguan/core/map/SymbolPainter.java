package org.tuguan.core.map;

/** Draws one symbolizer of a rule, made ready for one picture. Belongs to one thread. */
interface SymbolPainter {
  /**
   * @param feature what expressions of the style read; null where there are only constants
   */
  void paint(PixelShape shape, Object feature, Canvas canvas);
}
