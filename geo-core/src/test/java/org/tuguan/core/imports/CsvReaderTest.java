package org.tuguan.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

class CsvReaderTest {
  @TempDir Path folder;

  private Imported read(String content) throws IOException {
    return Imported.text(folder, "a.csv", content);
  }

  @ParameterizedTest
  @CsvSource({
    "lon,lat",
    "Longitude,Latitude",
    "經度,緯度",
    "X坐標,Y坐標",
    "wgs84經度,wgs84緯度",
    "東經,北緯",
    "lng,LAT",
    "px,py"
  })
  void coordinateColumnsAreKnownByName(String x, String y) throws IOException {
    assertThat(read("a,%s,%s\n1,120.5,24.5\n".formatted(x, y)).wkt(0))
        .isEqualTo("POINT (120.5 24.5)");
  }

  @ParameterizedTest
  @CsvSource({"TWD97X,TWD97Y", "X_97,Y_97", "twd97_x,twd97_y", "TM2_X,TM2_Y", "橫坐標,縱坐標", "x,y"})
  void metresAreTakenAsTwd97(String x, String y) throws IOException {
    Imported read = read("%s,%s\n217000.5,2672000\n".formatted(x, y));

    assertThat(read.plan().stored()).isEqualTo(Crs.TWD97_TM2_121);
    assertThat(read.wkt(0)).isEqualTo("POINT (217000.5 2672000)");
  }

