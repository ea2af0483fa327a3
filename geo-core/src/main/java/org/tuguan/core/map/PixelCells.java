package org.tuguan.core.map;

import java.util.Optional;
import org.tuguan.core.crs.Bounds;

/**
 * Pixels of the corners of cells that cover a region of a data set, with bilinear interpolation
 * inside the cells: a few multiplications instead of a projection. Immutable.
 */
final class PixelCells {
  private static final int[] DIVISIONS = {4, 12, 32};

  /** Pixels. */
  private static final double LARGEST_ERROR = 0.05;

  /** Numbers kept for a cell: for x and for y the corner, along u, along v, along both. */
  private static final int TERMS = 8;

  private final int divisions;
  private final double minX;
  private final double minY;
  private final double perX;
  private final double perY;
  private final double[] terms;

  /** Replaces x,y pairs by exact pixels. */
  interface Exact {
    void toPixels(double[] xy, int offset, int count);
  }

  private PixelCells(Bounds region, int divisions, Exact exact) {
    this.divisions = divisions;
    this.minX = region.minX();
    this.minY = region.minY();
    this.perX = divisions / region.width();
    this.perY = divisions / region.height();
    this.terms = new double[TERMS * divisions * divisions];
    int side = divisions + 1;
    double[] nodes = points(side, 0);
    exact.toPixels(nodes, 0, side * side);
    for (int row = 0; row < divisions; row++) {
      for (int column = 0; column < divisions; column++) {
        for (int axis = 0; axis < 2; axis++) {
          int node = 2 * (row * side + column) + axis;
          double right = nodes[node + 2];
          double above = nodes[node + 2 * side];
          int term = TERMS * (row * divisions + column) + 4 * axis;
          terms[term] = nodes[node];
          terms[term + 1] = right - nodes[node];
          terms[term + 2] = above - nodes[node];
          terms[term + 3] = nodes[node] - right - above + nodes[node + 2 * side + 2];
        }
      }
    }
  }

  /** A square of places in the region, a cell apart, the first moved by a part of a cell. */
  private double[] points(int side, double shiftX, double shiftY) {
    double[] xy = new double[2 * side * side];
    for (int i = 0; i < side * side; i++) {
      xy[2 * i] = minX + (i % side + shiftX) / perX;
      xy[2 * i + 1] = minY + (i / side + shiftY) / perY;
    }
    return xy;
  }

  private double[] points(int side, double shift) {
    return points(side, shift, shift);
  }

  /** Empty if no number of cells is exact enough, or a projection ends in the region. */
  static Optional<PixelCells> find(Bounds region, Exact exact) {
    if (!(region.width() > 0 && region.height() > 0)) {
      return Optional.empty();
    }
    for (int divisions : DIVISIONS) {
      PixelCells cells = new PixelCells(region, divisions, exact);
      boolean good =
          cells.good(0.5, 0.5, exact) && cells.good(0, 0.5, exact) && cells.good(0.5, 0, exact);
      if (good) {
        return Optional.of(cells);
      }
    }
    return Optional.empty();
  }

  /** Compares in each cell; the errors are largest in the middles of its sides. */
  private boolean good(double shiftX, double shiftY, Exact exact) {
    double[] interpolated = points(divisions, shiftX, shiftY);
    double[] wanted = interpolated.clone();
    exact.toPixels(wanted, 0, divisions * divisions);
    for (int i = 0; i < wanted.length; i += 2) {
      boolean near =
          toPixel(interpolated, i)
              && Math.abs(interpolated[i] - wanted[i]) < LARGEST_ERROR
              && Math.abs(interpolated[i + 1] - wanted[i + 1]) < LARGEST_ERROR;
      if (!near) {
        return false;
      }
    }
    return true;
  }

  /** Replaces an x,y pair by its pixel; false, and nothing done, outside the region. */
  boolean toPixel(double[] xy, int at) {
    double u = (xy[at] - minX) * perX;
    double v = (xy[at + 1] - minY) * perY;
    if (!(u >= 0 && v >= 0 && u < divisions && v < divisions)) {
      return false;
    }
    int term = TERMS * ((int) v * divisions + (int) u);
    u -= (int) u;
    v -= (int) v;
    xy[at] = terms[term] + u * terms[term + 1] + v * (terms[term + 2] + u * terms[term + 3]);
    xy[at + 1] =
        terms[term + 4] + u * terms[term + 5] + v * (terms[term + 6] + u * terms[term + 7]);
    return true;
  }

  /**
   * Replaces the middle of a box by its pixel and writes width and height after it; false, and
   * nothing done, outside the region.
   */
  boolean toPixelBox(double[] box, double width, double height) {
    int column = (int) ((box[0] - minX) * perX);
    int row = (int) ((box[1] - minY) * perY);
    if (!toPixel(box, 0)) {
      return false;
    }
    int term = TERMS * (row * divisions + column);
    double u = width * perX;
    double v = height * perY;
    box[2] = Math.abs(terms[term + 1]) * u + Math.abs(terms[term + 2]) * v;
    box[3] = Math.abs(terms[term + 5]) * u + Math.abs(terms[term + 6]) * v;
    return true;
  }
}
