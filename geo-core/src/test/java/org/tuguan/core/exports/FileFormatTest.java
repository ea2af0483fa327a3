package org.tuguan.core.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.CsvEncoder;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeoJsonEncoder;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.imports.Gdal;

/** What is written is read back by GDAL, which shares no code with us. */
class FileFormatTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneId.of("Asia/Taipei"));

  private static final String RARE = "堃喆峯𡍼";

  private static final List<FileFormat> WITH_ATTRIBUTES =
      List.of(
          new GeoPackageFormat(CLOCK),
          new FlatGeobufFormat(),
          ShapefileFormat.utf8(),
          new StreamedFormat(new GeoJsonEncoder(), LocalText.same("GeoJSON")),
          new StreamedFormat(new CsvEncoder(false), LocalText.same("CSV")),
          new KmlFormat());

  private static final String SQUARE_WITH_HOLE =
      "POLYGON ((217000 2672000, 217100 2672000, 217100 2672100, 217000 2672100, 217000 2672000), "
          + "(217010 2672010, 217020 2672010, 217020 2672020, 217010 2672010))";

  private static final String TWO_SQUARES =
      "MULTIPOLYGON (((217200 2672000, 217300 2672000, 217300 2672100, 217200 2672000)), "
          + "((217400 2672000, 217500 2672000, 217500 2672100, 217400 2672000)))";

  @TempDir Path folder;

  @Test
  void everyFormatKeepsCountsTextAndNumbers() throws IOException {
    for (FileFormat format : WITH_ATTRIBUTES) {
      Export export = write(format, GeometryKind.POLYGON, Crs.CRS84, squares());
      String read = geoJson(export.files().get(0));

      assertThat(export.features()).as(format.name()).isEqualTo(3);
      assertThat(export.notes()).as(format.name()).allMatch(FileFormatTest::aboutNames);
      assertThat(count(read, "\"type\": \"Feature\"")).as(format.name()).isEqualTo(3);
      assertThat(read).as(format.name()).contains(RARE, "1234567", "-0.125", "2026-01-02");
    }
  }

  @Test
  void everyFormatKeepsShapesAndHoles() throws IOException {
    for (FileFormat format : WITH_ATTRIBUTES) {
      Export export = write(format, GeometryKind.POLYGON, Crs.TWD97_TM2_121, squares());
      if (format.name().equals("kml")) {
        assertThat(export.crs()).isEqualTo(Crs.CRS84);
        assertThat(Files.readString(export.files().get(0)))
            .containsOnlyOnce("<innerBoundaryIs>")
            .containsOnlyOnce("<MultiGeometry>");
      } else {
        assertThat(number(area(export.files().get(0))))
            .as(format.name())
            .isCloseTo(10_000 - 50 + 2 * 5_000, within(10.0));
      }
    }
  }

  @Test
  void shapesThatGoThroughAsTheyAreStoredArriveAsObjectsDo() throws IOException {
    GeoPackageFormat format = new GeoPackageFormat(CLOCK);
    Export objects = write(format, GeometryKind.POLYGON, Crs.TWD97_TM2_121, squares());
    String expected = geoJson(objects.files().get(0)) + info(objects.files().get(0));
    for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
      for (int dimensions = 2; dimensions <= 3; dimensions++) {
        WKBWriter writer = new WKBWriter(dimensions, order);
        List<Feature> stored =
            squares().stream()
                .map(
                    each ->
                        Feature.ofWkb(
                            each.type(),
                            each.id(),
                            writer.write(each.geometry()),
                            each.values().toArray()))
                .toList();
        Export export = write(format, GeometryKind.POLYGON, Crs.TWD97_TM2_121, stored);
        Path file = export.files().get(0);
        assertThat(geoJson(file) + info(file)).isEqualTo(expected);
        assertThat(indexCheck(file)).isEqualTo("ok");
      }
    }
  }

  @Test
  void systemIsKnownToGdalInEveryFormatThatSaysOne() throws IOException {
    for (FileFormat format :
        List.of(
            new GeoPackageFormat(CLOCK),
            new FlatGeobufFormat(),
            ShapefileFormat.utf8(),
            new StreamedFormat(new GeoJsonEncoder(), LocalText.same("GeoJSON")))) {
      for (Crs crs : Crs.listKnown()) {
        Export export = write(format, GeometryKind.POLYGON, crs, squares());
        String said = info(export.files().get(0));
        assertThat(said)
            .as(format.name() + " " + crs + "\n" + said)
            .doesNotContain("Warning", "ERROR", "unknown)");
        if (!format.name().equals("shp") && !format.name().equals("geojson")) {
          assertThat(said)
              .as(format.name() + " " + crs)
              .contains("ID[\"EPSG\"," + crs.srid() + "]]");
        }
      }
    }
  }

  @Test
  void featureWithoutGeometryKeepsItsAttributes() throws IOException {
    for (FileFormat format : WITH_ATTRIBUTES) {
      Export export =
          write(
              format,
              GeometryKind.POLYGON,
              Crs.CRS84,
              List.of(feature("1", SQUARE_WITH_HOLE), feature("2", null)));
      assertThat(count(geoJson(export.files().get(0)), "\"type\": \"Feature\""))
          .as(format.name())
          .isEqualTo(2);
    }
  }

  @Test
  void emptyLayerIsAFileThatOpens() throws IOException {
    for (FileFormat format : WITH_ATTRIBUTES) {
      Export export = write(format, GeometryKind.LINE, Crs.TWD97_TM2_121, List.of());
      assertThat(export.features()).isZero();
      assertThat(info(export.files().get(0))).as(format.name()).doesNotContain("ERROR");
    }
  }

  @Test
  void bigFiveSaysWhichCharactersItLacks() throws IOException {
    Export export =
        write(ShapefileFormat.big5(), GeometryKind.POLYGON, Crs.TWD97_TM2_121, squares());

    assertThat(export.notes())
        .filteredOn(note -> note.kind() == ExportNote.Kind.CHARACTERS)
        .singleElement()
        .satisfies(note -> assertThat(note.text().zh()).contains("喆", "𡍼").doesNotContain("西"));
    assertThat(geoJson(export.files().get(0))).contains("西屯區??").doesNotContain("喆");
  }

  @Test
  void longChineseFieldNamesStayApartAndAreMapped() throws IOException {
    Export export =
        write(ShapefileFormat.utf8(), GeometryKind.POLYGON, Crs.TWD97_TM2_121, squares());

    Path mapping = export.files().get(export.files().size() - 1);
    assertThat(mapping).hasFileName("layer.fields.csv");
    assertThat(mapping).content().contains("\"建築物\",\"建築物使用分區名稱\"");
    assertThat(mapping).content().contains("\"建築_1\",\"建築物使用分區代碼\"");
  }

  @Test
  void layerOfSeveralKindsIsOneShapefileEach() throws IOException {
    Export export =
        write(
            ShapefileFormat.utf8(),
            GeometryKind.MIXED,
            Crs.TWD97_TM2_121,
            List.of(
                feature("1", SQUARE_WITH_HOLE),
                feature("2", "POINT (217000 2672000)"),
                feature("3", "LINESTRING (217000 2672000, 217100 2672100)")));

    assertThat(export.features()).isEqualTo(3);
    assertThat(export.files().stream().map(file -> file.getFileName().toString()))
        .contains("layer_point.shp", "layer_line.shp", "layer_polygon.shp");
  }

  @Test
  void textTooLongForAFieldIsCutAtACharacter() throws IOException {
    Export export =
        write(
            ShapefileFormat.utf8(),
            GeometryKind.POLYGON,
            Crs.TWD97_TM2_121,
            List.of(named("1", "區".repeat(100))));

    assertThat(export.notes()).anyMatch(note -> note.kind() == ExportNote.Kind.LENGTH);
    assertThat(geoJson(export.files().get(0)))
        .contains("區".repeat(84))
        .doesNotContain("區".repeat(85), "\uFFFD");
  }

  @Test
  void cadDrawingHasShapesAndChineseText() throws IOException {
    Export export = write(new DxfFormat(), GeometryKind.POLYGON, Crs.TWD97_TM2_121, squares());
    String read = geoJson(export.files().get(0));

    assertThat(export.notes()).anyMatch(note -> note.kind() == ExportNote.Kind.CHARACTERS);
    assertThat(read).contains("西屯區", "\"Layer\": \"layer_TEXT\"");
    assertThat(count(read, "\"Layer\": \"layer\"")).isEqualTo(5);
  }

  @Test
  void spatialIndexesFindWhatLiesThere() throws IOException {
    List<Feature> many = points(3_000);
    for (FileFormat format : List.of(new GeoPackageFormat(CLOCK), new FlatGeobufFormat())) {
      Export export = write(format, GeometryKind.POINT, Crs.TWD97_TM2_121, many);
      long inside =
          many.stream()
              .filter(each -> each.geometry().getCoordinate().x <= 230_000)
              .filter(each -> each.geometry().getCoordinate().y <= 2_680_000)
              .count();
      Path part = folder.resolve("part.geojson");
      Files.deleteIfExists(part);
      Gdal.run(
          "ogr2ogr",
          "-spat",
          "210000",
          "2660000",
          "230000",
          "2680000",
          part.toString(),
          export.files().get(0).toString());
      assertThat(count(Files.readString(part), "\"type\": \"Feature\""))
          .as(format.name())
          .isEqualTo((int) inside);
    }
  }

  @Test
  void geoPackageIndexSatisfiesSqlite() throws IOException {
    for (int size : new int[] {0, 1, 51, 52, 2_601, 2_602, 3_000}) {
      Export export =
          write(new GeoPackageFormat(CLOCK), GeometryKind.POINT, Crs.TWD97_TM2_121, points(size));
      assertThat(indexCheck(export.files().get(0))).as(size + " features").isEqualTo("ok");
    }
  }

  @Test
  void controlCharactersDoNotBreakADocument() throws IOException {
    for (FileFormat format : List.of(new KmlFormat(), new DxfFormat())) {
      Export export =
          write(
              format, GeometryKind.POLYGON, Crs.CRS84, List.of(named("1", "甲\u0001乙\n<丙>&\u0000")));
      assertThat(info(export.files().get(0))).as(format.name()).doesNotContain("ERROR");
    }
  }

  private static boolean aboutNames(ExportNote note) {
    return note.kind() == ExportNote.Kind.FIELD_NAMES;
  }

  private static List<Feature> squares() {
    return List.of(
        feature("1", SQUARE_WITH_HOLE), feature("2", TWO_SQUARES), named("3", "西屯區" + RARE));
  }

  private static FeatureType type(GeometryKind kind) {
    return new FeatureType(
        "layer",
        List.of(
            new Attribute("建築物使用分區名稱", AttributeType.TEXT),
            new Attribute("建築物使用分區代碼", AttributeType.INTEGER),
            new Attribute("size", AttributeType.NUMBER),
            new Attribute("open", AttributeType.BOOLEAN),
            new Attribute("day", AttributeType.DATE),
            new Attribute("time", AttributeType.TIMESTAMP)),
        "the_geom",
        kind,
        Crs.TWD97_TM2_121);
  }

  private static Feature feature(String id, String wkt) {
    return feature(id, wkt, "西屯區" + RARE);
  }

  private static Feature named(String id, String name) {
    return feature(
        id,
        "POLYGON ((217000 2672000, 217000 2672000.001, 217000.001 2672000, 217000 2672000))",
        name);
  }

  private static Feature feature(String id, String wkt, String name) {
    Object[] values = {
      name,
      1_234_567L,
      -0.125,
      true,
      LocalDate.of(2026, 1, 2),
      OffsetDateTime.parse("2026-01-02T11:04:05.5+08:00")
    };
    try {
      Geometry geometry = wkt == null ? null : new WKTReader().read(wkt);
      return new Feature(type(GeometryKind.POLYGON), id, geometry, values);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  private static List<Feature> points(int count) {
    Random random = new Random(7);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                feature(
                    "p" + i,
                    "POINT (%d %d)"
                        .formatted(
                            210_000 + random.nextInt(40_000), 2_660_000 + random.nextInt(40_000))))
        .toList();
  }

  private Export write(FileFormat format, GeometryKind kind, Crs crs, List<Feature> features)
      throws IOException {
    return format.write(
        type(kind),
        Stream.of(features.toArray(Feature[]::new)),
        new ExportTarget(folder, "layer", crs));
  }

  private String geoJson(Path file) throws IOException {
    Path target = folder.resolve("read.geojson");
    Files.deleteIfExists(target);
    List<String> command = new ArrayList<>(List.of("ogr2ogr", target.toString(), file.toString()));
    if (file.toString().endsWith(".csv")) {
      command.addAll(List.of("-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "AUTODETECT_TYPE=YES"));
    }
    Gdal.run(command.toArray(String[]::new));
    return Files.readString(target);
  }

  private static String info(Path file) throws IOException {
    return Gdal.run("ogrinfo", "-ro", "-al", "-so", file.toString());
  }

  private static String area(Path file) throws IOException {
    String layer = file.getFileName().toString().replaceAll("\\..*", "");
    List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro", "-dialect", "OGRSQL"));
    command.addAll(
        List.of("-sql", "SELECT SUM(OGR_GEOM_AREA) AS answer FROM \"%s\"".formatted(layer)));
    command.add(file.toString());
    if (file.toString().endsWith(".csv")) {
      command.addAll(List.of("-oo", "GEOM_POSSIBLE_NAMES=wkt"));
    }
    return Gdal.run(command.toArray(String[]::new));
  }

  private static String indexCheck(Path file) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet row =
            connection.createStatement().executeQuery("SELECT rtreecheck('rtree_layer_geom')")) {
      return row.getString(1);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static double number(String answer) {
    return Double.parseDouble(answer.replaceAll("(?s).*answer \\(Real\\) = ([-0-9.e]+).*", "$1"));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
