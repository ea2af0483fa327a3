package org.tuguan.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.imports.Api.Answer;
import org.tuguan.core.imports.Gdal;
import tools.jackson.databind.JsonNode;

@ImportServer
class ImportOverHttpTest {
  private static final String POINTS =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":1,"properties":{"name":"甲","n":1},"geometry":{"type":"Point","coordinates":[120.6,24.1]}},
      {"type":"Feature","id":2,"properties":{"name":"乙\\\\\\t","n":null},"geometry":{"type":"Point","coordinates":[120.7,24.2]}}]}
      """;

  private Api api;
  private JdbcClient jdbc;

  @BeforeEach
  void connect(@LocalServerPort int port, @Autowired DataSource database) {
    api = new Api(port);
    jdbc = JdbcClient.create(database);
  }

  private long rows(String table) {
    return jdbc.sql("SELECT count(*) FROM layers.\"%s\"".formatted(table))
        .query(Long.class)
        .single();
  }

  private boolean exists(String table) {
    return jdbc.sql("SELECT to_regclass('layers.\"%s\"') IS NOT NULL".formatted(table))
        .query(Boolean.class)
        .single();
  }

  @Test
  void previewShowsWhatWasFoundAndWritesNothing() throws IOException {
    Answer answer = api.upload("看看.geojson", POINTS, "dry_run", "true");

    JsonNode found = answer.json();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(found.path("layer").asString()).isEqualTo("看看");
    assertThat(found.path("count").asLong()).isEqualTo(2);
    assertThat(found.path("geometry").asString()).isEqualTo("POINT");
    assertThat(found.path("crs").asString()).isEqualTo("EPSG:4326");
    assertThat(found.path("encoding").asString()).isEqualTo("UTF-8");
    assertThat(found.path("extent").path(3).asDouble()).isEqualTo(24.2);
    assertThat(found.path("sample").path(0).path("name").asString()).isEqualTo("甲");
    assertThat(found.path("attributes").path(1).path("type").asString()).isEqualTo("INTEGER");
    assertThat(colours(found.path("map").asString())).isGreaterThan(1);
    assertThat(exists("看看")).isFalse();
  }

  private static int colours(String dataUri) throws IOException {
    assertThat(dataUri).startsWith("data:image/png;base64,");
    byte[] png = Base64.getDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    return (int)
        Arrays.stream(
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
            .distinct()
            .count();
  }

  @Test
  void importPublishesALayerAndAgainUpdatesIt() throws IOException {
    Answer first = api.upload("points.geojson", POINTS, "title", "點位", "date", "2026-01-02");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("location")).isEqualTo("/api/v1/layers/points");
    assertThat(first.json().path("created").asBoolean()).isTrue();
    JsonNode layer = api.get("/layers/points").json();
    assertThat(layer.path("title").path("zh").asString()).isEqualTo("點位");
    assertThat(layer.path("data_date").asString()).isEqualTo("2026-01-02");
    assertThat(layer.path("count").asLong()).isEqualTo(2);
    assertThat(
            jdbc.sql("SELECT name FROM layers.points WHERE fid = 2").query(String.class).single())
        .isEqualTo("乙\\\t");

    assertThat(
            api.patch("/layers/points", "{\"title\":{\"zh\":\"改名\",\"en\":\"Renamed\"}}").status())
        .isEqualTo(204);
    Answer second =
        api.upload(
            "points.geojson",
            "{\"type\":\"Feature\",\"id\":5,\"geometry\":{\"type\":\"Point\",\"coordinates\":[121,24]}}");

    assertThat(second.json().path("created").asBoolean()).isFalse();
    assertThat(rows("points")).isEqualTo(1);
    assertThat(api.get("/layers/points").json().path("title").path("zh").asString())
        .isEqualTo("改名");
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM pg_indexes WHERE schemaname = 'layers' AND tablename = 'points'")
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void badRowsStopEverythingUnlessTheyAreSkipped() throws IOException {
    String table = "lon,lat,name\n120.5,24.5,甲\nx,24.5,乙\n";

    Answer refused = api.upload("partly.csv", table);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("detail").asString()).contains("partly", "line 3", "skip_bad");
    assertThat(exists("partly")).isFalse();
    Answer skipped = api.upload("partly.csv", table, "skip_bad", "true");
    assertThat(skipped.status()).isEqualTo(201);
    assertThat(skipped.json().path("bad_count").asInt()).isEqualTo(1);
    assertThat(skipped.json().path("bad_rows").path(0).path("line").asInt()).isEqualTo(3);
    assertThat(rows("partly")).isEqualTo(1);
  }

  @Test
  void whatFailsLeavesTheLayerAsItWas() throws IOException {
    api.upload("kept.geojson", POINTS);

    assertThat(api.upload("kept.geojson", POINTS.substring(0, 200)).status()).isEqualTo(422);
    assertThat(api.upload("kept.csv", "lon,lat\n1,2\n3,\n").status()).isEqualTo(422);
    assertThat(api.upload("kept.geojson", POINTS, "theme", "no-such").status()).isEqualTo(400);

    assertThat(rows("kept")).isEqualTo(2);
    assertThat(
            jdbc.sql("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'import %'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void unreadableFilesAreRefusedByNameAndTheServerGoesOn() throws IOException {
    long before = temporaryFiles();
    String[][] files = {
      {"page.geojson", "<html><body>Not found</body></html>"},
      {"cut.zip", "PK\u0003\u0004 and no more"},
      {"garbage.csv", "\u0000\u0001\u0002\u0003"},
      {"words.csv", "one,two\nthree,four\n"},
      {"none.gpkg", "SQLite format 3\u0000 nothing"},
      {"broken.tif", "II*\u0000 nothing"}
    };

    for (String[] file : files) {
      Answer answer = api.upload(file[0], file[1]);
      assertThat(answer.status()).as(file[0]).isEqualTo(422);
      assertThat(answer.header("content-type")).startsWith("application/problem+json");
      assertThat(answer.json().path("parameter").asString()).isEqualTo("file");
      assertThat(answer.json().path("detail").asString()).contains(file[0].split("\\.")[0]);
      assertThat(answer.json().path("message").path("zh").asString())
          .as("for the portal in Chinese")
          .containsPattern("\\p{IsHan}{2}");
    }

    assertThat(api.upload("after.geojson", POINTS).status()).isEqualTo(201);
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  private static long temporaryFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(each -> each.startsWith("tuguan-upload-") || each.startsWith("tuguan-import-"))
          .count();
    }
  }

  @Test
  void wrongOptionsAreRefusedByName() throws IOException {
    assertRefused("encoding", "klingon");
    assertRefused("crs", "EPSG:1");
    assertRefused("name", "a b/c");
    assertRefused("date", "yesterday");
    assertRefused("colour", "red");
    assertRefused("agency", "nobody");
    assertThat(api.post("/imports", "{}").status()).isEqualTo(415);
  }

  private void assertRefused(String option, String value) throws IOException {
    Answer answer = api.upload("options.geojson", POINTS, option, value);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(option);
  }

  @Test
  void fileThatIsTooLargeIsRefusedInWords() throws IOException {
    Answer answer = api.upload("large.csv", new byte[3 << 20]);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("detail").asString()).contains("2 MB");
  }

  @Test
  void importTakesAnAccount() throws IOException {
    assertThat(api.uploadWithoutAccount("points.geojson", POINTS).status()).isIn(401, 403);
  }

  @Test
  void encodingOfTheUserIsTaken() throws IOException {
    byte[] big5 = "lon,lat,名稱\n120.5,24.5,裏\n".getBytes(Charset.forName("x-windows-950"));

    JsonNode found = api.upload("rare.csv", big5, "dry_run", "true", "encoding", "big5").json();

    assertThat(found.path("sample").path(0).path("名稱").asString()).isEqualTo("裏");
    assertThat(found.path("encoding_reason").path("en").asString()).contains("user");
  }

  @Test
  void thumbnailIsDrawnAndRevalidated() throws IOException {
    api.upload("thumb.geojson", POINTS);

    Answer answer = api.get("/layers/thumb/thumbnail.png");

    assertThat(answer.status()).isEqualTo(200);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(image.getWidth()).isEqualTo(320);
    assertThat(image.getHeight()).isEqualTo(200);
    assertThat(answer.header("etag")).isNotEmpty();
  }

  @Test
  void deletedImportTakesItsTableWithIt() throws IOException {
    api.upload("gone.geojson", POINTS);

    assertThat(api.delete("/layers/gone").status()).isEqualTo(204);

    assertThat(api.get("/layers/gone").status()).isEqualTo(404);
    assertThat(exists("gone")).isFalse();
    assertThat(api.delete("/layers/gone").status()).isEqualTo(404);
  }

  @Test
  void geoTiffIsPublishedAsARaster(@TempDir Path folder) throws IOException {
    Path points = Files.writeString(folder.resolve("p.geojson"), POINTS);
    Path tiff = folder.resolve("dem.tif");
    Gdal.run(
        "gdal_rasterize",
        "-burn",
        "7",
        "-ts",
        "40",
        "30",
        "-a_srs",
        "EPSG:4326",
        "-ot",
        "Int16",
        "-te",
        "120",
        "24",
        "121",
        "25",
        points.toString(),
        tiff.toString());

    Answer answer = api.upload("dem.tif", Files.readAllBytes(tiff));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(api.get("/layers/dem").json().path("kind").asString()).isEqualTo("raster");
    Answer picture = api.get("/layers/dem/thumbnail.png");
    assertThat(picture.status()).isEqualTo(200);
    assertThat(api.delete("/layers/dem").status()).isEqualTo(204);
    assertThat(jdbc.sql("SELECT count(*) FROM tuguan.raster_file").query(Long.class).single())
        .isZero();
  }
}
