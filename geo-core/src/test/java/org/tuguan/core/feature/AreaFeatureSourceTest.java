package org.tuguan.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.crs.Crs;

class AreaFeatureSourceTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final FeatureType TYPE =
      new FeatureType(
          "plots",
          List.of(new Attribute("name", AttributeType.TEXT)),
          "geom",
          GeometryKind.POLYGON,
          Crs.CRS84);

  private final FeatureSource area =
      new AreaFeatureSource(
          new MemoryFeatureSource(
              TYPE, List.of(plot("1", 0, 1), plot("2", 1, 2), plot("3", 2, 3), plot("4", 3, 4))),
          box(0.5, 3));

  private static Feature plot(String id, double west, double east) {
    return new Feature(TYPE, id, box(west, east), new Object[] {"plot " + id});
  }

  private static Geometry box(double west, double east) {
    return GEOMETRIES.toGeometry(new Envelope(west, east, 0, 1));
  }

  @Test
  void whatReachesInEndsAtTheBorderAndWhatTouchesItIsOutside() {
    try (Stream<Feature> features = area.features(Query.ALL)) {
      assertThat(features.map(each -> each.id() + " " + each.geometry().getArea()))
          .containsExactly("1 0.5", "2 1.0", "3 1.0");
    }
    assertThat(area.find("4")).isEmpty();
    assertThat(area.find("1").orElseThrow().geometry().getEnvelopeInternal().getMinX())
        .isEqualTo(0.5);
  }

  @Test
  void countAndBoundsAreThoseOfThePart() {
    assertThat(area.count(Query.ALL)).isEqualTo(3);
    assertThat(area.bounds().orElseThrow().envelope()).isEqualTo(new Envelope(0.5, 3, 0, 1));
  }

  @Test
  void pagesGoOnAcrossTheBorder() {
    try (Stream<Feature> features = area.features(Query.ALL.withLimit(2).withAfter("1"))) {
      assertThat(features.map(Feature::id)).containsExactly("2", "3");
    }
  }
}