  /** The accepted four-parameter result: 807.8 m and a little east, 248.6 m and a little south. */
  @ParameterizedTest
  @CsvSource({"TWD67_X,TWD67_Y,", "x,y,EPSG:3828"})
  void twd67LandsWhereItBelongs(String x, String y, String crs) throws IOException {
    Imported read =
        Imported.text(
            folder,
            "a.csv",
            "%s,%s\n216000,2672000\n".formatted(x, y),
            crs == null ? ReadOptions.NONE : Imported.crs(Crs.TWD67_TM2_121));

    double east = 216000 + 807.8 + 1.549e-5 * 216000 + 6.521e-6 * 2672000;
    double north = 2672000 - 248.6 + 1.549e-5 * 2672000 + 6.521e-6 * 216000;
    assertThat(read.plan().stored()).isEqualTo(Crs.TWD97_TM2_121);
    Coordinate point = read.lines().get(0).geometry().getCoordinate();
    assertThat(point.x).isCloseTo(east, within(3.0));
    assertThat(point.y).isCloseTo(north, within(3.0));
    assertThat(read.plan().warnings()).anyMatch(each -> each.en().contains("TWD67"));
    Coordinate lonLat =
        CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.CRS84)
            .apply(read.lines().get(0).geometry())
            .getCoordinate();
    assertThat(read.plan().extent().orElseThrow().minX()).isCloseTo(lonLat.x, within(1e-9));
  }

  @Test
  void typesAreInferredAndCodesStayText() throws IOException {
    Imported read =
        read(
            """
            lon,lat,code,n,f,day,at,yes,phone,mixed,empty,big
            120,24,01,5,1.5,2026/3/4,2026-03-04 05:06,true,0423456789,1,,12345678901234567890
            121,25,10,-7,2,2026-12-31,2026-03-04T05:06:07Z,FALSE,0912,x,,1
            """);

    assertThat(read.columns())
        .containsExactly(
            "lon:INTEGER",
            "lat:INTEGER",
            "code:TEXT",
            "n:INTEGER",
            "f:NUMBER",
            "day:DATE",
            "at:TIMESTAMP",
            "yes:BOOLEAN",
            "phone:TEXT",
            "mixed:TEXT",
            "empty:TEXT",
            "big:TEXT");
    assertThat(read.row(0))
        .containsEntry("code", "01")
        .containsEntry("at", OffsetDateTime.parse("2026-03-04T05:06+08:00"));
  }

  @Test
  void columnOfIdsIsTheKeyIfItCanBe() throws IOException {
    assertThat(read("id,x,y\n30,120,24\n20,121,24\n").keys()).containsExactly(30L, 20L);
    assertThat(read("id,x,y\n30,120,24\n30,121,24\n").keys()).containsExactly(1L, 2L);
    assertThat(read("id,x,y\na7,120,24\n8,121,24\n").keys()).containsExactly("a7", "8");
  }

  @Test
  void wantedKeyMustBeUnique() {
    assertThatThrownBy(
            () -> Imported.text(folder, "a.csv", "k,x,y\n1,120,24\n1,121,24\n", Imported.key("k")))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("key='k'");
  }

  @Test
  void badRowsAreNamedByLineAndReason() throws IOException {
    Imported read =
        read(
            """
            name,lon,lat
            a,120.1,24.1
            "b
            c",120.2,
            d,x,24
            e,120,24,7
            f,,
            g,24,120

            h,120.3,24.3
            """);

    assertThat(read.lines()).hasSize(2);
    assertThat(read.bad())
        .containsExactly(
            "3 lat is not a number: ''",
            "5 lon is not a number: 'x'",
            "6 4 fields instead of 3",
            "7 no coordinates",
            "8 coordinates look like degrees with latitude and longitude exchanged");
  }

  @Test
  void big5IsRecognisedByItsText() throws IOException {
    String table = "名稱,經度,緯度\n臺中市西屯區公所,120.64,24.18\n文化中心圖書館,120.66,24.14\n";

    Imported read =
        Imported.bytes(folder, "a.csv", table.getBytes(TextEncoding.CP950), ReadOptions.NONE);

    assertThat(read.plan().encoding().orElseThrow().charset()).isEqualTo(TextEncoding.CP950);
    assertThat(read.row(0)).containsEntry("名稱", "臺中市西屯區公所");
  }

  @Test
  void userWordOnEncodingComesFirstAndWhatDoesNotFitIsBad() throws IOException {
    String table = "name,lon,lat\nplain,120,24\n臺中,121,24\n";

    Imported read =
        Imported.bytes(
            folder,
            "a.csv",
            table.getBytes(TextEncoding.CP950),
            Imported.encoding(StandardCharsets.UTF_8));

    assertThat(read.bad()).containsExactly("3 column name has bytes that are not UTF-8");
  }

  @Test
  void separatorsMarksAndGzipAreSeenThrough() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("\uFEFFx;y;z\n120;24;\"a;b\"\n".getBytes(StandardCharsets.UTF_8));
    }

    Imported read = Imported.bytes(folder, "a.csv.gz", packed.toByteArray(), ReadOptions.NONE);

    assertThat(read.columns()).containsExactly("x:INTEGER", "y:INTEGER", "z:TEXT");
    assertThat(read.row(0)).containsEntry("z", "a;b");
  }

  @Test
  void utf16OfSpreadsheetsIsRead() throws IOException {
    byte[] text = "\uFEFFx\ty\tn\n120\t24\t臺中\n".getBytes(StandardCharsets.UTF_16LE);

    assertThat(Imported.bytes(folder, "a.txt", text, ReadOptions.NONE).row(0))
        .containsEntry("n", "臺中");
  }

  @Test
  void wellKnownTextIsRead() throws IOException {
    Imported read = read("id,wkt\n1,\"SRID=3826;LINESTRING (217000 2672000, 217100 2672000)\"\n");

    assertThat(read.plan().stored()).isEqualTo(Crs.TWD97_TM2_121);
    assertThat(read.columns()).containsExactly("id:INTEGER");
  }

  @Test
  void namedColumnsAreUsed() throws IOException {
    ReadOptions options =
        new ReadOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.of("左"),
            Optional.of("右"),
            Optional.empty(),
            Optional.empty());

    assertThat(Imported.text(folder, "a.csv", "左,右,x,y\n120,24,1,1\n", options).wkt(0))
        .isEqualTo("POINT (120 24)");
  }

  @Test
  void tableWithoutCoordinatesSaysWhatIsUsual() {
    assertUnreadable("a,b\n1,2\n", "--x", "a, b");
    assertUnreadable("\u0000\u0001\u0002garbage,\u0000", "NUL");
    assertUnreadable("lon,lat\n", "no records");
  }

  @Test
  void quotationMarkLeftOpenIsRefused() {
    assertUnreadable("lon,lat,n\n120,24,\"open\n121,24,x\n", "not a table of text");
  }

  private void assertUnreadable(String content, String... words) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNREADABLE_DATA))
        .message()
        .contains(words);
  }
}
