package org.tuguan.core.map;

import org.geotools.api.style.TextSymbolizer;

/** Hands labels to the board. */
final class LabelCollector implements SymbolPainter {
  LabelCollector(TextSymbolizer symbolizer, StyleScope scope, LabelBoard labels) {}

  @Override
  public void paint(PixelShape shape, Object feature, Canvas canvas) {}
}
