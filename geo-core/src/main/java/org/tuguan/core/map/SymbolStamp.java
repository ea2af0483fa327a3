package org.tuguan.core.map;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * A symbol that looks the same for all features, drawn once for each of 64 places inside a pixel
 * and laid down from then on. Belongs to one thread.
 */
final class SymbolStamp {
  private static final int PHASES = 8;
  private static final double LARGEST = 64;

  private final GraphicSymbol symbol;
  private final int reach;
  private final Stamp[] stamps = new Stamp[PHASES * PHASES];

  /**
   * @param left columns from the pixel of the place
   * @param top rows from the pixel of the place
   */
  private record Stamp(int[] argb, int width, int left, int top) {}

  private SymbolStamp(GraphicSymbol symbol) {
    this.symbol = symbol;
    this.reach = (int) Math.ceil(symbol.extent()) + 1;
  }

  /** Null for a symbol that is large or depends on the feature. */
  static SymbolStamp of(GraphicSymbol symbol) {
    return symbol != null && symbol.constant() && symbol.extent() <= LARGEST
        ? new SymbolStamp(symbol)
        : null;
  }

  void draw(double x, double y, Canvas canvas) {
    if (x < -reach || y < -reach || x > canvas.width() + reach || y > canvas.height() + reach) {
      return;
    }
    int column = (int) Math.floor(x + 0.5 / PHASES);
    int row = (int) Math.floor(y + 0.5 / PHASES);
    int phaseX = phase(x - column);
    int phaseY = phase(y - row);
    int at = phaseY * PHASES + phaseX;
    if (stamps[at] == null) {
      stamps[at] = make(phaseX / (double) PHASES, phaseY / (double) PHASES);
    }
    Stamp stamp = stamps[at];
    canvas.stamp(stamp.argb, stamp.width, column + stamp.left, row + stamp.top);
  }

  private static int phase(double share) {
    return Math.max(0, Math.min(PHASES - 1, (int) Math.round(share * PHASES)));
  }

  private Stamp make(double x, double y) {
    int side = 2 * reach + 1;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    Canvas.prepare(graphics);
    symbol.draw(graphics, reach + x, reach + y, 0, null);
    graphics.dispose();
    return trimmed(image.getRGB(0, 0, side, side, null, 0, side), side);
  }

  private Stamp trimmed(int[] argb, int side) {
    int left = side;
    int right = 0;
    int top = side;
    int bottom = 0;
    for (int i = 0; i < argb.length; i++) {
      if (argb[i] >>> 24 != 0) {
        left = Math.min(left, i % side);
        right = Math.max(right, i % side + 1);
        top = Math.min(top, i / side);
        bottom = Math.max(bottom, i / side + 1);
      }
    }
    if (left >= right) {
      return new Stamp(new int[0], 1, 0, 0);
    }
    int width = right - left;
    int[] kept = new int[width * (bottom - top)];
    for (int row = top; row < bottom; row++) {
      System.arraycopy(argb, row * side + left, kept, (row - top) * width, width);
    }
    return new Stamp(kept, width, left - reach, top - reach);
  }
}
