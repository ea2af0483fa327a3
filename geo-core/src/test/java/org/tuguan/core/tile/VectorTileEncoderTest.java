package org.tuguan.core.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.MemoryFeatureSource;
import org.tuguan.core.snapshot.LiveLayer;
import org.tuguan.core.snapshot.LiveLayers;
import org.tuguan.core.tile.DecodedTile.DecodedFeature;

class VectorTileEncoderTest {
  private static final List<String> NAMES = List.of("用途", "floors");
  private static final List<Feature> TOWN = TownOfTiles.buildings(6_000, 3_000).toList();
  private static final FeatureSource STREAMED = new MemoryFeatureSource(TownOfTiles.TYPE, TOWN);
  private static final FeatureSource LIVE =
      LiveLayers.of(STREAMED, TownOfTiles.TYPE, NAMES, TOWN.stream());
  private static final VectorTileEncoder ENCODER = new VectorTileEncoder();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static VectorTile encode(FeatureSource source, TileCoord coord) {
    return ENCODER.encode(
        List.of(new VectorTileLayer("建物", source, Filter.INCLUDE, NAMES)), coord, 5_000_000);
  }

  private static List<DecodedFeature> features(VectorTile tile) {
    return DecodedTile.of(tile.body()).layers().values().stream()
        .flatMap(layer -> layer.features().stream())
        .toList();
  }

  private static Geometry inUnits(Geometry geometry, TileCoord coord) {
    Bounds box = coord.bounds();
    Geometry moved = CoordinateTransform.between(Crs.TWD97_TM2_121, box.crs()).apply(geometry);
    moved.apply(
        (CoordinateFilter)
            point -> {
              point.x = (point.x - box.minX()) / box.width() * 4096;
              point.y = (box.maxY() - point.y) / box.height() * 4096;
            });
    moved.geometryChanged();
    return moved;
  }

  private static Geometry square(double min, double max) {
    return GEOMETRIES.toGeometry(new Envelope(min, max, min, max));
  }

  @Test
  void everyFeatureThatMeetsTheTileByMoreThanAUnitIsInItAndNoneFromBeyondTheMargin() {
    for (TileMatrixSet set : TileMatrixSet.listAll()) {
      for (int level : List.of(10, 14)) {
        TileCoord coord = TownOfTiles.tile(set, level, 217_100, 2_672_100);
        for (FeatureSource source : List.of(STREAMED, LIVE)) {
          VectorTile tile = encode(source, coord);
          Set<Long> found =
              features(tile).stream().map(DecodedFeature::id).collect(Collectors.toSet());
          for (Feature each : TOWN) {
            Geometry shape = inUnits(each.geometry(), coord);
            Envelope inside = shape.intersection(square(0, 4096)).getEnvelopeInternal();
            long id = Long.parseLong(each.id());
            if (Math.max(inside.getWidth(), inside.getHeight()) > 1) {
              assertThat(found).as("%s %s", coord, shape).contains(id);
            } else if (!shape
                .getEnvelopeInternal()
                .intersects(new Envelope(-65, 4161, -65, 4161))) {
              assertThat(found).as("%s %s", coord, shape).doesNotContain(id);
            }
          }
          assertThat(tile.features()).isEqualTo(features(tile).size());
          assertThat(tile.dropped()).isZero();
        }
      }
    }
  }

  @Test
  void pointsAreTrueToAUnitNearTheGround() {
    for (FeatureSource source : List.of(STREAMED, LIVE)) {
      TileCoord coord = TownOfTiles.tile(15);
      for (DecodedFeature feature : features(encode(source, coord))) {
        Geometry shape = inUnits(TOWN.get((int) (feature.id() - 1)).geometry(), coord);
        Geometry margin = square(-64, 4160);
        boolean cut = !margin.contains(shape);
        Geometry edge = shape.intersection(margin).getBoundary();
        for (long[] point : feature.parts().get(0)) {
          assertThat(edge.distance(GEOMETRIES.createPoint(coordinate(point))))
              .isLessThan(cut ? 1.5 : 1);
        }
      }
    }
  }

  private static Coordinate coordinate(long[] point) {
    return new Coordinate(point[0], point[1]);
  }

  @Test
  void ringsHaveAnAreaTheRightDirectionAndStayWithinTheMargin() {
    for (int level : List.of(10, 12, 14, 16)) {
      for (DecodedFeature feature : features(encode(LIVE, TownOfTiles.tile(level)))) {
        assertThat(feature.kind()).isEqualTo(TileFeature.POLYGON);
        for (List<long[]> ring : feature.parts()) {
          assertThat(DecodedTile.area(ring)).isPositive();
          assertThat(ring).allSatisfy(VectorTileEncoderTest::withinTheMargin);
        }
      }
    }
  }

