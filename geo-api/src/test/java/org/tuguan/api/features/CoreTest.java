package org.tuguan.api.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** OGC API Features Part 1, point by point. */
@OgcTest
class CoreTest {
  @LocalServerPort private int port;

  private Ogc ogc;

  @BeforeEach
  void connect() {
    ogc = new Ogc(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void landingPageLeadsToEverything(String path) {
    JsonNode landing = ogc.json(path, "Accept", "application/json");
    assertThat(Ogc.types(landing, "self")).containsExactly("application/json");
    assertThat(Ogc.types(landing, "alternate")).containsExactly("text/html");
    assertThat(Ogc.types(landing, "service-desc"))
        .containsExactly("application/vnd.oai.openapi+json;version=3.0");
    for (String rel : List.of("service-desc", "service-doc", "conformance", "data")) {
      assertThat(ogc.get(Ogc.link(landing, rel).orElseThrow()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void conformanceDeclaresWhatTheseTestsCheck() {
    List<String> declared =
        ogc.json("/conformance").get("conformsTo").valueStream().map(JsonNode::asString).toList();
    String features = "http://www.opengis.net/spec/ogcapi-features-";
    String cql2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
    String tiles = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
    String processes = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
    assertThat(declared)
        .containsExactlyInAnyOrder(
            features + "1/1.0/conf/core",
            features + "1/1.0/conf/geojson",
            features + "1/1.0/conf/html",
            features + "1/1.0/conf/oas30",
            features + "2/1.0/conf/crs",
            features + "3/1.0/conf/queryables",
            features + "3/1.0/conf/queryables-query-parameters",
            features + "3/1.0/conf/filter",
            features + "3/1.0/conf/features-filter",
            cql2 + "cql2-text",
            cql2 + "cql2-json",
            cql2 + "basic-cql2",
            cql2 + "advanced-comparison-operators",
            cql2 + "case-insensitive-comparison",
            cql2 + "basic-spatial-functions",
            cql2 + "basic-spatial-functions-plus",
            cql2 + "spatial-functions",
            cql2 + "temporal-functions",
            cql2 + "property-property",
            processes + "core",
            processes + "ogc-process-description",
            processes + "json",
            processes + "dismiss",
            tiles + "core",
            tiles + "tileset",
            tiles + "tilesets-list",
            tiles + "dataset-tilesets",
            tiles + "geodata-tilesets",
            tiles + "oas30",
            tiles + "png",
            tiles + "mvt");
  }

  @Test
  void collectionIsTheSameInTheListAndAlone() {
    JsonNode list = ogc.json("/collections");
    assertThat(list.get("collections").size()).isEqualTo(8);
    for (JsonNode listed : list.get("collections")) {
      JsonNode alone = ogc.json(Ogc.link(listed, "self").orElseThrow());
      for (String member : List.of("id", "title", "description", "extent", "crs", "storageCrs")) {
        assertThat(alone.get(member)).as(member).isEqualTo(listed.get(member));
      }
      assertThat(alone.get("itemType").asString()).isEqualTo("feature");
      assertThat(Ogc.types(alone, "items")).contains("application/geo+json", "text/html");
      assertThat(Ogc.types(alone, "self")).containsExactly("application/json");
      assertThat(Ogc.types(alone, "alternate")).containsExactly("text/html");
    }
  }

  @Test
  void extentIsInDegreesAndInTime() {
    JsonNode extent = ogc.json("/collections/places").get("extent");
    assertThat(extent.get("spatial").get("bbox").get(0).get(0).asDouble()).isEqualTo(120.6);
    assertThat(extent.get("temporal").get("interval").get(0).get(0).asString())
        .isEqualTo("2020-01-01T00:00:00Z");
    assertThat(ogc.json("/collections/areas").get("extent").has("temporal")).isFalse();
  }

  @Test
  void pageHasItsMembersAndLinks() {
    JsonNode page = ogc.json("/collections/places/items?limit=3");
    assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(page.get("numberReturned").asInt())
        .isEqualTo(3)
        .isEqualTo(page.get("features").size());
    assertThat(page.get("numberMatched").asInt()).isEqualTo(1000);
    assertThat(Instant.parse(page.get("timeStamp").asString()))
        .isBefore(Instant.now().plusSeconds(1));
    assertThat(Ogc.types(page, "self")).containsExactly("application/geo+json");
    assertThat(Ogc.types(page, "alternate")).containsExactly("text/html");
    assertThat(Ogc.types(page, "next")).containsExactly("application/geo+json");
    assertThat(Ogc.link(page, "collection")).contains(ogc.root() + "/collections/places");
    JsonNode place = page.get("features").get(1);
    assertThat(place.get("id").asString()).isEqualTo("1");
    JsonNode properties = place.get("properties");
    assertThat(properties.get("行政區").asString()).isEqualTo("北屯區");
    assertThat(properties.get("n").isIntegralNumber()).isTrue();
    assertThat(properties.get("area").asDouble()).isEqualTo(0.1);
    assertThat(properties.get("open").asBoolean()).isFalse();
    assertThat(properties.get("built").asString()).isEqualTo("2020-01-02");
    assertThat(properties.get("seen").asString()).isEqualTo("2020-01-01T01:00:00+08:00");
    assertThat(page.get("features").get(0).get("properties").get("two words").isNull()).isTrue();
  }

  @Test
  void featureIsFoundByItsId() {
    JsonNode place = ogc.json("/collections/places/items/7");
    assertThat(place.get("id").asString()).isEqualTo("7");
    assertThat(place.get("properties").get("name").asString()).isEqualTo("place 7");
    assertThat(Ogc.types(place, "self")).containsExactly("application/geo+json");
    assertThat(Ogc.types(place, "alternate")).containsExactly("text/html");
    assertThat(Ogc.types(place, "collection")).containsExactly("application/json");
    for (String id : Ogc.ids(ogc.json("/collections/cite:Keys/items"))) {
      assertThat(ogc.json("/collections/cite:Keys/items/" + Ogc.encode(id)).get("id").asString())
          .isEqualTo(id);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/collections/nowhere",
        "/collections/nowhere/items",
        "/collections/places/items/99999",
        "/collections/places/items/no-number",
        "/collections/places/items/99999999999999999999999",
        "/collections/nowhere/queryables"
      })
  void whatIsNotThereIsNotFound(String path) {
    assertThat(ogc.problem(404, path).get("detail").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=abc | limit",
        "limit=0 | limit",
        "limit=-1 | limit",
        "limit=1&limit=2 | limit",
        "no-such-parameter=1 | no-such-parameter",
        "bbox=1,2,3 | bbox",
        "bbox=1,2,3,x | bbox",
        "bbox=1,2,3,NaN | bbox",
        "bbox=120,25,121,24 | bbox",
        "bbox=1,2,3,4,5 | bbox",
        "datetime=yesterday | datetime",
        "datetime=2021-01-01/2020-01-01 | datetime",
        "datetime=2021-01-01/2020-01-01/2022-01-01 | datetime",
        "datetime=P2D/P2D | datetime",
        "datetime=/P2D | datetime",
        "properties=zz | properties",
        "n=abc | n",
        "built=soon | built",
        "crs=http://www.opengis.net/def/crs/0/unsupported | crs",
        "crs=http://www.opengis.net/def/crs/EPSG/0/3828 | crs",
        "bbox=1,2,3,4&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/9999 | bbox-crs",
        "filter-crs=x | filter-crs",
        "filter-lang=sql | filter-lang",
        "filter=n%20=%20'x' | filter",
        "filter=%7B%22op%22:%22=%22%7D&filter-lang=cql2-json | filter",
        "cursor=abc | cursor",
        "cursor=!!! | cursor",
        "f=xml | f"
      })
  void badParametersAreNamed(String query, String parameter) {
    JsonNode problem = ogc.problem(400, "/collections/places/items?" + query);
    assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.get("detail").asString()).contains(parameter);
  }

  @Test
  void unknownParametersAreRefusedEverywhereAndTheKnownOnesListed() {
    for (String path :
        List.of(
            "",
            "/conformance",
            "/collections",
            "/collections/places",
            "/collections/places/items/1",
            "/collections/places/queryables")) {
      assertThat(ogc.problem(400, path + "?zz=1").get("detail").asString())
          .contains("'zz'", "f, lang");
    }
    assertThat(ogc.problem(400, "/collections/places/items?zz=1").get("detail").asString())
        .contains("bbox", "datetime", "行政區");
  }

  @Test
  void limitAboveTheLargestIsTakenAsTheLargest() {
    assertThat(ogc.json("/collections/many/items?limit=99999999999").get("numberReturned").asInt())
        .isEqualTo(10_000);
    assertThat(ogc.json("/collections/places/items").get("numberReturned").asInt()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1.5,50,1.5,53",
        "-80,-5,-70,5",
        "177,65,-177,70",
        "-180,85,180,90",
        "-180,-90,180,-85"
      })
  void boxesAnywhereAreAnswered(String box) {
    for (JsonNode collection : ogc.json("/collections").get("collections")) {
      String items = Ogc.link(collection, "items").orElseThrow();
      assertThat(ogc.get(items + "?bbox=" + box).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void boxSelectsWhatMeetsIt() {
    assertThat(ogc.allIds("/collections/islands/items?bbox=177,65,-177,70"))
        .containsExactly("1", "2");
    assertThat(ogc.allIds("/collections/islands/items?bbox=-180,-90,180,90")).hasSize(3);
    assertThat(ogc.allIds("/collections/areas/items?bbox=120.75,24.05,120.76,24.06"))
        .containsExactly("1");
    assertThat(ogc.allIds("/collections/areas/items?bbox=120.75,24.05,-10,120.76,24.06,10"))
        .containsExactly("1");
    assertThat(ogc.allIds("/collections/areas/items?bbox=120.7,24.05,120.7,24.05"))
        .containsExactly("0", "1");
    assertThat(ogc.allIds("/collections/places/items?limit=1000&bbox=-180,-90,180,90"))
        .hasSize(1000);
    assertThat(ogc.allIds("/collections/areas/items?bbox=1,1,2,2")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01, 3",
    "2020-01-01/2020-01-02, 6",
    "2020-01-01/P1D, 6",
    "2020-01-01/P2D, 9",
    "P1D/2020-01-02, 6",
    "../2020-01-01, 3",
    "/2020-01-01, 3",
    "2020-12-31/.., 2",
    "2020-12-31/, 2",
    "../.., 1000",
    "2019-01-01, 0",
    "2020-01-01T00:00:00Z, 3",
    "2020-01-01T00:00:00%2B08:00/PT1H, 3"
  })
  void datetimeSelectsByTheFirstDate(String datetime, int count) {
    String address = "/collections/places/items?limit=1000&datetime=" + datetime;
    assertThat(ogc.json(address).get("numberMatched").asInt()).isEqualTo(count);
  }

  @Test
  void datetimeChangesNothingWhereThereIsNoTime() {
    assertThat(ogc.allIds("/collections/areas/items?datetime=2000-01-01/P2D")).hasSize(3);
  }

  @Test
  void attributesAreParametersToo() {
    assertThat(ogc.allIds("/collections/places/items?n=5")).containsExactly("5");
    assertThat(
            ogc.allIds(
                "/collections/places/items?%E8%A1%8C%E6%94%BF%E5%8D%80=%E4%B8%AD%E5%8D%80&n=7"))
        .containsExactly("7");
    assertThat(ogc.json("/collections/places/items?open=true").get("numberMatched").asInt())
        .isEqualTo(500);
    assertThat(ogc.allIds("/collections/places/items?two%20words=note%205")).containsExactly("5");
    assertThat(ogc.allIds("/collections/places/items?seen=2020-01-01T01:00:00%2B08:00"))
        .containsExactly("1");
    assertThat(ogc.allIds("/collections/places/items?name=" + Ogc.encode("x' OR '1'='1")))
        .isEmpty();
  }

  @Test
  void propertiesPicksAttributes() {
    JsonNode properties =
        ogc.json("/collections/places/items?limit=1&properties=n,name")
            .get("features")
            .get(0)
            .get("properties");
    assertThat(properties.propertyNames()).containsExactlyInAnyOrder("n", "name");
  }

  @Test
  void formIsChosenByParameterBeforeHeader() {
    assertThat(
            type(
                "/collections/places/items", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8"))
        .startsWith("text/html");
    assertThat(type("/collections/places/items", "Accept", "application/geo+json"))
        .startsWith("application/geo+json");
    assertThat(type("/collections/places/items", "Accept", "*/*"))
        .startsWith("application/geo+json");
    assertThat(type("/collections/places/items?f=json", "Accept", "text/html"))
        .startsWith("application/geo+json");
    assertThat(type("/collections?f=html", "Accept", "application/json")).startsWith("text/html");
    assertThat(type("/collections", "Accept", "nonsense")).startsWith("application/json");
  }

  private String type(String path, String... headers) {
    HttpResponse<String> response = ogc.get(path, headers);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.headers().firstValue("Content-Type").orElseThrow();
  }

  @Test
  void titlesComeInTheLanguageOfTheReader() {
    assertThat(ogc.json("/collections/areas", "Accept-Language", "en").get("title").asString())
        .isEqualTo("Layer <areas>");
    assertThat(ogc.json("/collections/areas", "Accept-Language", "zh-TW").get("title").asString())
        .isEqualTo("圖層 <areas>");
    assertThat(
            ogc.json("/collections/areas?lang=en", "Accept-Language", "zh-TW")
                .get("title")
                .asString())
        .isEqualTo("Layer <areas>");
  }

  @Test
  void aQueryThatCannotBeDecodedIsTheCallersFault() {
    assertThat(ogc.problem(400, "/collections/places/items?limit=%FF").get("detail").asString())
        .contains("percent-encoded");
  }
}
