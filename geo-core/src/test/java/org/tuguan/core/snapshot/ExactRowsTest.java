package org.tuguan.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureBatches;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeoJsonEncoder;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.PostGisFeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.feature.cql2.Conditions;

/** What memory gives away is what the database would, to the last byte. */
class ExactRowsTest {
  private static final List<Attribute> ATTRIBUTES =
      List.of(
          new Attribute("name", AttributeType.TEXT),
          new Attribute("size", AttributeType.NUMBER),
          new Attribute("seen", AttributeType.TIMESTAMP));

  private static TestDatabase database;

  @BeforeAll
  static void fill() {
    database = TestDatabase.create();
    String columns =
        """
        CASE WHEN i % 5 > 0 THEN 'n' || i % 50 END AS name, (i / 7.0)::real AS size,
        timestamptz '2026-01-01' + i * interval '1.234567 s' AS seen,
        CASE i % 11
          WHEN 0 THEN NULL
          WHEN 1 THEN ST_SetSRID(ST_MakePoint(210000 + i % 100 * 10, 2670000 + i), 3826)
          WHEN 2 THEN 'SRID=3826;GEOMETRYCOLLECTION(POINT(210500 2670500))'::geometry
          ELSE ST_SetSRID(ST_Rotate(ST_MakeEnvelope(
            210000 + i * 7919 % 2000, 2670000 + i * 104729 % 2000,
            210020 + i * 7919 % 2000, 2670013.37 + i * 104729 % 2000), i / 9.0,
            210000 + i * 7919 % 2000, 2670000 + i * 104729 % 2000), 3826)
          END AS geom""";
    database.execute(
        """
        CREATE TABLE numbered AS SELECT (i - 1000)::bigint AS id, %1$s FROM generate_series(1, 2600) AS i;
        CREATE TABLE named AS
          SELECT (ARRAY['a','B','é','臺',U&'\\FF21',U&'\\+01F600','','x'])[i %% 8 + 1] || i / 8 AS id, %1$s
          FROM generate_series(0, 3000) AS i;
        CREATE TABLE coded AS SELECT (66000 + i)::text AS id, %1$s FROM generate_series(1, 3000) AS i;
        CREATE INDEX ON numbered USING gist (geom);
        CREATE INDEX ON numbered (id);
        """
            .formatted(columns));
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private static PostGisFeatureSource table(String name, boolean text) {
    FeatureType type =
        new FeatureType(name, ATTRIBUTES, "geom", GeometryKind.MIXED, Crs.TWD97_TM2_121);
    return new PostGisFeatureSource(
        database.dataSource(),
        new TableRef("public", name, "id", text, type),
        Duration.ofSeconds(10));
  }

  private static RenderSnapshot read(PostGisFeatureSource source, boolean text, Query query) {
    List<String> names = ATTRIBUTES.stream().map(Attribute::name).toList();
    try (Stream<Feature> rows = source.features(query)) {
      return new SnapshotBuilder(source.type(), names)
          .withStoredGeometries(text)
          .build(rows, Long.MAX_VALUE)
          .orElseThrow();
    }
  }

  private static LiveLayer inMemory(PostGisFeatureSource source, boolean text) {
    LiveLayer layer = new LiveLayer(source);
    layer.load(read(source, text, Query.ALL), 1);
    return layer;
  }

  private static String json(FeatureType type, Stream<Feature> features) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (features) {
      new GeoJsonEncoder().write(type, features, Crs.CRS84, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Query page(Filter filter, int limit, Optional<String> after) {
    return new Query(Optional.empty(), filter, Optional.empty(), limit, after, 0);
  }

  /** All pages of both, and the count, which must be known without asking the database. */
  private static void assertSame(
      PostGisFeatureSource source, LiveLayer layer, Filter filter, int limit) {
    ExactRows rows = layer.rows();
    long expected = source.count(Query.ALL.withFilter(filter));
    Optional<String> after = Optional.empty();
    do {
      Query query = page(filter, limit, after);
      List<Feature> there = source.features(query).toList();
      String here = json(source.type(), rows.features(query));
      assertThat(here).isEqualTo(json(source.type(), there.stream()));
      assertThat(rows.findCount(Query.ALL.withFilter(filter))).isEqualTo(OptionalLong.of(expected));
      after =
          Optional.of(there)
              .filter(found -> found.size() == limit)
              .map(found -> found.get(found.size() - 1).id());
    } while (after.isPresent());
    assertThat(layer.rows().count(Query.ALL.withFilter(filter))).isEqualTo(expected);
  }

  private static List<Filter> boxes(FeatureType type, int count) {
    SplittableRandom random = new SplittableRandom(5);
    List<Filter> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = 210_000 + random.nextInt(2_000);
      double y = 2_670_000 + random.nextInt(2_000);
      double size = random.nextInt(1_500);
      boxes.add(new Conditions(type).meets(List.of(x, y, x + size, y + size), Crs.TWD97_TM2_121));
      double west = 120.6 + random.nextDouble() * 0.03;
      double south = 24.12 + random.nextDouble() * 0.03;
      double width = random.nextDouble() * 0.02;
      boxes.add(
          new Conditions(type).meets(List.of(west, south, west + width, south + width), Crs.CRS84));
    }
    return boxes;
  }

  @Test
  void everyPageOfABoxIsThatOfTheDatabase() {
    PostGisFeatureSource source = table("numbered", false);
    LiveLayer layer = inMemory(source, false);
    for (Filter box : boxes(source.type(), 12)) {
      assertSame(source, layer, box, 397);
    }
    assertSame(source, layer, Filter.INCLUDE, 701);
  }

  @Test
  void textKeysComeInTheOrderOfTheirBytes() {
    for (String name : List.of("named", "coded")) {
      PostGisFeatureSource source = table(name, true);
      LiveLayer layer = inMemory(source, true);
      assertSame(source, layer, Filter.INCLUDE, 500);
      for (Filter box : boxes(source.type(), 3)) {
        assertSame(source, layer, box, 200);
      }
    }
  }

  @Test
  void changedRowsStandInTheirPlaceAmongOthers() {
    database.execute("CREATE TABLE moving AS SELECT * FROM numbered");
    PostGisFeatureSource source = table("moving", false);
    LiveLayer layer = inMemory(source, false);
    List<Long> ids = new ArrayList<>(LongStream.rangeClosed(-999, 1600).boxed().toList());
    for (int step = 1; step < 5; step++) {
      int now = step;
      database.execute(
          """
          DELETE FROM moving WHERE id %% 37 = %1$d;
          UPDATE moving SET geom = ST_Translate(geom, 3.3, 4.4), name = 'moved' WHERE id %% 31 = %1$d;
          INSERT INTO moving SELECT id + 100000 * %1$d, name, size, seen, geom FROM numbered WHERE id %% 401 = 0
          """
              .formatted(step));
      List<Long> changed =
          new ArrayList<>(ids.stream().filter(id -> id % 37 == now || id % 31 == now).toList());
      LongStream.rangeClosed(-999, 1600)
          .filter(id -> id % 401 == 0)
          .mapToObj(id -> id + 100_000L * now)
          .forEach(changed::add);
      ids.addAll(changed);
      replace(layer, source, changed.stream().map(Object::toString).toList());
      assertSame(source, layer, Filter.INCLUDE, 1100);
      boxes(source.type(), 1).forEach(box -> assertSame(source, layer, box, 300));
    }
    assertThat(layer.view().orElseThrow().parts().size()).isGreaterThan(1);
    layer.compact();
    assertThat(layer.view().orElseThrow().exact()).isTrue();
    assertSame(source, layer, Filter.INCLUDE, 1100);
  }

  private static void replace(LiveLayer layer, PostGisFeatureSource source, List<String> ids) {
    try (Connection connection = database.dataSource().getConnection()) {
      PostGisFeatureSource.beginMoment(connection);
      List<String> names = ATTRIBUTES.stream().map(Attribute::name).toList();
      try (Stream<Feature> rows = source.features(connection, ids, names)) {
        layer.replace(
            ids,
            new SnapshotBuilder(source.type(), names)
                .withStoredGeometries(false)
                .build(rows, Long.MAX_VALUE)
                .orElseThrow(),
            2);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatMemoryCannotAnswerExactlyGoesToTheDatabase() {
    PostGisFeatureSource source = table("numbered", false);
    LiveLayer layer = inMemory(source, false);
    Filter named = new Conditions(source.type()).has(source.type().attributes().get(0), "n7");
    ExactRows rows = layer.rows();
    assertThat(json(source.type(), rows.features(page(named, 50, Optional.empty()))))
        .isEqualTo(json(source.type(), source.features(page(named, 50, Optional.empty()))));
    assertThat(rows.findCount(Query.ALL.withFilter(named))).isEmpty();
    assertThat(rows.count(Query.ALL.withFilter(named)))
        .isEqualTo(source.count(Query.ALL.withFilter(named)));

    layer.unload();
    assertThat(rows.features(page(Filter.INCLUDE, 50, Optional.of("7")))).hasSize(50);
    assertThat(rows.findCount(Query.ALL)).isEmpty();
  }

  @Test
  void geometriesAreLeftOutWhereThereIsNoRoom() {
    PostGisFeatureSource source = table("numbered", false);
    RenderSnapshot whole = read(source, false, Query.ALL);
    assertThat(whole.exact()).isTrue();
    try (Stream<Feature> rows = source.features(Query.ALL)) {
      RenderSnapshot lean =
          new SnapshotBuilder(source.type(), List.of("name", "size", "seen"))
              .withStoredGeometries(false)
              .build(rows, whole.bytes() - 100)
              .orElseThrow();
      assertThat(lean.exact()).isFalse();
      assertThat(lean.size()).isEqualTo(whole.size());
      assertThat(lean.bytes()).isLessThan(whole.bytes() - 2000 * 60);
    }
  }

  @Test
  void aDownloadInBatchesIsTheWholeLayer() {
    PostGisFeatureSource source = table("numbered", false);
    LiveLayer layer = inMemory(source, false);
    assertThat(json(source.type(), FeatureBatches.stream(layer.rows(), Query.ALL)))
        .isEqualTo(json(source.type(), FeatureBatches.stream(source, Query.ALL)));
  }
}
