package org.tuguan.core.map;

import java.util.List;

/**
 * A symbol that looks the same for all features, drawn once for each of several places inside a
 * pixel and laid down from then on. Belongs to one thread.
 */
final class SymbolStamp {
  private static final double LARGEST = 64;

  private final GraphicSymbol symbol;
  private final StampLibrary library;
  private final int reach;
  private final PixelStamp[] stamps = new PixelStamp[PixelStamp.PHASES * PixelStamp.PHASES];

  private SymbolStamp(GraphicSymbol symbol, StampLibrary library) {
    this.symbol = symbol;
    this.library = library;
    this.reach = (int) Math.ceil(symbol.extent()) + 1;
  }

  /** Null for a symbol that is large or depends on the feature. */
  static SymbolStamp of(GraphicSymbol symbol, StampLibrary library) {
    return symbol != null && symbol.constant() && symbol.extent() <= LARGEST
        ? new SymbolStamp(symbol, library)
        : null;
  }

  void draw(double x, double y, Canvas canvas) {
    if (x < -reach || y < -reach || x > canvas.width() + reach || y > canvas.height() + reach) {
      return;
    }
    int phaseX = PixelStamp.phase(x);
    int phaseY = PixelStamp.phase(y);
    int at = phaseY * PixelStamp.PHASES + phaseX;
    if (stamps[at] == null) {
      stamps[at] = library.get(List.of(symbol.look(), at), () -> make(phaseX, phaseY));
    }
    canvas.stamp(stamps[at], PixelStamp.pixel(x), PixelStamp.pixel(y));
  }

  private PixelStamp make(int phaseX, int phaseY) {
    double x = (double) phaseX / PixelStamp.PHASES;
    double y = (double) phaseY / PixelStamp.PHASES;
    return PixelStamp.draw(
        -reach, -reach, reach + 1, reach + 1, graphics -> symbol.draw(graphics, x, y, 0, null));
  }
}
