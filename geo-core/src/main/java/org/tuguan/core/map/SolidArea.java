package org.tuguan.core.map;

import java.awt.Color;

/**
 * What one fill or stroke covers in one colour: of a feature, or, on a canvas that gathers, of all
 * features until it is finished. Belongs to one thread.
 */
final class SolidArea {
  private CoverageMask mask;
  private int argb;

  CoverageMask open(Canvas canvas) {
    if (mask == null) {
      mask = canvas.takeMask();
    }
    return mask;
  }

  /** Ends a feature. */
  void close(Color colour, Canvas canvas) {
    argb = colour.getRGB();
    if (!canvas.gathering()) {
      finish(canvas);
    }
  }

  /** Paints what was gathered. */
  void finish(Canvas canvas) {
    if (mask != null) {
      canvas.paint(mask, argb);
      canvas.giveBack(mask);
      mask = null;
    }
  }
}
