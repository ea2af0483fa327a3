package org.tuguan.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;

/** Shapefiles and GeoPackages as GDAL writes them. */
class ShapefileReaderTest {
  private static final String DISTRICTS =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"名稱":"西屯區","code":"01","n":5,"f":1.25,"day":"2026/01/02"},
       "geometry":{"type":"Polygon","coordinates":[[[120,24],[120.4,24],[120.4,24.4],[120,24.4],[120,24]],
       [[120.1,24.1],[120.1,24.2],[120.2,24.2],[120.2,24.1],[120.1,24.1]]]}},
      {"type":"Feature","properties":{"名稱":"南屯區豐樂里","code":"02","n":-6,"f":null,"day":null},
       "geometry":{"type":"MultiPolygon","coordinates":[[[[121,24],[121.1,24],[121.1,24.1],[121,24]]],
       [[[122,24],[122.1,24],[122.1,24.1],[122,24]]]]}}]}
      """;

  @TempDir Path folder;

  private Path made(String name, String... options) throws IOException {
    Path source = Files.writeString(folder.resolve("source.geojson"), DISTRICTS);
    return Gdal.convert(source, folder.resolve(name), options);
  }

  private Path zipped(String name, Path... parts) throws IOException {
    Path zip = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Path part : parts) {
        out.putNextEntry(new ZipEntry("data/" + part.getFileName()));
        Files.copy(part, out);
      }
    }
    return zip;
  }

  private Path sibling(Path shp, String ending) {
    return shp.resolveSibling(shp.getFileName().toString().replace(".shp", ending));
  }

  private static void assertDistricts(Imported read) {
    assertThat(read.columns())
        .containsExactly("名稱:TEXT", "code:TEXT", "n:INTEGER", "f:NUMBER", "day:DATE");
    assertThat(read.row(0))
        .containsEntry("名稱", "西屯區")
        .containsEntry("code", "01")
        .containsEntry("n", 5L)
        .containsEntry("f", 1.25)
        .containsEntry("day", LocalDate.of(2026, 1, 2));
    assertThat(read.row(1)).containsEntry("名稱", "南屯區豐樂里").doesNotContainKeys("f", "day");
    assertThat(read.plan().shape().type()).isEqualTo("MultiPolygon");
    assertThat(read.lines().get(0).geometry().getArea()).isBetween(0.1499, 0.1501);
    assertThat(read.lines().get(1).geometry().getNumGeometries()).isEqualTo(2);
    assertThat(read.lines()).allMatch(each -> each.geometry().isValid());
  }

  @Test
  void zippedShapefileInBig5IsReadByItsCpg() throws IOException {
    Path shp = made("a.shp", "-lco", "ENCODING=BIG5");
    Files.writeString(sibling(shp, ".cpg"), "BIG5");

    Imported read =
        Imported.of(
            zipped("a.zip", shp, sibling(shp, ".dbf"), sibling(shp, ".prj"), sibling(shp, ".cpg")),
            ReadOptions.NONE);

    assertDistricts(read);
    assertThat(read.plan().encoding().orElseThrow().reason().en()).contains(".cpg");
    assertThat(read.plan().crs().crs()).isEqualTo(Crs.WGS84);
  }

  @Test
  void withoutCpgTheLanguageDriverIsAskedThenTheText() throws IOException {
    Path shp = made("a.shp", "-lco", "ENCODING=BIG5");
    Files.deleteIfExists(sibling(shp, ".cpg"));
    byte[] dbf = Files.readAllBytes(sibling(shp, ".dbf"));

    dbf[29] = 0x57;
    Files.write(sibling(shp, ".dbf"), dbf);
    Imported detected = Imported.of(shp, ReadOptions.NONE);
    dbf[29] = 0x78;
    Files.write(sibling(shp, ".dbf"), dbf);
    Imported driven = Imported.of(shp, ReadOptions.NONE);

    assertDistricts(detected);
    assertThat(detected.plan().encoding().orElseThrow().reason().en()).startsWith("detected");
    assertDistricts(driven);
    assertThat(driven.plan().encoding().orElseThrow().reason().en()).contains("0x78");
  }

  @Test
  void userWordOnEncodingBeatsTheCpg() throws IOException {
    Path shp = made("a.shp", "-lco", "ENCODING=UTF-8");
    Files.writeString(sibling(shp, ".cpg"), "BIG5");

    assertDistricts(Imported.of(shp, Imported.encoding(StandardCharsets.UTF_8)));
  }

  @Test
  void projectionFileTellsTheSystem() throws IOException {
    Path shp = made("a.shp", "-t_srs", "EPSG:3826", "-lco", "ENCODING=UTF-8");

    Imported read = Imported.of(shp, ReadOptions.NONE);

    assertThat(read.plan().stored()).isEqualTo(Crs.TWD97_TM2_121);
    assertThat(read.plan().extent().orElseThrow().minX()).isBetween(119.99, 120.01);
  }

  @Test
  void shapesWithHeightAndMeasureArePlane() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("source.geojson"),
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"a":1},"geometry":
             {"type":"MultiPoint","coordinates":[[120,24,7],[121,25,8]]}}]}
            """);

    for (String dimension : List.of("XYZ", "XYM", "XYZM")) {
      Path shp = Gdal.convert(source, folder.resolve(dimension + ".shp"), "-dim", dimension);
      assertThat(Imported.of(shp, ReadOptions.NONE).wkt(0))
          .isEqualTo("MULTIPOINT ((120 24), (121 25))");
    }
  }

  @Test
  void severalShapefilesAreChosenByName() throws IOException {
    Path a = made("a.shp");
    Path b = made("b.shp");
    Path zip = zipped("both.zip", a, b, sibling(b, ".dbf"));

    try (ImportFile file = ImportFile.open(zip, "both.zip", ReadOptions.NONE, Imported.LIMITS)) {
      assertThat(file.readers()).extracting(FeatureReader::name).containsExactly("a", "b");
    }
  }

  @Test
  void shapefileThatIsCutOffIsRefused() throws IOException {
    Path shp = made("a.shp");
    byte[] whole = Files.readAllBytes(shp);
    try (OutputStream out = Files.newOutputStream(shp)) {
      out.write(whole, 0, whole.length - 20);
    }

    assertThatThrownBy(() -> Imported.of(shp, ReadOptions.NONE))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNREADABLE_DATA))
        .hasMessageContaining("record 2");
  }

  @Test
  void geoPackageIsRead() throws IOException {
    Path file = made("a.gpkg", "-nln", "區界", "-t_srs", "EPSG:3826");

    Imported read = Imported.of(file, ReadOptions.NONE);

    assertThat(read.plan().stored()).isEqualTo(Crs.TWD97_TM2_121);
    assertThat(read.keys()).containsExactly(1L, 2L);
    assertThat(read.columns()).contains("名稱:TEXT", "code:TEXT", "n:INTEGER", "f:NUMBER");
    assertThat(read.row(1)).containsEntry("名稱", "南屯區豐樂里");
    assertThat(read.lines().get(0).geometry().getArea()).isGreaterThan(1e9);
  }

  @Test
  void databaseThatIsNoGeoPackageIsRefused() throws IOException {
    Path file = folder.resolve("a.gpkg");
    Files.writeString(file, "SQLite format 3\0 and then nothing of the kind");

    assertThatThrownBy(() -> Imported.of(file, ReadOptions.NONE))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("GeoPackage");
  }
}
