package org.tuguan.api.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.api.demo.Rivers.River;

/**
 * How many people live where, guessed from the real villages: each has about as many inhabitants as
 * the next, so small ones are dense. Cells of a hundred metres.
 */
final class DensityGrid {
  private static final double CELL = 100;
  private static final double VILLAGERS = 4_500;
  private static final double MOST = 42_000;
  private static final int BLUR = 3;

  private final List<Boundary> villages;
  private final double west;
  private final double south;
  private final int columns;
  private final int rows;
  private final short[] village;
  private final boolean[] water;
  private float[] density;

  DensityGrid(City city, Terrain terrain, Rivers rivers) {
    this.villages = city.villages();
    Envelope box = new Envelope(city.outline().geometry().getEnvelopeInternal());
    box.expandBy(5 * CELL);
    this.west = box.getMinX();
    this.south = box.getMinY();
    this.columns = (int) Math.ceil(box.getWidth() / CELL);
    this.rows = (int) Math.ceil(box.getHeight() / CELL);
    this.village = new short[columns * rows];
    this.water = new boolean[columns * rows];
    this.density = new float[columns * rows];
    for (int i = 0; i < villages.size(); i++) {
      settle(i, terrain);
    }
    density = blurred(blurred(density, 1), columns);
    rivers.list().forEach(this::flood);
  }

  /** People to a square kilometre; 0 outside the city. */
  double density(double x, double y) {
    int cell = cell(x, y);
    return cell < 0 || village[cell] == 0 ? 0 : density[cell];
  }

  /** The village at a point, to within a cell; null outside the city. */
  Boundary village(double x, double y) {
    int cell = cell(x, y);
    return cell < 0 || village[cell] == 0 ? null : villages.get(village[cell] - 1);
  }

  /** True in and beside rivers. */
  boolean wet(double x, double y) {
    int cell = cell(x, y);
    return cell >= 0 && water[cell];
  }

  private int cell(double x, double y) {
    int column = (int) Math.floor((x - west) / CELL);
    int row = (int) Math.floor((y - south) / CELL);
    return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
  }

  private double centreX(int column) {
    return west + (column + 0.5) * CELL;
  }

  private double centreY(int row) {
    return south + (row + 0.5) * CELL;
  }

  private void settle(int index, Terrain terrain) {
    Boundary home = villages.get(index);
    Envelope box = home.geometry().getEnvelopeInternal();
    Coordinate centre = home.geometry().getInteriorPoint().getCoordinate();
    double area = home.geometry().getArea();
    double even = Math.min(MOST, VILLAGERS / (area / 1e6));
    double reach = 0.28 * Math.sqrt(area);
    for (int row = rowOf(box.getMinY()); row <= rowOf(box.getMaxY()); row++) {
      for (int column = columnOf(box.getMinX()); column <= columnOf(box.getMaxX()); column++) {
        double x = centreX(column);
        double y = centreY(row);
        if (home.contains(x, y)) {
          village[row * columns + column] = (short) (index + 1);
          double clump = even > 9_000 ? 1 : clump(centre.distance(new Coordinate(x, y)) / reach);
          density[row * columns + column] = (float) (even * clump * comfort(terrain, x, y));
        }
      }
    }
  }

  /** Country people live around the middle of their village. */
  private static double clump(double away) {
    return 0.3 + 1.9 * StrictMath.exp(-away * away);
  }

  private static double comfort(Terrain terrain, double x, double y) {
    double height = terrain.elevation(x, y);
    return height < 300 ? 1 : StrictMath.exp((300 - height) / 300);
  }

  private int columnOf(double x) {
    return Math.min(columns - 1, Math.max(0, (int) Math.floor((x - west) / CELL)));
  }

  private int rowOf(double y) {
    return Math.min(rows - 1, Math.max(0, (int) Math.floor((y - south) / CELL)));
  }

  private float[] blurred(float[] from, int stride) {
    float[] to = new float[from.length];
    for (int i = 0; i < from.length; i++) {
      double sum = 0;
      int count = 0;
      for (int step = -BLUR; step <= BLUR; step++) {
        int other = i + step * stride;
        if (other >= 0 && other < from.length && village[other] != 0) {
          sum += from[other];
          count++;
        }
      }
      to[i] = count == 0 ? 0 : (float) (sum / count);
    }
    return to;
  }

  private void flood(River river) {
    double[] xy = river.xy();
    for (int i = 0; i < xy.length; i += 2) {
      for (double dx = -river.reach(); dx <= river.reach(); dx += CELL / 2) {
        for (double dy = -river.reach(); dy <= river.reach(); dy += CELL / 2) {
          int cell = cell(xy[i] + dx, xy[i + 1] + dy);
          if (cell >= 0) {
            water[cell] = true;
          }
        }
      }
    }
  }
}
