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
import org.geotools.api.style.Style;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
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

/** A layer in memory looks as it does when it is streamed. */
class SnapshotDrawingTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double MIDDLE_X = 13_430_000;
  private static final double MIDDLE_Y = 2_770_000;
  private static final double[] SCALES = {2_500, 9_000, 35_000, 120_000, 700_000};

  /** Symbols do not cover each other: features have no order. */
  private static final double[] LARGE_SCALES = {2_500, 9_000};

  /** A label may jump to another place that is as good, within the accuracy of a snapshot. */
  private static final List<String> LABELLED = List.of("villages", "districts");

  private static final String[] KINDS = {
    "residential", "school", "arterial", "lane", "highway", "green", "river", "station", null
  };
  private static final FeatureType TYPE =
      new FeatureType(
          "sample",
          List.of(
              new Attribute("name", AttributeType.TEXT),
              new Attribute("name_zh", AttributeType.TEXT),
              new Attribute("kind", AttributeType.TEXT),
              new Attribute("class", AttributeType.TEXT),
              new Attribute("line", AttributeType.TEXT),
              new Attribute("category", AttributeType.TEXT),
              new Attribute("town_code", AttributeType.TEXT),
              new Attribute("village_code", AttributeType.TEXT),
              new Attribute("floors", AttributeType.INTEGER),
              new Attribute("radius_m", AttributeType.INTEGER)),
          "geom",
          GeometryKind.MIXED,
          Crs.TWD97_TM2_121);

  @ParameterizedTest
  @MethodSource("org.tuguan.core.map.ShippedStyles#names")
  void everyShippedStyleLooksTheSame(String name) {
    Style style = new SldReader().readStyle(ShippedStyles.sld(name));
    FeatureSource streamed = new MemoryFeatureSource(TYPE, features(name));
    LiveLayer live = live(streamed);
    boolean areas = geometry(name, 0, 0, new Random(0)).getDimension() == 2;
    for (double scale : areas ? SCALES : LARGE_SCALES) {
      double half = scale * MapRequest.STANDARD_PIXEL * 128;
      BufferedImage expected = draw(streamed, style, Filter.INCLUDE, half);
      BufferedImage actual = draw(live, style, Filter.INCLUDE, half);
      assertThat(difference(expected, actual))
          .as("%s 1:%s", name, scale)
          .isLessThan(LABELLED.contains(name) ? 0.01 : 0.002);
    }
  }

  @Test
  void filterOfTheRequestHolds() throws CQLException {
    FeatureSource streamed = new MemoryFeatureSource(TYPE, features("buildings"));
    Style style = TestMaps.style(STYLES.createPolygonSymbolizer(Color.RED, Color.BLACK, 1));
    Filter filter = ECQL.toFilter("floors > 9 AND NOT kind = 'school'");
    BufferedImage some = draw(live(streamed), style, filter, 300);
    assertThat(difference(draw(streamed, style, filter, 300), some)).isLessThan(0.002);
    assertThat(difference(draw(streamed, style, Filter.INCLUDE, 300), some)).isGreaterThan(0.05);
  }

  @Test
  void changedRowsAreDrawnAsTheyAreNow() {
    FeatureSource streamed = new MemoryFeatureSource(TYPE, features("buildings"));
    Style style = TestMaps.style(STYLES.createPolygonSymbolizer(Color.RED, Color.BLACK, 1));
    LiveLayer live = live(streamed);
    List<String> all = features("buildings").stream().map(Feature::id).toList();
    live.replace(all, snapshot(new MemoryFeatureSource(TYPE, List.of())), 2);
    assertThat(TestMaps.ink(draw(live, style, Filter.INCLUDE, 300), 0, 0, 256, 256)).isZero();
  }

  @Test
  void rulesThatReadGeometriesAreStreamed() throws CQLException {
    FeatureSource streamed = new MemoryFeatureSource(TYPE, features("buildings"));
    Style style = TestMaps.style(STYLES.createPolygonSymbolizer(Color.RED, Color.BLACK, 1));
    style
        .featureTypeStyles()
        .get(0)
        .rules()
        .get(0)
        .setFilter(ECQL.toFilter("BBOX(geom, 0, 0, 100, 100)"));
    assertThat(TestMaps.ink(draw(live(streamed), style, Filter.INCLUDE, 300), 0, 0, 256, 256))
        .isZero();
  }

  @Test
  void halfOpaqueFillsShowWhatLiesBelow() {
    FeatureSource streamed = new MemoryFeatureSource(TYPE, features("buildings"));
    Style style =
        TestMaps.style(
            STYLES.createPolygonSymbolizer(
                STYLES.createStroke(Color.BLUE, 3), STYLES.createFill(Color.RED, 0.4)));
    BufferedImage expected = draw(streamed, style, Filter.INCLUDE, 500);
    assertThat(difference(expected, draw(live(streamed), style, Filter.INCLUDE, 500)))
        .isLessThan(0.002);
  }

  private static LiveLayer live(FeatureSource source) {
    LiveLayer live = new LiveLayer(source);
    live.load(snapshot(source), 1);
    return live;
  }

  private static RenderSnapshot snapshot(FeatureSource source) {
    List<String> names = TYPE.attributes().stream().map(Attribute::name).toList();
    return new SnapshotBuilder(TYPE, names)
        .build(source.features(Query.ALL), 1 << 30)
        .orElseThrow();
  }

  private static BufferedImage draw(FeatureSource source, Style style, Filter filter, double half) {
    Bounds bounds =
        new Bounds(
            Crs.WEB_MERCATOR, MIDDLE_X - half, MIDDLE_Y - half, MIDDLE_X + half, MIDDLE_Y + half);
    return TestMaps.draw(
        new MapRequest(
            bounds,
            256,
            256,
            List.of(new StyledLayer.Vector(source, style, filter)),
            false,
            Color.WHITE,
            1,
            Locale.TRADITIONAL_CHINESE));
  }

  /** Share of pixels that differ by more than a tenth in a channel. */
  private static double difference(BufferedImage one, BufferedImage other) {
    int off = 0;
    for (int i = 0; i < 256 * 256; i++) {
      Color a = new Color(one.getRGB(i % 256, i / 256));
      Color b = new Color(other.getRGB(i % 256, i / 256));
      int largest =
          Math.max(
              Math.abs(a.getRed() - b.getRed()),
              Math.max(Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
      off += largest > 25 ? 1 : 0;
    }
    return off / 65536.0;
  }

  /** A jittered grid of shapes of the kind that the style draws, none over another, clockwise. */
  private static List<Feature> features(String style) {
    Random random = new Random(7);
    double[] middle = {MIDDLE_X, MIDDLE_Y};
    CoordinateTransform.between(Crs.WEB_MERCATOR, Crs.TWD97_TM2_121).apply(middle, 0, middle, 0, 1);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 1600; i++) {
      double x = middle[0] + (i % 40 - 20) * 50 + random.nextDouble() * 10;
      double y = middle[1] + (i / 40 - 20) * 50 + random.nextDouble() * 10;
      String kind = KINDS[random.nextInt(KINDS.length)];
      Object[] values = {
        "n" + i, "中" + i, kind, kind, kind, kind, "66000010", "v" + i, (long) (i % 30), 40L
      };
      features.add(new Feature(TYPE, "" + i, geometry(style, x, y, random), values));
    }
    return features;
  }

  private static Geometry geometry(String style, double x, double y, Random random) {
    double size = 15 + random.nextDouble() * 15;
    return switch (style) {
      case "poi", "wifi" -> GEOMETRIES.createPoint(new Coordinate(x, y));
      case "roads", "rivers", "metro" ->
          GEOMETRIES.createLineString(
              new Coordinate[] {
                new Coordinate(x, y), new Coordinate(x + size, y), new Coordinate(x + 15, y + size)
              });
      default ->
          GEOMETRIES.createPolygon(
              new Coordinate[] {
                new Coordinate(x, y),
                new Coordinate(x - 4, y + size - 4),
                new Coordinate(x + size - 4, y + size),
                new Coordinate(x + size, y + 4),
                new Coordinate(x, y)
              });
    };
  }
}
