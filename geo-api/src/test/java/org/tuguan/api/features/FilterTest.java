package org.tuguan.api.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** OGC API Features Part 3: CQL2 against the database, class by class. */
@OgcTest
class FilterTest {
  @LocalServerPort private int port;

  private Ogc ogc;

  @BeforeEach
  void connect() {
    ogc = new Ogc(port);
  }

  private int matches(String collection, String filter) {
    return ogc.json("/collections/" + collection + "/items?limit=1&filter=" + Ogc.encode(filter))
        .get("numberMatched")
        .asInt();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n = 5 | 1",
        "n <> 5 | 999",
        "n < 10 | 10",
        "n <= 10 | 11",
        "area > 99.85 | 1",
        "n >= 990.5 | 9",
        "行政區 = '西屯區' | 250",
        "\"two words\" IS NULL | 100",
        "\"two words\" IS NOT NULL AND n < 100 | 90",
        "NOT (n < 10 OR n >= 20) | 10",
        "open = TRUE AND n < 10 | 5",
        "open | 500",
        "NOT open | 500",
        "built = DATE('2020-01-01') | 3",
        "seen < TIMESTAMP('2019-12-31T20:00:00Z') | 4",
        "TRUE | 1000",
        "FALSE | 0",
        "1 = 2 OR n = 3 | 1"
      })
  void basicComparisons(String filter, int count) {
    assertThat(matches("places", filter)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name LIKE 'place 1_' | 10",
        "name LIKE 'place 99%' | 11",
        "name NOT LIKE 'place%' | 0",
        "name LIKE 'PLACE%' | 0",
        "name LIKE '100\\%' | 0",
        "name LIKE '\\place 7' | 1",
        "行政區 LIKE '_屯%' | 750",
        "n BETWEEN 10 AND 19 | 10",
        "n NOT BETWEEN 10 AND 19 | 990",
        "built BETWEEN DATE('2020-01-01') AND DATE('2020-01-02') | 6",
        "n IN (1, 2, 3, 5000) | 3",
        "n NOT IN (1, 2, 3) | 997",
        "行政區 IN ('中區', '西屯區') | 500",
        "CASEI(name) = CASEI('PLACE 7') | 1",
        "CASEI(name) LIKE CASEI('PLACE 7%') | 111",
        "CASEI(name) IN (CASEI('Place 1'), CASEI('pLACE 2')) | 2",
        "CASEI(行政區) = '中區' | 250",
        "n = area | 1",
        "name = \"two words\" | 0",
        "n < area + 1 | 2",
        "n * 2 + 1 = 7 | 1",
        "n / 2 = 1.5 | 1",
        "-n = -3 | 1",
        "1 / n > 0.4 | 2"
      })
  void advancedComparisons(String filter, int count) {
    assertThat(matches("places", filter)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "S_INTERSECTS(geom, POINT(120.65 24.05)) | 1",
        "S_INTERSECTS(geom, POINT(120.7 24.05)) | 2",
        "S_INTERSECTS(geom, BBOX(120.65, 24.05, 120.75, 24.06)) | 2",
        "S_INTERSECTS(geometry, LINESTRING(120.65 24.05, 120.85 24.05)) | 3",
        "S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(120.65 24.05), POINT(120.85 24.05))) | 2",
        "S_DISJOINT(geom, POINT(120.65 24.05)) | 2",
        "S_DISJOINT(geom, BBOX(-60,-60,-50,-50)) | 3",
        "S_EQUALS(geom, POLYGON((120.6 24,120.6 24.1,120.7 24.1,120.7 24,120.6 24))) | 1",
        "S_TOUCHES(geom, POLYGON((120.5 24,120.6 24,120.6 24.1,120.5 24.1,120.5 24))) | 1",
        "S_WITHIN(geom, BBOX(120.5, 23.9, 120.85, 24.2)) | 2",
        "S_CONTAINS(geom, POINT(120.65 24.05)) | 1",
        "S_WITHIN(POINT(120.65 24.05), geom) | 1",
        "S_OVERLAPS(geom, BBOX(120.65, 24.05, 120.75, 24.2)) | 2",
        "S_CROSSES(geom, LINESTRING(120.5 24.05, 120.65 24.05)) | 1",
        "S_CROSSES(LINESTRING(120.5 24.05, 120.65 24.05), geom) | 1",
        "S_EQUALS(geom, geom) | 3",
        "geom IS NOT NULL | 3",
        "S_INTERSECTS(geom, BBOX(-180,-90,180,90)) AND name = 'area 1' | 1"
      })
  void spatialConditions(String filter, int count) {
    assertThat(matches("areas", filter)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "T_AFTER(built, DATE('2020-12-30')) | 2",
        "T_BEFORE(built, DATE('2020-01-03')) | 6",
        "T_EQUALS(built, DATE('2020-01-01')) | 3",
        "T_INTERSECTS(built, INTERVAL('2020-01-01','2020-01-02')) | 6",
        "T_DISJOINT(built, INTERVAL('2020-01-03','..')) | 6",
        "T_DURING(built, INTERVAL('2020-01-01','2020-01-04')) | 6",
        "T_CONTAINS(INTERVAL('2020-01-01','2020-01-04'), built) | 6",
        "T_STARTS(built, INTERVAL('2020-01-01','2020-01-04')) | 3",
        "T_STARTEDBY(INTERVAL('2020-01-01','2020-01-04'), built) | 3",
        "T_FINISHES(built, INTERVAL('2020-01-01','2020-01-04')) | 3",
        "T_FINISHEDBY(INTERVAL('2020-01-01','2020-01-04'), built) | 3",
        "T_MEETS(INTERVAL('..','2020-01-04'), INTERVAL(built,'..')) | 3",
        "T_METBY(INTERVAL(built,'..'), INTERVAL('..','2020-01-04')) | 3",
        "T_OVERLAPS(INTERVAL('2019-01-01',built), INTERVAL('2019-06-01','2020-01-03')) | 6",
        "T_OVERLAPPEDBY(INTERVAL('2019-06-01','2020-01-03'), INTERVAL('2019-01-01',built)) | 6",
        "T_AFTER(seen, TIMESTAMP('2020-02-11T07:00:00+08:00')) | 8",
        "T_EQUALS(seen, DATE('2020-01-01')) | 24",
        "seen = DATE('2020-01-02') | 24",
        "built >= TIMESTAMP('2020-12-30T16:00:00Z') | 2"
      })
  void temporalConditions(String filter, int count) {
    assertThat(matches("places", filter)).isEqualTo(count);
  }

  @Test
  void jsonSelectsAsTextDoes() {
    String json =
        """
        {"op":"and","args":[{"op":"like","args":[{"property":"行政區"},"_屯%"]},
          {"op":"<","args":[{"property":"n"},100]},
          {"op":"s_intersects","args":[{"property":"geom"},{"bbox":[120,24,121,25]}]}]}""";
    String path =
        "/collections/places/items?limit=1000&filter-lang=cql2-json&filter=" + Ogc.encode(json);
    assertThat(ogc.json(path).get("numberMatched").asInt()).isEqualTo(75);
  }

  @Test
  void filterJoinsTheOtherParameters() {
    String path = "/collections/places/items?n=4&datetime=../2020-06-30&bbox=120,24,121,25&filter=";
    assertThat(ogc.allIds(path + "n%3C5")).containsExactly("4");
    assertThat(ogc.allIds(path + "n%3E5")).isEmpty();
  }

  @Test
  void geometriesInAFilterAreInTheSystemOfFilterCrs() {
    String filter = "S_INTERSECTS(geom, BBOX(209950,2669950,210150,2670050))";
    assertThat(
            ogc.allIds(
                "/collections/places/items?filter-crs=http://www.opengis.net/def/crs/EPSG/0/3826&filter="
                    + Ogc.encode(filter)))
        .containsExactly("0", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = ''; DROP TABLE layers.places; --'",
        "name = 'x'' OR 1=1 --'",
        "\"name\" = 'a' OR \"1\"\"=1--\" = 'b'",
        "name LIKE '%''; SELECT pg_sleep(5); --'",
        "pg_sleep(5) = 1",
        "n = (SELECT 1)",
        "name = $$x$$",
        "name = ? ",
        "n = 1/*",
        "name = E'\\\\x41'",
        "CASEI(\"name\"\"; DROP TABLE layers.places; --\") = 'x'"
      })
  void injectionFindsNothingAndBreaksNothing(String filter) {
    int status = ogc.get("/collections/places/items?filter=" + Ogc.encode(filter)).statusCode();
    assertThat(status).isIn(200, 400);
    if (status == 200) {
      assertThat(matches("places", filter)).isZero();
    }
    assertThat(matches("places", "TRUE")).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n / 0 = 1",
        "n / (n - n) = 1",
        "n * 9223372036854775807 > 0",
        "area + 1e308 > 0",
        "n = 1e300",
        "n IN (9223372036854775807, -9223372036854775808)",
        "n = 99999999999999999999999",
        "built < DATE('0001-01-01')",
        "seen > DATE('9999-12-31')",
        "seen > TIMESTAMP('9999-12-31T23:59:59.999999999Z')",
        "name > '\uD83D\uDE00'",
        "name LIKE '%\\_%\\\\x'",
        "S_INTERSECTS(geom, POINT EMPTY)",
        "S_INTERSECTS(geom, POINT Z (120 24 5))",
        "S_INTERSECTS(geom, POINT(120 89.999))",
        "S_WITHIN(geom, MULTIPOINT EMPTY)",
        "S_OVERLAPS(geom, LINESTRING(120 24, 121 25))",
        "S_CROSSES(geom, POLYGON((-170 -80, 170 -80, 170 80, -170 80, -170 -80)))"
      })
  void extremesAreAnswered(String filter) {
    assertThat(ogc.get("/collections/places/items?limit=1&filter=" + Ogc.encode(filter)))
        .satisfies(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
  }

  @Test
  void numbersOutOfRangeAreTheFaultOfTheFilter() {
    String path = "/collections/places/items?filter=" + Ogc.encode("n * 1e308 * 1e308 > 0");
    assertThat(ogc.problem(400, path).get("parameter").asString()).isEqualTo("filter");
  }

  @Test
  void faultsSayWhereTheyAre() {
    JsonNode problem =
        ogc.problem(400, "/collections/places/items?filter=" + Ogc.encode("n > 1 AND nn = 2"));
    assertThat(problem.get("detail").asString()).contains("position 11", "'nn'", "行政區");
  }

  @Test
  void queryablesListWhatFiltersMayUse() {
    JsonNode schema = ogc.json("/collections/places/queryables");
    assertThat(schema.get("type").asString()).isEqualTo("object");
    assertThat(schema.get("$id").asString())
        .isEqualTo(ogc.root() + "/collections/places/queryables");
    JsonNode properties = schema.get("properties");
    assertThat(properties.get("geom").get("format").asString())
        .isEqualTo("geometry-point-or-multipoint");
    assertThat(properties.get("行政區").get("type").asString()).isEqualTo("string");
    assertThat(properties.get("seen").get("format").asString()).isEqualTo("date-time");
    assertThat(ogc.get("/collections/places/queryables").headers().firstValue("Content-Type"))
        .contains("application/schema+json");
    for (String name : properties.propertyNames()) {
      if (!name.equals("geom")) {
        assertThat(matches("places", "\"" + name + "\" IS NOT NULL")).isPositive();
      }
    }
  }
}
