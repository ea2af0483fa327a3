package org.tuguan.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tuguan.api.imports.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Tables and views that are in the database before anybody publishes them. */
@ImportServer
class PublishTablesTest {
  private static final String TABLES =
      """
      CREATE SCHEMA IF NOT EXISTS works;
      CREATE TABLE works.pipes (no integer PRIMARY KEY, "材質" text, laid date, at timestamp,
        geom geometry(LineString, 3826));
      INSERT INTO works.pipes VALUES (1, '鑄鐵', '2020-01-02', NULL,
        ST_GeomFromText('LINESTRING (216000 2672000, 217000 2673000)', 3826));
      CREATE TABLE works.later (id bigint, geom geometry(Point, 3826));
      CREATE VIEW works.awaited AS SELECT id, geom FROM works.later WHERE id > 0;
      CREATE VIEW works.valves AS
        SELECT 'v' || i AS code, 'same' AS kind, ST_SetSRID(ST_MakePoint(216000 + i, 2672000), 3828) AS place
        FROM generate_series(1, 5) AS i;
      CREATE TABLE works.keyless (a integer, geom geometry(Point, 4326));
      INSERT INTO works.keyless VALUES (1, ST_SetSRID(ST_MakePoint(120, 24), 4326)), (1, NULL);
      CREATE TABLE works.nowhere (id integer PRIMARY KEY, geom geometry);
      INSERT INTO works.nowhere VALUES (1, ST_MakePoint(1, 2));
      CREATE TABLE works.foreigner (id integer PRIMARY KEY, geom geometry(Point, 27700));
      CREATE TABLE works.two (id uuid PRIMARY KEY, a geometry(Point, 4326), b geometry(Polygon, 4326));
      CREATE TABLE works.plain (id integer PRIMARY KEY);
      """;

  private Api api;

  @BeforeAll
  static void makeTables(@LocalServerPort int port) {
    ImportDatabase.DATABASE.execute(TABLES);
  }

  @BeforeEach
  void connect(@LocalServerPort int port) {
    api = new Api(port);
  }

  private JsonNode listed(String table) throws IOException {
    for (JsonNode each : api.get("/tables").json()) {
      if (each.path("schema").asString().equals("works")
          && each.path("table").asString().equals(table)) {
        return each;
      }
    }
    throw new AssertionError(table + " is not listed");
  }

  @Test
  void tableIsPublishedWhereItLies() throws IOException {
    assertThat(listed("pipes").path("key").asString()).isEqualTo("no");
    assertThat(listed("pipes").path("crs").asString()).isEqualTo("EPSG:3826");
    assertThat(listed("pipes").path("geometry").asString()).isEqualTo("LINE");

    Answer answer = api.post("/layers", "{\"table\":\"works.pipes\",\"title\":\"管線\"}");

    assertThat(answer.status()).isEqualTo(201);
    JsonNode layer = api.get("/layers/pipes").json();
    assertThat(layer.path("count").asLong()).isEqualTo(1);
    assertThat(layer.path("key").asString()).isEqualTo("no");
    assertThat(layer.path("attributes").path(0).path("name").asString()).isEqualTo("材質");
    assertThat(layer.path("extent").path(0).asDouble()).isBetween(120.6, 120.7);
    assertThat(listed("pipes").path("published").asString()).isEqualTo("pipes");
    assertThat(api.get("/layers/pipes/thumbnail.png").status()).isEqualTo(200);

    assertThat(api.delete("/layers/pipes").status()).isEqualTo(204);
    assertThat(listed("pipes").path("published").isNull()).isTrue();
  }

  @Test
  void viewInTwd67IsPublishedByAColumnProvenUnique() throws IOException {
    JsonNode done = api.post("/layers", "{\"table\":\"works.valves\"}").json();

    assertThat(done.path("key").asString()).isEqualTo("code");
    assertThat(done.path("crs").asString()).isEqualTo("EPSG:3828");
    JsonNode extent = api.get("/layers/valves").json().path("extent");
    // 216000, 2672000 in TWD67 is 120.673 degrees east; without the shift it would be 120.665.
    assertThat(extent.path(0).asDouble()).isBetween(120.6725, 120.6745);
  }