  private static void withinTheMargin(long[] point) {
    assertThat(point[0]).isBetween(-64L, 4160L);
    assertThat(point[1]).isBetween(-64L, 4160L);
  }

  @Test
  void memoryAndStreamGiveTheSameFeaturesWithTheSameValues() {
    Map<Long, Map<String, Object>> streamed = values(STREAMED);

    assertThat(values(LIVE)).isEqualTo(streamed);
    assertThat(streamed.get(features(encode(LIVE, TownOfTiles.tile(15))).get(0).id()).get("用途"))
        .isIn("住宅", "商店", "工廠", "學校", "廟宇");
  }

  private static Map<Long, Map<String, Object>> values(FeatureSource source) {
    return features(encode(source, TownOfTiles.tile(15))).stream()
        .collect(Collectors.toMap(DecodedFeature::id, DecodedFeature::values));
  }

  @Test
  void filterSelectsInMemoryAndInTheStream() throws CQLException {
    Filter filter = ECQL.toFilter("floors > 6 AND \"用途\" = '學校'");
    List<Integer> counts = new ArrayList<>();
    for (FeatureSource source : List.of(STREAMED, LIVE)) {
      VectorTile tile =
          ENCODER.encode(
              List.of(new VectorTileLayer("a", source, filter, NAMES)),
              TownOfTiles.tile(13),
              500_000);
      counts.add(tile.features());
      assertThat(features(tile))
          .isNotEmpty()
          .allSatisfy(
              each -> {
                assertThat(each.values()).containsEntry("用途", "學校");
                assertThat((Long) each.values().get("floors")).isGreaterThan(6);
              });
    }
    assertThat(counts.get(0)).isEqualTo(counts.get(1));
  }

  @Test
  void limitHoldsAndTheSmallestGoFirst() {
    for (FeatureSource source : List.of(STREAMED, LIVE)) {
      for (int level : List.of(11, 13, 14)) {
        TileCoord coord = TownOfTiles.tile(level);
        VectorTile whole = encode(source, coord);
        int limit = whole.body().length / 3;
        VectorTile tile =
            ENCODER.encode(
                List.of(new VectorTileLayer("a", source, Filter.INCLUDE, NAMES)), coord, limit);
        Set<Long> kept =
            features(tile).stream().map(DecodedFeature::id).collect(Collectors.toSet());

        assertThat(tile.body().length).isBetween((int) (0.85 * limit), limit);
        assertThat(tile.features() + tile.dropped())
            .isBetween(whole.features(), (int) (1.01 * whole.features()));
        double least = kept.stream().mapToDouble(VectorTileEncoderTest::size).min().orElseThrow();
        List<Double> wrong =
            features(whole).stream()
                .filter(each -> !kept.contains(each.id()) && size(each.id()) > least * 1.01)
                .map(each -> size(each.id()))
                .toList();
        assertThat(wrong).as("dropped though larger than %s", least).isEmpty();
      }
    }
  }

  @Test
  void streamThatIsMuchTooLargeKeepsTheLargest() {
    TileCoord coord = TownOfTiles.tile(12);
    int limit = encode(STREAMED, coord).body().length / 15;
    VectorTileLayer layer = new VectorTileLayer("a", STREAMED, Filter.INCLUDE, NAMES);
    VectorTile tile = ENCODER.encode(List.of(layer), coord, limit);

    assertThat(tile.body().length).isBetween((int) (0.85 * limit), limit);
    assertThat(features(tile)).allSatisfy(each -> assertThat(size(each.id())).isGreaterThan(20));
  }

  @Test
  void detailsFarFromTheTileTakeNoRoomFromWhatIsInIt() {
    TileCoord coord = TownOfTiles.tile(16);
    List<Feature> all = new ArrayList<>();
    Coordinate middle = new Coordinate(217_000, 2_672_000);
    Geometry wide = GEOMETRIES.createPoint(middle).buffer(5_000, 100_000);
    all.add(new Feature(TownOfTiles.TYPE, "999999", wide, new Object[2]));
    TOWN.forEach(all::add);
    FeatureSource source = new MemoryFeatureSource(TownOfTiles.TYPE, all);
    FeatureSource live = LiveLayers.of(source, TownOfTiles.TYPE, NAMES, all.stream());

    assertThat(wide.getNumPoints() * 2).isGreaterThan(700_000);
    for (FeatureSource each : List.of(source, live)) {
      VectorTile tile =
          ENCODER.encode(
              List.of(new VectorTileLayer("a", each, Filter.INCLUDE, NAMES)), coord, 500_000);
      assertThat(tile.dropped()).isZero();
      assertThat(tile.features()).isEqualTo(encode(LIVE, coord).features() + 1);
    }
  }

