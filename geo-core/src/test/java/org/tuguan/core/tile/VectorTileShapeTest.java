package org.tuguan.core.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.MemoryFeatureSource;
import org.tuguan.core.snapshot.LiveLayers;
import org.tuguan.core.tile.DecodedTile.DecodedFeature;

class VectorTileShapeTest {
  private static final VectorTileEncoder ENCODER = new VectorTileEncoder();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static List<DecodedFeature> features(VectorTile tile) {
    return DecodedTile.of(tile.body()).layers().values().stream()
        .flatMap(layer -> layer.features().stream())
        .toList();
  }

  @Test
  void polygonOverTwoTilesReachesTheMarginOfBoth() throws ParseException {
    TileCoord left = TownOfTiles.tile(14);
    TileCoord right = new TileCoord(left.set(), 14, left.x() + 1, left.y());
    Bounds seam = left.bounds();
    Envelope box =
        new Envelope(seam.maxX() - 500, seam.maxX() + 500, seam.minY() + 500, seam.maxY() - 500);
    Feature feature = one(GEOMETRIES.toGeometry(box), Crs.WEB_MERCATOR);
    List<long[]> inLeft = only(feature, left).parts().get(0);
    List<long[]> inRight = only(feature, right).parts().get(0);

    assertThat(inLeft.stream().mapToLong(point -> point[0]).max()).hasValue(4160);
    assertThat(inRight.stream().mapToLong(point -> point[0]).min()).hasValue(-64);
    assertThat(inLeft.stream().mapToLong(point -> point[1]).max())
        .isEqualTo(inRight.stream().mapToLong(point -> point[1]).max());
  }

  private static Feature one(Geometry geometry, Crs crs, Object... values) {
    List<Attribute> attributes =
        List.of(
            new Attribute("text", AttributeType.TEXT),
            new Attribute("whole", AttributeType.INTEGER),
            new Attribute("real", AttributeType.NUMBER),
            new Attribute("truth", AttributeType.BOOLEAN),
            new Attribute("day", AttributeType.DATE),
            new Attribute("time", AttributeType.TIMESTAMP));
    FeatureType type = new FeatureType("one", attributes, "geom", GeometryKind.MIXED, crs);
    return new Feature(type, "k7", geometry, values.length == 0 ? new Object[6] : values);
  }

  private static List<DecodedFeature> all(Feature feature, TileCoord coord) {
    List<String> names = feature.type().attributes().stream().map(Attribute::name).toList();
    FeatureSource source = new MemoryFeatureSource(feature.type(), List.of(feature));
    FeatureSource live = LiveLayers.of(source, feature.type(), names, List.of(feature).stream());
    byte[] streamed =
        ENCODER
            .encode(
                List.of(new VectorTileLayer("one", source, Filter.INCLUDE, names)), coord, 50_000)
            .body();
    VectorTile tile =
        ENCODER.encode(
            List.of(new VectorTileLayer("one", live, Filter.INCLUDE, names)), coord, 50_000);
    assertThat(tile.body()).isEqualTo(streamed);
    return features(tile);
  }

