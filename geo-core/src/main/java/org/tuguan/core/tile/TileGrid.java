package org.tuguan.core.tile;

import java.util.Optional;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * Turns coordinates of a data set into units of a tile: x from its left edge to the right, y from
 * its top edge down, {@link #EXTENT} to a side. Immutable.
 *
 * <p>Around the tile the transformation is replaced by straight interpolation between a few exact
 * points, as many as keep it true to {@link #MOST_ERROR} units; where it cannot be, and far away,
 * every point is transformed.
 */
final class TileGrid {
  /** Units to a side of a tile. */
  static final int EXTENT = 4096;

  /** Of the interpolation, in units. */
  static final double MOST_ERROR = 0.25;

  /** What the error may be half-way between exact points, where it is largest or nearly so. */
  private static final double MOST_MEASURED = 0.15;

  private static final int MOST_CELLS = 32;

  /** Of the tile's width, on each side, so that neither margin nor curved edges matter. */
  private static final double AROUND = 0.25;

  private final CoordinateTransform transform;
  private final Bounds tile;
  private final Bounds search;
  private final double minX;
  private final double minY;
  private final double maxX;
  private final double maxY;
  private final double unitsX;
  private final double unitsY;

  /** To a side; 0 if every point is transformed. */
  private int cells;

  private double[] nodes;

  private TileGrid(CoordinateTransform transform, Bounds tile, Bounds search) {
    this.transform = transform;
    this.tile = tile;
    this.search = search;
    double aroundX = AROUND * search.width();
    double aroundY = AROUND * search.height();
    this.minX = search.minX() - aroundX;
    this.minY = search.minY() - aroundY;
    this.maxX = search.maxX() + aroundX;
    this.maxY = search.maxY() + aroundY;
    double share = EXTENT / (double) (EXTENT + 2 * VectorTileEncoder.MARGIN);
    this.unitsX = EXTENT / (search.width() * share);
    this.unitsY = EXTENT / (search.height() * share);
    prepare();
  }

  /** Empty if the tile lies outside the system of the data. */
  static Optional<TileGrid> of(Crs data, TileCoord coord) {
    Bounds tile = coord.bounds();
    Bounds wanted = tile.expand(tile.width() * VectorTileEncoder.MARGIN / EXTENT);
    return CoordinateTransform.between(tile.crs(), data)
        .find(wanted)
        .filter(found -> found.width() > 0 && found.height() > 0)
        .map(found -> new TileGrid(CoordinateTransform.between(data, tile.crs()), tile, found));
  }

  /** Around the tile and its margin, in the system of the data. */
  Bounds search() {
    return search;
  }

  /** Length of a box of the data in tile units, nearly: the longer side. */
  double size(double width, double height) {
    return Math.max(width * unitsX, height * unitsY);
  }

  /** Length of a tile unit in units of the data, nearly. */
  double unit() {
    return 1 / Math.max(unitsX, unitsY);
  }

  /**
   * Leaves out points of a line or ring that cannot matter: of a run on one side of the tile, only
   * the first and the last stay. The ends always stay.
   *
   * @param xy in the system of the data; changed
   * @return number of points that are left
   */
  int skipOutside(double[] xy, int count) {
    int left = 0;
    int sides = 0;
    int run = 0;
    for (int i = 0; i < count; i++) {
      int at = sides(xy[2 * i], xy[2 * i + 1]);
      boolean same = (sides & at) != 0;
      run = same ? run + 1 : 0;
      sides = same ? sides & at : at;
      if (run > 1) {
        left--;
      }
      xy[2 * left] = xy[2 * i];
      xy[2 * left + 1] = xy[2 * i + 1];
      left++;
    }
    return left;
  }

  private int sides(double x, double y) {
    return (x < minX ? 1 : 0) | (x > maxX ? 2 : 0) | (y < minY ? 4 : 0) | (y > maxY ? 8 : 0);
  }

  /** Changes coordinates of the data to units of the tile; outside the domain they become NaN. */
  void toTile(double[] xy, int count) {
    if (cells == 0) {
      exact(xy, 0, count);
      return;
    }
    double perX = cells / (maxX - minX);
    double perY = cells / (maxY - minY);
    for (int i = 0; i < 2 * count; i += 2) {
      if (xy[i] >= minX && xy[i] <= maxX && xy[i + 1] >= minY && xy[i + 1] <= maxY) {
        interpolate(xy, i, (xy[i] - minX) * perX, (xy[i + 1] - minY) * perY);
      } else {
        exact(xy, i, 1);
      }
    }
  }

  private void exact(double[] xy, int offset, int count) {
    transform.apply(xy, offset, xy, offset, count);
    double perX = EXTENT / tile.width();
    double perY = EXTENT / tile.height();
    for (int i = offset; i < offset + 2 * count; i += 2) {
      xy[i] = (xy[i] - tile.minX()) * perX;
      xy[i + 1] = (tile.maxY() - xy[i + 1]) * perY;
    }
  }

  private void interpolate(double[] xy, int at, double x, double y) {
    int column = Math.min((int) x, cells - 1);
    int row = Math.min((int) y, cells - 1);
    double right = x - column;
    double up = y - row;
    int low = 2 * (row * (cells + 1) + column);
    int high = low + 2 * (cells + 1);
    for (int axis = 0; axis < 2; axis++) {
      double below = nodes[low + axis] + right * (nodes[low + 2 + axis] - nodes[low + axis]);
      double above = nodes[high + axis] + right * (nodes[high + 2 + axis] - nodes[high + axis]);
      xy[at + axis] = below + up * (above - below);
    }
  }

  private void prepare() {
    double error = 0;
    for (int wanted = 1; wanted <= MOST_CELLS; wanted = next(wanted, error)) {
      cells = wanted;
      nodes = lattice(wanted);
      error = error();
      if (error <= MOST_MEASURED) {
        return;
      }
    }
    cells = 0;
    nodes = null;
  }

  /** The error falls with the square of the number of cells. */
  private static int next(int tried, double error) {
    double enough = tried * Math.sqrt(error / (0.8 * MOST_MEASURED));
    return enough <= MOST_CELLS ? Math.max(tried + 1, (int) Math.ceil(enough)) : MOST_CELLS + 1;
  }

  /** Exact points, so many cells to a side. */
  private double[] lattice(int side) {
    double[] points = new double[2 * (side + 1) * (side + 1)];
    int at = 0;
    for (int row = 0; row <= side; row++) {
      for (int column = 0; column <= side; column++) {
        points[at++] = minX + (maxX - minX) * column / side;
        points[at++] = minY + (maxY - minY) * row / side;
      }
    }
    exact(points, 0, points.length / 2);
    return points;
  }

  /** The largest at the middles of cells and of their edges; infinite if a point is outside. */
  private double error() {
    int side = 2 * cells;
    double[] truth = lattice(side);
    double[] guess = new double[2];
    double worst = 0;
    for (int i = 0; i < truth.length; i += 2) {
      int node = i / 2;
      interpolate(guess, 0, node % (side + 1) / 2.0, node / (side + 1) / 2.0);
      double error = Math.hypot(guess[0] - truth[i], guess[1] - truth[i + 1]);
      worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
    }
    return worst;
  }
}