  @Test
  void rowsThatAreGoneOrChangedAreShownAsTheyAreNow() {
    TileCoord coord = TownOfTiles.tile(15);
    LiveLayer live = LiveLayers.of(STREAMED, TownOfTiles.TYPE, NAMES, TOWN.stream());
    List<Long> ids = features(encode(live, coord)).stream().map(DecodedFeature::id).toList();
    String gone = Long.toString(ids.get(0));
    Feature old = TOWN.get((int) (ids.get(1) - 1));
    Feature changed =
        new Feature(TownOfTiles.TYPE, old.id(), old.geometry(), new Object[] {"車站", null});
    LiveLayers.replace(live, List.of(gone, old.id()), List.of(changed), NAMES);
    List<DecodedFeature> now = features(encode(live, coord));

    assertThat(now).hasSize(ids.size() - 1).noneMatch(each -> each.id().equals(ids.get(0)));
    assertThat(now.stream().filter(each -> each.id().equals(ids.get(1))).toList())
        .singleElement()
        .satisfies(each -> assertThat(each.values()).isEqualTo(Map.of("用途", "車站")));
  }

  private static double size(long id) {
    return size(TOWN.get((int) (id - 1)).geometry());
  }

  private static double size(Geometry geometry) {
    Envelope box = geometry.getEnvelopeInternal();
    return Math.max(box.getWidth(), box.getHeight());
  }

  @Test
  void sameDataGivesTheSameBytes() {
    assertThat(encode(LIVE, TownOfTiles.tile(13)).body())
        .isEqualTo(encode(LIVE, TownOfTiles.tile(13)).body());
  }

  @Test
  void nothingInTheTileGivesNoBytes() {
    TileCoord sea = TownOfTiles.tile(TileMatrixSet.WEB_MERCATOR_QUAD, 12, 300_000, 2_400_000);
    TileCoord otherSide = new TileCoord(TileMatrixSet.WEB_MERCATOR_QUAD, 3, 0, 7);
    for (TileCoord coord : List.of(sea, otherSide)) {
      VectorTile tile = encode(LIVE, coord);
      assertThat(tile.body()).isEmpty();
      assertThat(tile.features()).isZero();
      assertThat(tile.empty()).isTrue();
    }
  }

  @Test
  void layersKeepTheirOrderAndOneWithoutFeaturesIsNotThere() {
    TileCoord coord = TownOfTiles.tile(15);
    VectorTile tile =
        ENCODER.encode(
            List.of(
                new VectorTileLayer("none", LIVE, Filter.EXCLUDE, NAMES),
                new VectorTileLayer("b", LIVE, Filter.INCLUDE, List.of()),
                new VectorTileLayer("a", STREAMED, Filter.INCLUDE, List.of("floors"))),
            coord,
            500_000);
    var layers = DecodedTile.of(tile.body()).layers();

    assertThat(layers.keySet()).containsExactly("b", "a");
    assertThat(layers.get("a").version()).isEqualTo(2);
    assertThat(layers.get("a").extent()).isEqualTo(4096);
    assertThat(layers.get("a").features().get(0).values()).containsOnlyKeys("floors");
    assertThat(layers.get("b").features().get(0).values()).isEmpty();
  }

  @Test
  void twoLayersOfOneNameAndUnknownAttributesAreRefused() {
    VectorTileLayer layer = new VectorTileLayer("a", LIVE, Filter.INCLUDE, List.of());

    assertThatThrownBy(() -> ENCODER.encode(List.of(layer, layer), TownOfTiles.tile(14), 1_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VectorTileLayer("a", LIVE, Filter.INCLUDE, List.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void interpolationIsTrueToAQuarterOfAUnit() {
    SplittableRandom random = new SplittableRandom(3);
    for (TileMatrixSet set : TileMatrixSet.listAll()) {
      for (int level = 0; level <= 15; level++) {
        TileCoord coord = TownOfTiles.tile(set, level, 217_000, 2_672_000);
        TileGrid grid = TileGrid.of(Crs.TWD97_TM2_121, coord).orElseThrow();
        Bounds area = grid.search();
        for (int i = 0; i < 100; i++) {
          double x = area.minX() + area.width() * random.nextDouble();
          double y = area.minY() + area.height() * random.nextDouble();
          double[] guess = {x, y};
          grid.toTile(guess, 1);
          Geometry truth = inUnits(GEOMETRIES.createPoint(new Coordinate(x, y)), coord);
          assertThat(guess[0]).isEqualTo(truth.getCoordinate().x, within(TileGrid.MOST_ERROR));
          assertThat(guess[1]).isEqualTo(truth.getCoordinate().y, within(TileGrid.MOST_ERROR));
        }
      }
    }
  }
}
