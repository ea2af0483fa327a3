package org.tuguan.core.map;

/** Places along a line of pixels. */
final class LineWalk {
  private LineWalk() {}

  /** The point halfway along a part, as x, y. */
  static double[] middle(PixelShape shape, int part) {
    double total = 0;
    for (int i = shape.start(part) + 1; i < shape.end(part); i++) {
      total += length(shape, i);
    }
    double left = total / 2;
    for (int i = shape.start(part) + 1; i < shape.end(part); i++) {
      double step = length(shape, i);
      if (left <= step && step > 0) {
        double t = left / step;
        return new double[] {
          shape.x(i - 1) + t * (shape.x(i) - shape.x(i - 1)),
          shape.y(i - 1) + t * (shape.y(i) - shape.y(i - 1))
        };
      }
      left -= step;
    }
    return new double[] {shape.x(shape.start(part)), shape.y(shape.start(part))};
  }

  private static double length(PixelShape shape, int point) {
    return Math.hypot(shape.x(point) - shape.x(point - 1), shape.y(point) - shape.y(point - 1));
  }
}
