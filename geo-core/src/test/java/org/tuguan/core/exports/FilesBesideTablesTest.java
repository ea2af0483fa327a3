package org.tuguan.core.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.LocalText;
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
import org.tuguan.core.imports.Gdal;

/** What GDAL reads from our files is, feature by feature, what it reads from the table itself. */
class FilesBesideTablesTest {
  private static final int ROWS = 2_000;

  /** Of coordinates in GeoJSON, which are rounded to it. */
  private static final double MILLIMETRE = 0.001;

  private static final double MICROMETRE = 1e-6;

  private static final List<FileFormat> FORMATS =
      List.of(
          new GeoPackageFormat(Clock.systemUTC()),
          new FlatGeobufFormat(),
          ShapefileFormat.utf8(),
          new StreamedFormat(new GeoJsonEncoder(), LocalText.same("GeoJSON")));

  private static TestDatabase database;

  @TempDir Path folder;

  @BeforeAll
  static void fill() {
    database = TestDatabase.create();
    create(
        "polygons",
        """
        CASE i % 3
          WHEN 0 THEN ST_Difference(box, ST_Expand(ST_Centroid(box), 2.5))
          WHEN 1 THEN ST_Collect(box, ST_Translate(ST_Reverse(box), 31.25, 0))
          ELSE ST_Buffer(ST_Centroid(box), 9.87654321, i % 9) END""");
    create(
        "lines",
        """
        CASE i % 2 WHEN 0 THEN ST_Boundary(box)
          ELSE ST_Collect(ST_Boundary(box), ST_Translate(ST_Boundary(box), 31.25, i)) END""");
    create("points", "CASE WHEN i % 97 > 0 THEN ST_Centroid(box) END");
  }

  private static void create(String table, String geometry) {
    database.execute(
        """
        CREATE TABLE %s (id integer PRIMARY KEY, name text, size double precision, floors integer,
          geom geometry(Geometry, 3826));
        INSERT INTO %1$s
        SELECT i, CASE WHEN i %% 11 > 0 THEN '堃喆峯𡍼' || i END, CASE WHEN i %% 7 > 0 THEN sqrt(i) - 20 END,
          CASE WHEN i %% 5 > 0 THEN i - 1000 END, %s
        FROM (SELECT i, ST_MakeEnvelope(200000 + i * 7 %% 4001, 2660000 + i * 13 %% 5003 + i / 3.0,
                200020.125 + i * 7 %% 4001, 2660010 + i * 13 %% 5003 + i / 2.0, 3826) AS box
              FROM generate_series(1, %d) AS i) AS rows
        """
            .formatted(table, geometry, ROWS));
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void polygonsArriveAsTheyLieInTheTable() throws IOException {
    compare("polygons", GeometryKind.POLYGON);
  }

  @Test
  void linesArriveAsTheyLieInTheTable() throws IOException {
    compare("lines", GeometryKind.LINE);
  }

  @Test
  void pointsArriveAsTheyLieInTheTableSomeBeingNowhere() throws IOException {
    compare("points", GeometryKind.POINT);
  }

  private void compare(String table, GeometryKind kind) throws IOException {
    Map<Integer, Row> expected = theirs(table);
    assertThat(expected).hasSize(ROWS);
    for (FileFormat format : FORMATS) {
      Map<Integer, Row> read = ours(format, table, kind);
      assertThat(read.keySet()).as(format.name()).isEqualTo(expected.keySet());
      double metres = format instanceof StreamedFormat ? MILLIMETRE : MICROMETRE;
      expected.forEach((id, row) -> same(format.name() + " " + id, read.get(id), row, metres));
    }
  }

  private static void same(String what, Row ours, Row theirs, double metres) {
    assertThat(ours.texts()).as(what).isEqualTo(theirs.texts());
    if (theirs.size().isNaN()) {
      assertThat(ours.size()).as(what).isNaN();
    } else {
      assertThat(ours.size()).as(what).isCloseTo(theirs.size(), within(1e-12));
    }
    assertThat(ours.geometry().equalsExact(theirs.geometry(), metres))
        .as("%s: %s and %s", what, ours.geometry(), theirs.geometry())
        .isTrue();
  }

  /**
   * @param size NaN if there is none
   * @param geometry as a collection, in a fixed order of points and parts; empty if there is none
   */
  private record Row(List<String> texts, Double size, Geometry geometry) {
    static Row of(String line) {
      String[] cells = line.replace("\"", "").split(";", -1);
      return new Row(
          List.of(cells[2], cells[4]),
          cells[3].isEmpty() ? Double.NaN : Double.parseDouble(cells[3]),
          geometry(cells[0]));
    }

    private static Geometry geometry(String wkt) {
      try {
        Geometry read = new WKTReader().read(wkt.isEmpty() ? "POINT EMPTY" : wkt);
        Geometry all = TargetGeometry.multi(read).copy();
        all.normalize();
        return all;
      } catch (ParseException e) {
        throw new IllegalStateException(wkt, e);
      }
    }
  }

  private Map<Integer, Row> ours(FileFormat format, String table, GeometryKind kind)
      throws IOException {
    PostGisFeatureSource source =
        new PostGisFeatureSource(
            database.dataSource(),
            new TableRef("public", table, "id", false, type(table, kind)),
            Duration.ofMinutes(1));
    try (Stream<Feature> features = FeatureBatches.streamAhead(source, Query.ALL)) {
      Export export =
          format.write(source.type(), features, new ExportTarget(folder, table, Crs.TWD97_TM2_121));
      assertThat(export.features()).isEqualTo(ROWS);
      return rows(export.files().get(0).toString());
    }
  }

  private static FeatureType type(String table, GeometryKind kind) {
    return new FeatureType(
        table,
        List.of(
            new Attribute("name", AttributeType.TEXT),
            new Attribute("size", AttributeType.NUMBER),
            new Attribute("floors", AttributeType.INTEGER)),
        "geom",
        kind,
        Crs.TWD97_TM2_121);
  }

  private Map<Integer, Row> theirs(String table) throws IOException {
    URI address = URI.create(database.url().substring("jdbc:".length()));
    return rows(
        "PG:host=%s port=%d user=%s password=%s dbname=%s"
            .formatted(
                address.getHost(),
                address.getPort(),
                TestDatabase.user(),
                TestDatabase.password(),
                address.getPath().substring(1)),
        "-sql",
        "SELECT id::text, name, size, floors, geom FROM " + table);
  }

  private Map<Integer, Row> rows(String source, String... more) throws IOException {
    Path read = folder.resolve("read.csv");
    Files.deleteIfExists(read);
    List<String> command =
        new ArrayList<>(
            List.of("ogr2ogr", "-lco", "GEOMETRY=AS_WKT", "-lco", "SEPARATOR=SEMICOLON"));
    command.addAll(List.of(read.toString(), source));
    command.addAll(List.of(more));
    Gdal.run(command.toArray(String[]::new));
    Map<Integer, Row> rows = new TreeMap<>();
    for (String line : Files.readAllLines(read).stream().skip(1).toList()) {
      rows.put(Integer.valueOf(line.replace("\"", "").split(";", -1)[1]), Row.of(line));
    }
    return rows;
  }
}
