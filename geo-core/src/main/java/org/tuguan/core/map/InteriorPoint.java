package org.tuguan.core.map;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;
import org.tuguan.core.map.PixelShape.Kind;

/**
 * Finds a place inside the visible part of polygons where a symbol or label looks right: the middle
 * of the widest of several horizontal cuts, those near the middle of the polygon preferred.
 */
final class InteriorPoint {
  private static final int CUTS = 15;

  /** So that of two places that are as good the rounding of coordinates does not choose. */
  private static final double CLEARLY = 1.01;

  /** A place, and how wide the polygon is there, in pixels. */
  record Place(double x, double y, double width) {}

  private final Rectangle2D visible;
  private double[] crossings = new double[16];
  private int count;

  private InteriorPoint(Rectangle2D visible) {
    this.visible = visible;
  }

  /** What is outside of the picture does not count. */
  static InteriorPoint within(Rectangle2D picture) {
    return new InteriorPoint(picture);
  }

  /** The same place whatever part of the polygons the picture shows. */
  static InteriorPoint anywhere() {
    double far = 1e9;
    return new InteriorPoint(new Rectangle2D.Double(-far, -far, 2 * far, 2 * far));
  }

  /** Empty if nothing of the polygons is visible. A dot is its own place. */
  Optional<Place> find(PixelShape shape) {
    double top = Math.max(visible.getMinY(), shape.minY());
    double bottom = Math.min(visible.getMaxY(), shape.maxY());
    Place best = null;
    double bestScore = 0;
    for (int cut = 0; cut < CUTS && top < bottom; cut++) {
      double share = (cut + 0.5) / CUTS;
      double y = top + share * (bottom - top);
      Place place = widest(shape, y);
      if (place != null) {
        double score = place.width() * (1 - Math.abs(share - 0.5));
        if (score > CLEARLY * bestScore) {
          bestScore = score;
          best = place;
        }
      }
    }
    return best == null ? dot(shape) : Optional.of(best);
  }

  private Optional<Place> dot(PixelShape shape) {
    for (int part = 0; part < shape.parts(); part++) {
      if (shape.kind(part) == Kind.DOT_POLYGON) {
        return Optional.of(new Place(shape.x(shape.start(part)), shape.y(shape.start(part)), 0));
      }
    }
    return Optional.empty();
  }

  private Place widest(PixelShape shape, double y) {
    collect(shape, y);
    Arrays.sort(crossings, 0, count);
    Place best = null;
    for (int i = 0; i + 1 < count; i += 2) {
      double left = Math.max(visible.getMinX(), crossings[i]);
      double right = Math.min(visible.getMaxX(), crossings[i + 1]);
      if (right > left && (best == null || right - left > best.width())) {
        best = new Place((left + right) / 2, y, right - left);
      }
    }
    return best;
  }

  private void collect(PixelShape shape, double y) {
    count = 0;
    for (int part = 0; part < shape.parts(); part++) {
      if (shape.kind(part) != Kind.SHELL && shape.kind(part) != Kind.HOLE) {
        continue;
      }
      for (int i = shape.start(part) + 1; i < shape.end(part); i++) {
        double y0 = shape.y(i - 1);
        double y1 = shape.y(i);
        if (y0 <= y != y1 <= y) {
          double x0 = shape.x(i - 1);
          add(x0 + (y - y0) / (y1 - y0) * (shape.x(i) - x0));
        }
      }
    }
  }

  private void add(double x) {
    if (count == crossings.length) {
      crossings = Arrays.copyOf(crossings, 2 * count);
    }
    crossings[count++] = x;
  }
}