  private static DecodedFeature only(Feature feature, TileCoord coord) {
    List<DecodedFeature> found = all(feature, coord);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** A shape in tile units, with y down, put on level 14. */
  private static Feature drawn(String wkt, TileCoord coord, Object... values)
      throws ParseException {
    Geometry shape = new WKTReader().read(wkt);
    Bounds box = coord.bounds();
    shape.apply(
        (CoordinateFilter)
            point -> {
              point.x = box.minX() + point.x / 4096 * box.width();
              point.y = box.maxY() - point.y / 4096 * box.height();
            });
    shape.geometryChanged();
    return one(shape, Crs.WEB_MERCATOR, values);
  }

  @Test
  void valuesKeepTheirTypesAndMissingOnesAreLeftOut() throws ParseException {
    TileCoord coord = TownOfTiles.tile(14);
    LocalDate day = LocalDate.of(2026, 3, 1);
    OffsetDateTime time = OffsetDateTime.parse("2026-03-01T08:00:00+08:00");
    DecodedFeature full =
        only(drawn("POINT (5 6)", coord, "圖書館", -5L, 2.5, true, day, time), coord);
    DecodedFeature bare =
        only(drawn("POINT (5 6)", coord, null, 7L, Double.NaN, null, null, null), coord);

    assertThat(full.id()).isNull();
    assertThat(full.values())
        .isEqualTo(
            Map.of(
                "text",
                "圖書館",
                "whole",
                -5L,
                "real",
                2.5,
                "truth",
                true,
                "day",
                "2026-03-01",
                "time",
                time.toString()));
    assertThat(bare.values()).isEqualTo(Map.of("whole", 7L));
  }

  @Test
  void holeRunsAgainstItsShellAndTheAreaIsTheirDifference() throws ParseException {
    TileCoord coord = TownOfTiles.tile(14);
    DecodedFeature feature =
        only(
            drawn(
                "MULTIPOLYGON (((10 10, 110 10, 110 110, 10 110, 10 10),"
                    + " (20 20, 20 30, 30 30, 30 20, 20 20)),"
                    + " ((-500 200, 4600 200, 4600 300, -500 300, -500 200)))",
                coord),
            coord);

    assertThat(feature.parts()).hasSize(3);
    assertThat(feature.parts().stream().map(DecodedTile::area).toList())
        .containsExactly(10_000.0, -100.0, 4224 * 100.0);
  }

  @Test
  void directionOfTheRingsInTheDataDoesNotMatter() throws ParseException {
    TileCoord coord = TownOfTiles.tile(14);
    String ring = "POLYGON ((10 10, 110 10, 90 90, 10 110, 10 10), (20 20, 20 30, 30 30, 20 20))";
    Feature feature = drawn(ring, coord);
    DecodedFeature turned = only(one(feature.geometry().reverse(), Crs.WEB_MERCATOR), coord);

    assertThat(turned.area()).isEqualTo(only(feature, coord).area()).isGreaterThan(7_000);
    assertThat(DecodedTile.area(turned.parts().get(1))).isEqualTo(-50);
  }

  @Test
  void polygonAroundTheTileFillsIt() throws ParseException {
    TileCoord coord = TownOfTiles.tile(14);
    String far =
        "POLYGON ((-90000 -90000, 50000 -80000, 90000 90000, -50000 80000, -90000 -90000))";

    assertThat(only(drawn(far, coord), coord).area()).isEqualTo(4224.0 * 4224);
  }

  @Test
  void lineThatLeavesAndComesBackIsInTwoPartsAndRunsToTheMargin() throws ParseException {
    TileCoord coord = TownOfTiles.tile(14);
    DecodedFeature feature =
        only(drawn("LINESTRING (4000 10, 5000 10, 6000 300, 5000 500, 4000 500)", coord), coord);

    assertThat(feature.kind()).isEqualTo(TileFeature.LINE);
    assertThat(feature.parts()).hasSize(2);
    assertThat(feature.parts().get(0))
        .containsExactly(new long[] {4000, 10}, new long[] {4160, 10});
    assertThat(feature.parts().get(1))
        .containsExactly(new long[] {4160, 500}, new long[] {4000, 500});
  }

  @Test
  void shapeOfSeveralKindsBecomesAFeatureOfEach() throws ParseException {
    TileCoord coord = TownOfTiles.tile(14);
    List<DecodedFeature> found =
        all(
            drawn(
                "GEOMETRYCOLLECTION (POINT (1 2), MULTIPOINT (3 4, 1 2), LINESTRING (5 6, 7 8),"
                    + " POLYGON ((0 0, 9 0, 9 9, 0 0)))",
                coord),
            coord);

    assertThat(found.stream().map(DecodedFeature::kind).toList()).containsExactly(1, 2, 3);
    assertThat(found.get(0).parts()).hasSize(2);
  }

  @Test
  void thinShapesBecomeMarksAndDoNotVanish() throws ParseException {
    TileCoord coord = TownOfTiles.tile(14);
    DecodedFeature strip =
        only(drawn("POLYGON ((10 10.1, 30 10.1, 30 10.3, 10 10.3, 10 10.1))", coord), coord);
    DecodedFeature speck =
        only(drawn("POLYGON ((10 10, 10.1 10, 10.1 10.1, 10 10))", coord), coord);
    DecodedFeature dash = only(drawn("LINESTRING (10 10, 10.1 10.1)", coord), coord);

    assertThat(strip.area()).isEqualTo(20);
    assertThat(speck.area()).isEqualTo(1);
    assertThat(dash.parts().get(0)).hasSize(2);
  }

  @Test
  void specksAreLeftOutWhenThereAreMany() throws ParseException {
    TileCoord coord = TownOfTiles.tile(14);
    List<Feature> specks = new ArrayList<>();
    Feature first = drawn("POLYGON ((10 10, 10.1 10, 10.1 10.1, 10 10))", coord);
    for (int i = 0; i < 1_500; i++) {
      specks.add(new Feature(first.type(), "s" + i, first.geometry(), new Object[6]));
    }
    FeatureSource source = new MemoryFeatureSource(first.type(), specks);
    VectorTile tile =
        ENCODER.encode(
            List.of(new VectorTileLayer("a", source, Filter.INCLUDE, List.of())), coord, 500_000);

    assertThat(tile.empty()).isTrue();
    assertThat(tile.dropped()).isZero();
  }

  @Test
  void pointsAreThinnedOutEvenly() {
    TileCoord coord = TownOfTiles.tile(14);
    Bounds box = coord.bounds();
    List<Feature> points = new ArrayList<>();
    FeatureType type = one(null, Crs.WEB_MERCATOR).type();
    for (int i = 0; i < 10_000; i++) {
      double x = box.minX() + (i % 100 + 0.5) / 100 * box.width();
      double y = box.minY() + (i / 100 + 0.5) / 100 * box.height();
      Geometry at = GEOMETRIES.createPoint(new Coordinate(x, y));
      points.add(new Feature(type, Integer.toString(i), at, new Object[6]));
    }
    FeatureSource source = new MemoryFeatureSource(type, points);
    FeatureSource live = LiveLayers.of(source, type, List.of(), points.stream());
    VectorTile tile =
        ENCODER.encode(
            List.of(new VectorTileLayer("a", live, Filter.INCLUDE, List.of())), coord, 50_000);
    long west =
        features(tile).stream().filter(each -> each.parts().get(0).get(0)[0] < 2048).count();
    long south =
        features(tile).stream().filter(each -> each.parts().get(0).get(0)[1] > 2048).count();

    assertThat(tile.dropped()).isPositive();
    assertThat((double) west / tile.features()).isEqualTo(0.5, within(0.05));
    assertThat((double) south / tile.features()).isEqualTo(0.5, within(0.05));
  }

  @Test
  void sharedBorderStaysTogetherWithinTwoUnits() {
    TileCoord coord = TownOfTiles.tile(10);
    Bounds box = coord.bounds();
    List<Coordinate> border = new ArrayList<>();
    for (int i = 0; i <= 2_000; i++) {
      double share = i / 2_000.0;
      border.add(
          new Coordinate(
              box.minX() + box.width() * (0.5 + 0.05 * Math.sin(90 * share)),
              box.minY() + box.height() * (0.1 + 0.8 * share)));
    }
    double left = only(side(border, box.minX(), box, false), coord).area();
    double right = only(side(border, box.maxX(), box, true), coord).area();

    assertThat(left + right).isEqualTo(4096 * 4096 * 0.8, within(4096.0 * 2));
  }

  private static Feature side(List<Coordinate> border, double x, Bounds box, boolean backwards) {
    List<Coordinate> ring = new ArrayList<>(border);
    if (backwards) {
      Collections.reverse(ring);
    }
    double first = ring.get(0).y;
    double last = ring.get(ring.size() - 1).y;
    ring.add(new Coordinate(x, last));
    ring.add(new Coordinate(x, first));
    ring.add(ring.get(0));
    Polygon polygon = GEOMETRIES.createPolygon(ring.toArray(new Coordinate[0]));
    return one(polygon.norm(), Crs.WEB_MERCATOR);
  }
}
