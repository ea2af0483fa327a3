package org.tuguan.core.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;

/**
 * Buildings that are always the same: turned rectangles, some with a corner cut out, some with a
 * courtyard, denser in the middle of the area, in TWD97 / TM2 zone 121.
 */
final class TownOfTiles {
  static final FeatureType TYPE =
      new FeatureType(
          "buildings",
          List.of(
              new Attribute("用途", AttributeType.TEXT),
              new Attribute("floors", AttributeType.INTEGER)),
          "geom",
          GeometryKind.POLYGON,
          Crs.TWD97_TM2_121);

  private static final List<String> USES = List.of("住宅", "商店", "工廠", "學校", "廟宇");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double MIDDLE_X = 217_000;
  private static final double MIDDLE_Y = 2_672_000;

  private TownOfTiles() {}

  /**
   * @param reach metres from the middle to the edge of the area
   */
  static Stream<Feature> buildings(int count, double reach) {
    return IntStream.range(0, count).mapToObj(number -> building(number, reach));
  }

  private static Feature building(int number, double reach) {
    SplittableRandom random = new SplittableRandom(number * 7919L + 13);
    double far = reach * Math.pow(random.nextDouble(), 0.8);
    double round = 2 * Math.PI * random.nextDouble();
    double x = MIDDLE_X + far * Math.cos(round);
    double y = MIDDLE_Y + far * Math.sin(round);
    double width = 5 + 15 * random.nextDouble() + (random.nextInt(50) == 0 ? 60 : 0);
    double depth = 5 + 12 * random.nextDouble();
    double turn = Math.PI * random.nextDouble();
    List<double[]> shell = new ArrayList<>();
    shell.add(new double[] {0, 0});
    shell.add(new double[] {width, 0});
    if (random.nextInt(3) == 0) {
      shell.add(new double[] {width, depth / 2});
      shell.add(new double[] {width / 2, depth / 2});
      shell.add(new double[] {width / 2, depth});
    } else {
      shell.add(new double[] {width, depth});
    }
    shell.add(new double[] {0, depth});
    Polygon polygon = GEOMETRIES.createPolygon(ring(shell, x, y, turn));
    Object[] values = {USES.get(random.nextInt(USES.size())), 1L + random.nextInt(12)};
    return new Feature(TYPE, Integer.toString(number + 1), polygon, values);
  }

  private static Coordinate[] ring(List<double[]> points, double x, double y, double turn) {
    Coordinate[] ring = new Coordinate[points.size() + 1];
    for (int i = 0; i < ring.length; i++) {
      double[] point = points.get(i % points.size());
      ring[i] =
          new Coordinate(
              x + point[0] * Math.cos(turn) - point[1] * Math.sin(turn),
              y + point[0] * Math.sin(turn) + point[1] * Math.cos(turn));
    }
    return ring;
  }

  /** The tile of web maps in the middle of the town. */
  static TileCoord tile(int level) {
    return tile(TileMatrixSet.WEB_MERCATOR_QUAD, level, MIDDLE_X, MIDDLE_Y);
  }

  /** The tile at a place in TWD97 / TM2 zone 121. */
  static TileCoord tile(TileMatrixSet set, int level, double x, double y) {
    double[] at = {x, y};
    CoordinateTransform.between(Crs.TWD97_TM2_121, set.crs()).apply(at, 0, at, 0, 1);
    return set.at(level, at[0], at[1]);
  }
}
