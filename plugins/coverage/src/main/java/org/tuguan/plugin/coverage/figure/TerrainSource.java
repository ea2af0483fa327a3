package org.tuguan.plugin.coverage.figure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.plugin.PluginCells;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.plugin.coverage.sight.GridTerrain;
import org.tuguan.plugin.coverage.sight.Terrain;

/**
 * Heights of the ground from a raster layer of the library, metres above sea. Setting: {@code
 * terrain-layer} (elevation). Read block by block, of which some are kept. Safe for any thread.
 */
@Component
class TerrainSource {
  private static final int BLOCK = 256;
  private static final int BLOCKS_KEPT = 64;

  /** Of more cells around one station than these every second, third … is taken. */
  private static final double MOST_CELLS = 1e6;

  private record Block(String revision, int column, int row) {}

  private final Cache<Block, float[]> blocks =
      Caffeine.newBuilder().maximumSize(BLOCKS_KEPT).build();
  private final PluginLayers layers;
  private final String layer;

  TerrainSource(PluginLayers layers, PluginSettings settings) {
    this.layers = layers;
    this.layer = settings.text("terrain-layer").orElse("elevation");
  }

  /** What {@code terrain-layer} is set to. */
  String layerName() {
    return layer;
  }

  Optional<Layer> find() {
    return layers.whole().findLayer(layer).filter(found -> found.table().isEmpty());
  }

  /**
   * The heights in a box and a little around it.
   *
   * @param box in EPSG:3826
   */
  Terrain around(Envelope box) {
    Layer found = find().orElseThrow();
    PluginCells cells = layers.cells(found, Right.QUERY);
    Bounds whole = cells.bounds();
    Optional<Bounds> part =
        CoordinateTransform.between(Crs.TWD97_TM2_121, whole.crs())
            .find(Bounds.of(Crs.TWD97_TM2_121, box))
            .filter(whole::intersects);
    if (part.isEmpty()) {
      return new GridTerrain(whole, 1, new float[] {Float.NaN});
    }
    return read(cells, layers.revision(found), Window.of(part.get(), cells));
  }

  /** Columns and rows of a raster. */
  private record Window(int left, int top, int columns, int rows) {
    static Window of(Bounds box, PluginCells cells) {
      Bounds whole = cells.bounds();
      double width = whole.width() / cells.width();
      double height = whole.height() / cells.height();
      double left = Math.max(0, Math.floor((box.minX() - whole.minX()) / width) - 2);
      double top = Math.max(0, Math.floor((whole.maxY() - box.maxY()) / height) - 2);
      double right = Math.min(cells.width(), Math.ceil((box.maxX() - whole.minX()) / width) + 2);
      double bottom = Math.min(cells.height(), Math.ceil((whole.maxY() - box.minY()) / height) + 2);
      return new Window((int) left, (int) top, (int) (right - left), (int) (bottom - top));
    }
  }

  private Terrain read(PluginCells cells, String revision, Window window) {
    int every = (int) Math.ceil(Math.sqrt((double) window.columns() * window.rows() / MOST_CELLS));
    int columns = Math.max(1, window.columns() / every);
    int rows = Math.max(1, window.rows() / every);
    float[] heights = new float[columns * rows];
    for (int i = 0; i < heights.length; i++) {
      int column = window.left() + i % columns * every + every / 2;
      int row = window.top() + i / columns * every + every / 2;
      heights[i] =
          cell(
              cells,
              revision,
              Math.min(column, cells.width() - 1),
              Math.min(row, cells.height() - 1));
    }
    Bounds whole = cells.bounds();
    double west = whole.minX() + window.left() * whole.width() / cells.width();
    double north = whole.maxY() - window.top() * whole.height() / cells.height();
    Bounds bounds =
        new Bounds(
            whole.crs(),
            west,
            north - rows * every * whole.height() / cells.height(),
            west + columns * every * whole.width() / cells.width(),
            north);
    return new GridTerrain(bounds, columns, heights);
  }

  private float cell(PluginCells cells, String revision, int column, int row) {
    int left = column - column % BLOCK;
    int top = row - row % BLOCK;
    int columns = Math.min(BLOCK, cells.width() - left);
    int rows = Math.min(BLOCK, cells.height() - top);
    float[] block =
        blocks.get(new Block(revision, left, top), key -> cells.read(left, top, columns, rows));
    return block[(row - top) * columns + column - left];
  }
}
