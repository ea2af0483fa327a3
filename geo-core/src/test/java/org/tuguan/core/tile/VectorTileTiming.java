package org.tuguan.core.tile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.Filter;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.MemoryFeatureSource;
import org.tuguan.core.snapshot.LiveLayers;

/** Prints how long vector tiles of 500,000 buildings in memory take, on one thread. */
public final class VectorTileTiming {
  private static final int BUILDINGS = 500_000;
  private static final List<String> NAMES = List.of("用途", "floors");

  private VectorTileTiming() {}

  public static void main(String[] args) {
    FeatureSource none = new MemoryFeatureSource(TownOfTiles.TYPE, List.of());
    FeatureSource live =
        LiveLayers.of(none, TownOfTiles.TYPE, NAMES, TownOfTiles.buildings(BUILDINGS, 20_000));
    VectorTileLayer layer = new VectorTileLayer("buildings", live, Filter.INCLUDE, NAMES);
    for (int level : new int[] {14, 8, 10, 11, 12, 13, 14, 15, 16}) {
      measure(layer, level);
    }
  }

  private static void measure(VectorTileLayer layer, int level) {
    VectorTileEncoder encoder = new VectorTileEncoder();
    Bounds centre = TownOfTiles.tile(level).bounds();
    int across = level < 12 ? 1 : 4;
    double[] times = new double[across * across * 5];
    long bytes = 0;
    long features = 0;
    long dropped = 0;
    for (int run = 0; run < times.length; run++) {
      double x = centre.minX() + centre.width() * (run % across + 0.5);
      double y = centre.minY() + centre.height() * (run / across % across + 0.5);
      TileCoord coord = TileMatrixSet.WEB_MERCATOR_QUAD.at(level, x, y);
      long start = System.nanoTime();
      VectorTile tile = encoder.encode(List.of(layer), coord, VectorTileEncoder.DEFAULT_MAX_BYTES);
      times[run] = (System.nanoTime() - start) / 1e6;
      bytes += tile.body().length;
      features += tile.features();
      dropped += tile.dropped();
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "zoom %d: median %.2f ms, best %.2f ms, %d kB, %d features, %d dropped%n",
        level,
        times[times.length / 2],
        times[0],
        bytes / times.length / 1000,
        features / times.length,
        dropped / times.length);
  }
}
