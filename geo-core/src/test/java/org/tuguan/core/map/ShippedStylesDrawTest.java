package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.MemoryFeatureSource;

/** Each class of each shipped style is drawn at the scales at which a map would show it. */
class ShippedStylesDrawTest {
  private static final int SIZE = 96;
  private final RenderProblems problems = new RenderProblems();
  private final MapRenderer renderer =
      new MapRenderer(
          new MapRenderer.Resources(GraphicLibrary.ofStyles(), FontLibrary.ofSystem(), problems),
          Clock.systemUTC(),
          Duration.ofSeconds(20));

  /** A style, and the values of the attribute that tells its classes apart. */
  private record Sample(
      String style, GeometryKind kind, String attribute, double scale, List<Object> classes) {}

  private static Sample sample(
      String style, GeometryKind kind, String attribute, double scale, Object... classes) {
    return new Sample(style, kind, attribute, scale, List.of(classes));
  }

  static Stream<Sample> samples() {
    GeometryKind point = GeometryKind.POINT;
    GeometryKind line = GeometryKind.LINE;
    GeometryKind area = GeometryKind.POLYGON;
    Object[] uses = {"residential", "commercial", "industrial", "public", "school", "unheard-of"};
    Object[] places = {
      "school",
      "library",
      "hospital",
      "police",
      "fire",
      "park",
      "market",
      "temple",
      "station",
      "government",
      "unheard-of"
    };
    return Stream.of(
        sample("buildings", area, "kind", 8000, uses),
        sample("buildings", area, "kind", 60000, uses),
        sample("buildings-floors", area, "floors", 8000, 1L, 4L, 8L, 12L, 20L, 40L),
        sample("roads", line, "class", 4000, "highway", "arterial", "collector", "street", "lane"),
        sample("roads", line, "class", 30000, "highway", "arterial", "collector", "street"),
        sample("roads", line, "class", 500000, "highway", "arterial"),
        sample("rivers", line, "class", 30000, "river", "stream"),
        sample("metro", line, "line", 30000, "green", "blue", "orange", "unheard-of"),
        sample("poi", point, "category", 8000, places),
        sample("poi", point, "category", 15000, places),
        sample("wifi", point, "name", 8000, "a"),
        sample("wifi", point, "name", 500000, "a"),
        sample("parks", area, "kind", 30000, "a"),
        sample("villages", area, "village_code", 30000, "a"),
        sample("villages-outline", area, "village_code", 30000, "a"),
        sample("districts", area, "town_code", 300000, "a"),
        sample("districts-fill", area, "town_code", 300000, "66000010", "66000020"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyClassIsDrawnAndLooksDifferent(Sample sample) {
    Style style = new SldReader().readStyle(ShippedStyles.sld(sample.style));
    Set<List<Integer>> pictures = new HashSet<>();
    for (Object value : sample.classes) {
      List<Integer> picture = draw(style, sample, value, "");
      assertThat(new HashSet<>(picture)).as("%s %s", sample.style, value).hasSizeGreaterThan(1);
      pictures.add(picture);
    }
    assertThat(pictures).hasSameSizeAs(sample.classes);
    assertThat(problems.counts()).isEmpty();
  }

  @Test
  void namesAreDrawn() {
    for (Sample sample :
        List.of(
            sample("districts", GeometryKind.POLYGON, "town_code", 100000, "a"),
            sample("villages", GeometryKind.POLYGON, "village_code", 40000, "a"),
            sample("parks", GeometryKind.POLYGON, "kind", 10000, "a"),
            sample("poi", GeometryKind.POINT, "category", 5000, "school"),
            sample("roads", GeometryKind.LINE, "class", 5000, "arterial"))) {
      Style style = new SldReader().readStyle(ShippedStyles.sld(sample.style));
      Object value = sample.classes.get(0);
      assertThat(draw(style, sample, value, "中"))
          .as(sample.style)
          .isNotEqualTo(draw(style, sample, value, ""));
    }
  }

  private List<Integer> draw(Style style, Sample sample, Object value, String name) {
    double half = sample.scale * MapRequest.STANDARD_PIXEL * SIZE / 2;
    AttributeType valueType = value instanceof Long ? AttributeType.INTEGER : AttributeType.TEXT;
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("name_zh", AttributeType.TEXT));
    attributes.add(new Attribute("radius_m", AttributeType.INTEGER));
    attributes.add(new Attribute(sample.attribute, valueType));
    FeatureType type = new FeatureType("sample", attributes, "geom", sample.kind, Crs.WEB_MERCATOR);
    Feature feature =
        new Feature(type, "1", geometry(sample.kind, half * 0.9), new Object[] {name, 50L, value});
    BufferedImage map =
        renderer.render(
            new MapRequest(
                new Bounds(Crs.WEB_MERCATOR, -half, -half, half, half),
                SIZE,
                SIZE,
                List.of(
                    new StyledLayer.Vector(
                        new MemoryFeatureSource(type, List.of(feature)), style, Filter.INCLUDE)),
                false,
                new Color(0x123456),
                1,
                Locale.TAIWAN));
    return map.getRaster().getDataElements(0, 0, SIZE, SIZE, null) instanceof int[] pixels
        ? Arrays.stream(pixels).boxed().toList()
        : List.of();
  }

  private static Geometry geometry(GeometryKind kind, double reach) {
    GeometryFactory factory = new GeometryFactory();
    return switch (kind) {
      case POINT -> factory.createPoint(new Coordinate(0, 0));
      case LINE ->
          factory.createLineString(
              new Coordinate[] {new Coordinate(-reach, 0), new Coordinate(reach, 0)});
      default -> factory.toGeometry(new Envelope(-reach, reach, -reach, reach));
    };
  }
}
