package org.tuguan.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

class PostGisFeatureSourceTest {
  private static TestDatabase database;
  private static PostGisFeatureSource stored;
  private static final MemoryFeatureSource MEMORY = SampleTable.inMemory();

  @BeforeAll
  static void fill() {
    database = TestDatabase.create();
    SampleTable.create(database);
    stored = SampleTable.stored(database);
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private static List<Feature> read(FeatureSource source, Query query) {
    try (Stream<Feature> features = source.features(query)) {
      return features.toList();
    }
  }

  private static PostGisFeatureSource table(
      String name, String key, boolean text, GeometryKind kind) {
    FeatureType type = new FeatureType(name, List.of(), "geom", kind, Crs.TWD97_TM2_121);
    return new PostGisFeatureSource(
        database.dataSource(),
        new TableRef("public", name, key, text, type),
        Duration.ofSeconds(10));
  }

  @Test
  void everyTypeOfValueComesBackAsItWent() {
    List<Feature> expected = read(MEMORY, Query.ALL.withLimit(500));

    List<Feature> actual = read(stored, Query.ALL.withLimit(500));

    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).id()).isEqualTo(expected.get(i).id());
      assertThat(actual.get(i).values()).isEqualTo(expected.get(i).values());
      Geometry geometry = actual.get(i).geometry();
      assertThat(geometry == null).isEqualTo(expected.get(i).geometry() == null);
      assertThat(geometry == null || geometry.equalsExact(expected.get(i).geometry())).isTrue();
    }
    assertThat(actual.get(0).geometry().getSRID()).isEqualTo(3826);
  }

  @Test
  void pagesNeitherRepeatNorSkip() {
    List<String> ids = new ArrayList<>();
    Query page = Query.ALL.withLimit(7);
    for (List<Feature> rows = read(stored, page);
        !rows.isEmpty();
        rows = read(stored, page.withAfter(ids.get(ids.size() - 1)))) {
      rows.forEach(row -> ids.add(row.id()));
    }

    assertThat(ids).hasSize(SampleTable.ROWS).doesNotHaveDuplicates();
    assertThat(ids.get(199)).isEqualTo("200");
  }

  @Test
  void boxOfAnotherSystemFindsTheSame() {
    Bounds metres = new Bounds(Crs.TWD97_TM2_121, 210_495, 2_669_990, 210_706, 2_670_005);
    Bounds degrees = CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.CRS84).apply(metres);

    long expected = MEMORY.count(Query.ALL.withBounds(metres));

    assertThat(expected).isPositive();
    assertThat(stored.count(Query.ALL.withBounds(metres))).isEqualTo(expected);
    assertThat(stored.count(Query.ALL.withBounds(degrees))).isEqualTo(expected);
    assertThat(MEMORY.count(Query.ALL.withBounds(degrees))).isEqualTo(expected);
  }

  @Test
  void twd67BoxIsShifted() {
    Bounds shifted = new Bounds(Crs.TWD67_TM2_121, 209_163, 2_670_190, 209_195, 2_670_220);
    Bounds there = CoordinateTransform.between(Crs.TWD67_TM2_121, Crs.TWD97_TM2_121).apply(shifted);

    assertThat(there.minX()).isGreaterThan(209_980);
    assertThat(stored.count(Query.ALL.withBounds(shifted)))
        .isEqualTo(stored.count(Query.ALL.withBounds(there)))
        .isPositive();
  }

  @Test
  void onlyWantedAttributesAreRead() {
    Feature feature = read(stored, Query.ALL.withAttributes(List.of("floors")).withLimit(1)).get(0);

    assertThat(feature.value("floors")).isEqualTo(1L);
    assertThat(feature.value("name")).isNull();
    assertThatThrownBy(() -> read(stored, Query.ALL.withAttributes(List.of("a\" OR 1=1"))))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("floors");
  }

  @Test
  void findsByIdOnlyWhatIsThere() {
    assertThat(stored.find("17").orElseThrow().value("floors")).isEqualTo(4L);
    for (String id : List.of("0", "201", "017", " 17", "17 OR 1=1", "", "99999999999999999999")) {
      assertThat(stored.find(id)).as(id).isEmpty();
    }
  }

  @Test
  void keyThatIsNoNumberCannotBeContinuedFrom() {
    assertThatThrownBy(() -> read(stored, Query.ALL.withAfter("x'")))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("after");
  }

  @Test
  void textKeysAreInByteOrder() {
    database.execute(
        """
        CREATE TABLE named (code text PRIMARY KEY, geom geometry(Point, 3826));
        INSERT INTO named SELECT c, NULL FROM unnest(ARRAY['b','B','a','臺','_','10','9']) AS c""");
    PostGisFeatureSource named = table("named", "code", true, GeometryKind.POINT);

    assertThat(read(named, Query.ALL.withLimit(10)).stream().map(Feature::id))
        .containsExactly("10", "9", "B", "_", "a", "b", "臺");
    assertThat(read(named, Query.ALL.withAfter("_")).stream().map(Feature::id))
        .containsExactly("a", "b", "臺");
    assertThat(named.find("臺")).isPresent();
    assertThat(named.bounds()).isEmpty();
  }

  @Test
  void boundsAreAroundEverything() {
    Bounds bounds = stored.bounds().orElseThrow();

    assertThat(bounds).isEqualTo(MEMORY.bounds().orElseThrow());
  }

  @Test
  void curvesBecomeLines() {
    database.execute(
        """
        CREATE TABLE curved (id int PRIMARY KEY, geom geometry);
        INSERT INTO curved VALUES
          (1, 'SRID=3826;CIRCULARSTRING(0 0, 1 1, 2 0)'),
          (2, 'SRID=3826;CURVEPOLYGON(CIRCULARSTRING(0 0, 4 0, 4 4, 0 4, 0 0))'),
          (3, 'SRID=3826;LINESTRING ZM (0 0 1 2, 1 1 3 4)')""");

    List<Feature> features =
        read(table("curved", "id", false, GeometryKind.MIXED), Query.ALL.withLimit(3));

    assertThat(features.get(0).geometry().getGeometryType()).isEqualTo("LineString");
    assertThat(features.get(0).geometry().getNumPoints()).isGreaterThan(10);
    assertThat(features.get(1).geometry().getGeometryType()).isEqualTo("Polygon");
    assertThat(features.get(2).geometry().getCoordinates()[1].getZ()).isEqualTo(3);
  }

  @Test
  void halfReadStreamGivesItsConnectionBack() throws SQLException {
    try (Stream<Feature> features = stored.features(Query.ALL)) {
      assertThat(features.iterator().next()).isNotNull();
      assertThat(transactionsOpen()).isEqualTo(1);
    }
    assertThat(transactionsOpen()).isZero();

    assertThat(stored.features(Query.ALL).count()).isEqualTo(SampleTable.ROWS);
    assertThat(transactionsOpen()).isZero();
  }

  private static int transactionsOpen() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND state LIKE 'idle in transaction%'""")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void slowQueryIsATimeout() {
    database.execute(
        "CREATE VIEW slow AS SELECT 1 AS id, NULL::geometry(Point, 3826) AS geom, pg_sleep(5)::text");
    FeatureType type =
        new FeatureType(
            "slow",
            List.of(new Attribute("pg_sleep", AttributeType.TEXT)),
            "geom",
            GeometryKind.POINT,
            Crs.TWD97_TM2_121);
    PostGisFeatureSource slow =
        new PostGisFeatureSource(
            database.dataSource(),
            new TableRef("public", "slow", "id", false, type),
            Duration.ofMillis(100));

    assertThatThrownBy(() -> read(slow, Query.ALL))
        .isInstanceOf(RequestException.class)
        .matches(e -> ((RequestException) e).fault() == Fault.TIMEOUT);
  }

  @Test
  void boxOutsideTheDomainOfTheLayerIsEmpty() {
    Query nowhere = Query.ALL.withBounds(new Bounds(Crs.CRS84, 0, 0, 1, 1));

    assertThat(read(stored, nowhere)).isEmpty();
    assertThat(stored.count(nowhere)).isZero();
    assertThat(MEMORY.count(nowhere)).isZero();
  }
}
