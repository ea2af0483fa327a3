package org.tuguan.core.tile.cache;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/** Tiles and places for tests. */
final class Sample {
  static final Bounds CITY = new Bounds(Crs.CRS84, 120.5, 24.05, 121.4, 24.4);
  static final TileCoord CITY_HALL = TileMatrixSet.WEB_MERCATOR_QUAD.at(15, 13_429_000, 2_772_000);

  private Sample() {}

  static CachedTile tile(String body) {
    return tile(body.getBytes(StandardCharsets.UTF_8));
  }

  static CachedTile tile(byte[] body) {
    return new CachedTile(body, "tag" + body.length, "image/png", 1_772_000_000_000L, 3);
  }

  static TileKey key(String content, TileCoord coord) {
    return new TileKey(content, coord.set().id(), coord.z(), coord.x(), coord.y(), "png");
  }

  static TileInputs inputs(TileCoord coord, String layer) {
    return new TileInputs(coord.bounds(), List.of(layer), TileInputs.FOREVER);
  }

  static Bounds shrunk(Bounds bounds) {
    return bounds.expand(-bounds.width() / 4);
  }

  /** From a point to some ten kilometres, in the city. */
  static Bounds randomBox(Random random, Crs system) {
    double width = random.nextInt(4) == 0 ? 0 : Math.pow(10, -5 + 4 * random.nextDouble());
    double height = width * random.nextDouble();
    double west = between(random, CITY.minX(), CITY.maxX() - width);
    double south = between(random, CITY.minY(), CITY.maxY() - height);
    return CoordinateTransform.between(Crs.CRS84, system)
        .apply(new Bounds(Crs.CRS84, west, south, west + width, south + height));
  }

  static double[] randomPoint(Random random, Bounds box, Crs system) {
    double[] point = {
      between(random, box.minX(), box.maxX()), between(random, box.minY(), box.maxY())
    };
    CoordinateTransform.between(box.crs(), system).apply(point, 0, point, 0, 1);
    return point;
  }

  private static double between(Random random, double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