  @Test
  void viewWithoutRowsIsPublishedByTheKeyThatIsNamedAndByNoGuess() throws IOException {
    assertRefused("{\"table\":\"works.awaited\"}", 400, "key", "--key");

    Answer named = api.post("/layers", "{\"table\":\"works.awaited\",\"key\":\"id\"}");

    assertThat(named.status()).as(named.json().toString()).isEqualTo(201);
    assertThat(named.json().path("key").asString()).isEqualTo("id");
  }

  @Test
  void whatCannotBePublishedSaysWhy() throws IOException {
    assertRefused("{\"table\":\"works.keyless\"}", 400, "key", "--key");
    assertRefused("{\"table\":\"works.keyless\",\"key\":\"a\"}", 400, "key", "repeated");
    assertRefused("{\"table\":\"works.nowhere\"}", 400, "table", "UpdateGeometrySRID");
    assertRefused("{\"table\":\"works.foreigner\"}", 400, "table", "27700");
    assertRefused("{\"table\":\"works.two\"}", 400, "geometry", "may mean");
    assertRefused("{\"table\":\"works.plain\"}", 404, "table", "no table");
    assertRefused("{\"table\":\"x'; DROP TABLE works.pipes; --\"}", 404, "table", "no table");
    assertRefused("{}", 400, "table", "missing");
    assertThat(listed("nowhere").path("problem").path("en").asString()).contains("SRID 0");
    assertThat(listed("keyless").path("problem").path("zh").asString()).contains("主鍵");
  }

  private void assertRefused(String body, int status, String parameter, String words)
      throws IOException {
    Answer answer = api.post("/layers", body);
    assertThat(answer.status()).as(body).isEqualTo(status);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.json().path("detail").asString()).contains(words);
  }

  @Test
  void oneOfTwoGeometriesIsPublished() throws IOException {
    assertThat(
            api.post("/layers", "{\"table\":\"two\",\"geometry\":\"b\",\"name\":\"second\"}")
                .status())
        .isEqualTo(201);
    assertThat(api.get("/layers/second").json().path("geometry").asString()).isEqualTo("POLYGON");
  }

  @Test
  void importDoesNotReplaceAPublishedTable() throws IOException {
    api.post("/layers", "{\"table\":\"works.pipes\",\"name\":\"guarded\"}");

    Answer answer = api.upload("guarded.csv", "lon,lat\n120,24\n");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(api.delete("/layers/guarded").status()).isEqualTo(204);
    assertThat(listed("pipes").path("key").asString()).isEqualTo("no");
  }

  @Test
  void stylesAreReadBeforeTheyAreKept() throws IOException {
    api.upload("styled.csv", "lon,lat\n120,24\n");

    assertThat(api.put("/layers/styled/styles/red", "<broken").status()).isEqualTo(400);
    assertThat(
            api.put(
                    "/layers/styled/styles/red",
                    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
                .status())
        .isEqualTo(400);
    Answer kept =
        api.put(
            "/layers/styled/styles/red?title=" + Api.encoded("紅點"),
            """
            <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"><NamedLayer><Name>a</Name>
            <UserStyle><FeatureTypeStyle><Rule><PointSymbolizer/></Rule></FeatureTypeStyle></UserStyle>
            </NamedLayer></StyledLayerDescriptor>""");

    assertThat(kept.status()).isEqualTo(204);
    JsonNode styles = api.get("/layers/styled").json().path("styles");
    assertThat(styles.path(0).path("name").asString()).isEqualTo("default");
    assertThat(styles.path(1).path("title").path("zh").asString()).isEqualTo("紅點");
  }
}
