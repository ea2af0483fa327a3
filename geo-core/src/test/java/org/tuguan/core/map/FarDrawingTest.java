package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tuguan.core.map.TestMaps.STYLES;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.MemoryFeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.snapshot.LiveLayer;
import org.tuguan.core.snapshot.RenderSnapshot;
import org.tuguan.core.snapshot.SnapshotBuilder;

/**
 * Where features are so small that runs of them are drawn as one, the picture is the one that they
 * would make one by one: the mean difference of a channel stays below half a step of 255.
 */
class FarDrawingTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double EAST = 215_000;
  private static final double NORTH = 2_675_000;
  private static final double MOST_MEAN = 0.5;
  private static final double MOST_OFF = 0.002;

  /** Metres to a pixel. */
  private static final double[] RESOLUTIONS = {20, 45, 90, 200, 600};

  private static final FeatureType TYPE =
      new FeatureType(
          "far",
          List.of(new Attribute("kind", AttributeType.TEXT)),
          "geom",
          GeometryKind.MIXED,
          Crs.TWD97_TM2_121);
  private static final Style OUTLINED =
      TestMaps.style(
          STYLES.createPolygonSymbolizer(
              STYLES.createStroke(new Color(140, 110, 80), 0.5),
              STYLES.createFill(new Color(215, 190, 160))));

  @Test
  void housesOfATown() {
    check(houses(), OUTLINED);
  }

  @Test
  void piecesOfStreets() {
    check(streets(), TestMaps.style(STYLES.createLineSymbolizer(Color.BLACK, 0.6)));
  }

  @Test
  void housesOfTwoKindsThatLieApartAndTogether() throws CQLException {
    check(houses(), byKind(Color.RED, Color.BLUE));
  }

  @Test
  void changedAndRemovedRows() {
    List<Feature> before = houses();
    List<Feature> after = new ArrayList<>(before.subList(0, before.size() / 2));
    List<Feature> moved = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Feature each : before.subList(before.size() / 2, before.size())) {
      ids.add(each.id());
      if (ids.size() % 3 == 0) {
        Geometry geometry = each.geometry().copy();
        geometry.apply(
            (Coordinate at) -> {
              at.x += 2_000;
            });
        geometry.geometryChanged();
        moved.add(new Feature(TYPE, each.id(), geometry, new Object[] {"new"}));
      }
    }
    after.addAll(moved);
    LiveLayer live = live(before);
    live.replace(ids, snapshot(moved), 2);
    check(new MemoryFeatureSource(TYPE, after), live, OUTLINED);
  }

  @Test
  void theFilterOfTheRequestHolds() throws CQLException {
    List<Feature> all = houses();
    Filter filter = ECQL.toFilter("kind = 'west'");
    for (double resolution : RESOLUTIONS) {
      BufferedImage expected =
          draw(new MemoryFeatureSource(TYPE, all), OUTLINED, filter, resolution);
      assertAlike(expected, draw(live(all), OUTLINED, filter, resolution), resolution);
    }
  }

  private static void check(List<Feature> features, Style style) {
    check(new MemoryFeatureSource(TYPE, features), live(features), style);
  }

  private static void check(FeatureSource oneByOne, LiveLayer live, Style style) {
    for (double resolution : RESOLUTIONS) {
      BufferedImage expected = draw(oneByOne, style, Filter.INCLUDE, resolution);
      assertAlike(expected, draw(live, style, Filter.INCLUDE, resolution), resolution);
      assertThat(TestMaps.ink(expected, 0, 0, 256, 256)).isPositive();
    }
  }

  private static void assertAlike(BufferedImage one, BufferedImage other, double resolution) {
    long sum = 0;
    int off = 0;
    for (int i = 0; i < 256 * 256; i++) {
      int a = one.getRGB(i % 256, i / 256);
      int b = other.getRGB(i % 256, i / 256);
      int largest = 0;
      for (int shift = 0; shift < 24; shift += 8) {
        int difference = Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
        sum += difference;
        largest = Math.max(largest, difference);
      }
      off += largest > 25 ? 1 : 0;
    }
    assertThat(sum / (3 * 65536.0)).as("mean at %s m", resolution).isLessThan(MOST_MEAN);
    assertThat(off / 65536.0).as("share at %s m", resolution).isLessThan(MOST_OFF);
  }

  private static Style byKind(Color west, Color east) throws CQLException {
    Style style = TestMaps.style(STYLES.createPolygonSymbolizer(west, west, 0.5));
    Rule first = style.featureTypeStyles().get(0).rules().get(0);
    first.setFilter(ECQL.toFilter("kind = 'west'"));
    Rule second = STYLES.createRule(STYLES.createPolygonSymbolizer(east, east, 0.5));
    second.setFilter(ECQL.toFilter("kind <> 'west'"));
    style.featureTypeStyles().get(0).rules().add(second);
    return style;
  }

  /** Dense in the middle; of one kind in the west, of all kinds in the east. */
  private static List<Feature> houses() {
    Random random = new Random(3);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 16_000; i++) {
      double x = EAST + random.nextGaussian() * 1_000;
      double y = NORTH + random.nextGaussian() * 1_000;
      double wide = 5 + random.nextDouble() * 10;
      double deep = 5 + random.nextDouble() * 10;
      Geometry house =
          GEOMETRIES.createPolygon(
              new Coordinate[] {
                new Coordinate(x, y),
                new Coordinate(x - 2, y + deep),
                new Coordinate(x + wide, y + deep + 2),
                new Coordinate(x + wide, y),
                new Coordinate(x, y)
              });
      String kind = x < EAST || random.nextBoolean() ? "west" : "east";
      features.add(new Feature(TYPE, "" + i, house, new Object[] {kind}));
    }
    return features;
  }

  private static List<Feature> streets() {
    Random random = new Random(4);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Coordinate from =
          new Coordinate(
              EAST + random.nextGaussian() * 1_000, NORTH + random.nextGaussian() * 1_000);
      Coordinate to =
          new Coordinate(from.x + random.nextInt(30) - 15, from.y + random.nextInt(30) - 15);
      features.add(
          new Feature(
              TYPE,
              "" + i,
              GEOMETRIES.createLineString(new Coordinate[] {from, to}),
              new Object[] {"street"}));
    }
    return features;
  }

  private static LiveLayer live(List<Feature> features) {
    LiveLayer live = new LiveLayer(new MemoryFeatureSource(TYPE, features));
    live.load(snapshot(features), 1);
    return live;
  }

  private static RenderSnapshot snapshot(List<Feature> features) {
    return new SnapshotBuilder(TYPE, List.of("kind"))
        .build(new MemoryFeatureSource(TYPE, features).features(Query.ALL), 1 << 30)
        .orElseThrow();
  }

  private static BufferedImage draw(
      FeatureSource source, Style style, Filter filter, double resolution) {
    double half = 128 * resolution;
    return TestMaps.draw(
        new MapRequest(
            new Bounds(Crs.TWD97_TM2_121, EAST - half, NORTH - half, EAST + half, NORTH + half),
            256,
            256,
            List.of(new StyledLayer.Vector(source, style, filter)),
            false,
            Color.WHITE,
            1,
            Locale.TRADITIONAL_CHINESE));
  }
}
