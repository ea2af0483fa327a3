package org.tuguan.core.map;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;

/**
 * Well-known marks (SE 1.1, 11.3.2) and the {@code shape://} marks for hatches, in a square of one
 * unit around the origin, y down.
 */
final class MarkShapes {
  private MarkShapes() {}

  /** True for marks made of lines, which have no inside to fill. */
  static boolean lineOnly(String name) {
    return name.startsWith("shape://") && !name.endsWith("dot") && !name.endsWith("carrow");
  }

  /** Empty for a name nobody knows. */
  static Optional<Shape> find(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "square" -> Optional.of(new Rectangle2D.Double(-0.5, -0.5, 1, 1));
      case "circle" -> Optional.of(new Ellipse2D.Double(-0.5, -0.5, 1, 1));
      case "triangle" -> Optional.of(closed(0, -0.5, 0.5, 0.5, -0.5, 0.5));
      case "star" -> Optional.of(star());
      case "cross" -> Optional.of(cross());
      case "x" -> Optional.of(turned(cross(), 45));
      case "arrow" -> Optional.of(closed(-0.5, -0.35, 0.5, 0, -0.5, 0.35, -0.25, 0));
      case "diamond" -> Optional.of(closed(0, -0.5, 0.5, 0, 0, 0.5, -0.5, 0));
      case "pentagon" -> Optional.of(regular(5, 0));
      case "hexagon" -> Optional.of(regular(6, 30));
      case "octagon" -> Optional.of(regular(8, 22.5));
      case "semicircle" -> Optional.of(new Arc2D.Double(-0.5, -0.25, 1, 1, 0, 180, Arc2D.CHORD));
      default -> hatch(name);
    };
  }

  private static Optional<Shape> hatch(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "shape://vertline" -> Optional.of(lines(0, -0.5, 0, 0.5));
      case "shape://horline" -> Optional.of(lines(-0.5, 0, 0.5, 0));
      case "shape://slash" -> Optional.of(lines(-0.5, 0.5, 0.5, -0.5));
      case "shape://backslash" -> Optional.of(lines(-0.5, -0.5, 0.5, 0.5));
      case "shape://dot" -> Optional.of(new Ellipse2D.Double(-0.125, -0.125, 0.25, 0.25));
      case "shape://plus" -> Optional.of(lines(0, -0.5, 0, 0.5, -0.5, 0, 0.5, 0));
      case "shape://times" -> Optional.of(lines(-0.5, 0.5, 0.5, -0.5, -0.5, -0.5, 0.5, 0.5));
      case "shape://oarrow" -> Optional.of(open(-0.5, -0.25, 0.5, 0, -0.5, 0.25));
      case "shape://carrow" -> Optional.of(closed(-0.5, -0.25, 0.5, 0, -0.5, 0.25));
      default -> Optional.empty();
    };
  }

  private static Path2D lines(double... ends) {
    Path2D.Double path = new Path2D.Double();
    for (int i = 0; i < ends.length; i += 4) {
      path.moveTo(ends[i], ends[i + 1]);
      path.lineTo(ends[i + 2], ends[i + 3]);
    }
    return path;
  }

  private static Path2D open(double... xy) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }

  private static Path2D closed(double... xy) {
    Path2D path = open(xy);
    path.closePath();
    return path;
  }

  private static Shape star() {
    double[] xy = new double[20];
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? 0.5 : 0.2;
      double angle = Math.toRadians(36 * i - 90);
      xy[2 * i] = radius * Math.cos(angle);
      xy[2 * i + 1] = radius * Math.sin(angle);
    }
    return closed(xy);
  }

  private static Shape regular(int corners, double turn) {
    double[] xy = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(360.0 * i / corners - 90 + turn);
      xy[2 * i] = 0.5 * Math.cos(angle);
      xy[2 * i + 1] = 0.5 * Math.sin(angle);
    }
    return closed(xy);
  }

  private static Shape cross() {
    double arm = 0.125;
    return closed(
        -arm, -0.5, arm, -0.5, arm, -arm, 0.5, -arm, 0.5, arm, arm, arm, arm, 0.5, -arm, 0.5, -arm,
        arm, -0.5, arm, -0.5, -arm, -arm, -arm);
  }

  private static Shape turned(Shape shape, double degrees) {
    return AffineTransform.getRotateInstance(Math.toRadians(degrees)).createTransformedShape(shape);
  }
}
