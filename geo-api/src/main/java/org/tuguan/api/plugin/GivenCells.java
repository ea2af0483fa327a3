package org.tuguan.api.plugin;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.OptionalDouble;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Ground;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.map.RasterSource;
import org.tuguan.core.plugin.PluginCells;

/**
 * Cells of a raster as plugins get them: those whose middle lies on ground that is open to them.
 */
final class GivenCells implements PluginCells {
  private final RasterSource raster;
  private final PointOnGeometryLocator open;

  GivenCells(RasterSource raster, Ground ground) {
    this.raster = raster;
    this.open =
        ground instanceof Ground.Within within
            ? new IndexedPointInAreaLocator(
                CoordinateTransform.between(Crs.CRS84, raster.bounds().crs()).apply(within.area()))
            : everywhere -> Location.INTERIOR;
  }

  @Override
  public Bounds bounds() {
    return raster.bounds();
  }

  @Override
  public int width() {
    return raster.width();
  }

  @Override
  public int height() {
    return raster.height();
  }

  @Override
  public float[] read(int column, int row, int columns, int rows) {
    if (column < 0
        || row < 0
        || columns < 1
        || rows < 1
        || column + columns > raster.width()
        || row + rows > raster.height()) {
      throw new IllegalArgumentException("this part is not wholly in the raster");
    }
    try {
      Raster part = raster.read(column, row, columns, rows, 1);
      float[] cells =
          part.getSamples(
              part.getMinX(), part.getMinY(), columns, rows, 0, new float[columns * rows]);
      hide(cells, column, row, columns);
      return cells;
    } catch (IOException e) {
      throw new RequestException(
          Fault.UNREADABLE_DATA, "", "the raster cannot be read: " + e.getMessage(), e);
    }
  }

  private void hide(float[] cells, int column, int row, int columns) {
    OptionalDouble noData = raster.noData();
    Bounds bounds = raster.bounds();
    double cellWidth = bounds.width() / raster.width();
    double cellHeight = bounds.height() / raster.height();
    Coordinate middle = new Coordinate();
    for (int i = 0; i < cells.length; i++) {
      middle.x = bounds.minX() + (column + i % columns + 0.5) * cellWidth;
      middle.y = bounds.maxY() - (row + i / columns + 0.5) * cellHeight;
      boolean nothing = noData.isPresent() && cells[i] == (float) noData.getAsDouble();
      if (nothing || open.locate(middle) == Location.EXTERIOR) {
        cells[i] = Float.NaN;
      }
    }
  }
}
