package org.tuguan.api.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import tools.jackson.databind.JsonNode;

/** OGC API Features Part 2: systems, and the order of coordinates in each. */
@OgcTest
class SystemsTest {
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

  /** TWD67 TM2 (216000, 2672000) by the accepted four-parameter formula, in TWD97 TM2. */
  private static final double CONTROL_X = 216000 + 807.8 + 1.549e-5 * 216000 + 6.521e-6 * 2672000;

  private static final double CONTROL_Y = 2672000 - 248.6 + 1.549e-5 * 2672000 + 6.521e-6 * 216000;

  @LocalServerPort private int port;

  private Ogc ogc;

  @BeforeEach
  void connect() {
    ogc = new Ogc(port);
  }

  @Test
  void collectionListsItsSystemsCrs84First() {
    JsonNode places = ogc.json("/collections/places");
    assertThat(places.get("crs").valueStream().map(JsonNode::asString))
        .startsWith("http://www.opengis.net/def/crs/OGC/1.3/CRS84")
        .contains(EPSG + 3826, EPSG + 3857, EPSG + 4326, EPSG + 3825, EPSG + 3824)
        .doesNotContain(EPSG + 3828)
        .contains(places.get("storageCrs").asString());
    assertThat(ogc.json("/collections/islands").get("crs").valueStream().map(JsonNode::asString))
        .contains(EPSG + 3857, EPSG + 4326)
        .doesNotContain(EPSG + 3826);
    assertThat(ogc.json("/collections/old").get("storageCrs").asString()).isEqualTo(EPSG + 3828);
  }

  @Test
  void everyAnswerSaysItsSystemInAngleBrackets() {
    for (String path : List.of("/collections/places/items", "/collections/places/items/1")) {
      assertThat(contentCrs(path)).isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
      for (JsonNode crs : ogc.json("/collections/places").get("crs")) {
        assertThat(contentCrs(path + "?crs=" + crs.asString()))
            .isEqualTo("<" + crs.asString() + ">");
      }
    }
  }

  private String contentCrs(String path) {
    HttpResponse<String> response = ogc.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.headers().firstValue("Content-Crs").orElseThrow();
  }

  @Test
  void coordinatesStandInTheOrderOfTheAuthority() {
    double[] degrees = {210100, 2670000};
    CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.CRS84).apply(degrees, 0, degrees, 0, 1);
    double[] mercator = {210100, 2670000};
    CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.WEB_MERCATOR)
        .apply(mercator, 0, mercator, 0, 1);

    assertThat(degrees[0]).isBetween(120.0, 121.0);
    assertPosition("/collections/places/items/1", degrees[0], degrees[1], 1e-7);
    assertPosition("/collections/places/items/1?crs=" + EPSG + 4326, degrees[1], degrees[0], 1e-7);
    assertPosition("/collections/places/items/1?crs=" + EPSG + 3824, degrees[1], degrees[0], 1e-7);
    assertPosition("/collections/places/items/1?crs=" + EPSG + 3826, 210100, 2670000, 1e-3);
    assertPosition(
        "/collections/places/items/1?crs=" + EPSG + 3857, mercator[0], mercator[1], 1e-3);
  }

  private void assertPosition(String path, double first, double second, double tolerance) {
    JsonNode position = ogc.json(path).get("geometry").get("coordinates");
    assertThat(position.get(0).asDouble()).isEqualTo(first, within(tolerance));
    assertThat(position.get(1).asDouble()).isEqualTo(second, within(tolerance));
  }

  @Test
  void twd67LandsWhereTheFourParametersPutIt() {
    JsonNode inMetres =
        ogc.json("/collections/old/items/1?crs=" + EPSG + 3826).get("geometry").get("coordinates");
    assertThat(
            Math.hypot(
                inMetres.get(0).asDouble() - CONTROL_X, inMetres.get(1).asDouble() - CONTROL_Y))
        .isLessThan(3);

    JsonNode inDegrees =
        ogc.json("/collections/old/items")
            .get("features")
            .get(0)
            .get("geometry")
            .get("coordinates");
    double[] back = {inDegrees.get(0).asDouble(), inDegrees.get(1).asDouble()};
    CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121).apply(back, 0, back, 0, 1);
    assertThat(Math.hypot(back[0] - CONTROL_X, back[1] - CONTROL_Y)).isLessThan(3);

    assertPosition("/collections/old/items/1?crs=" + EPSG + 3828, 216000, 2672000, 1e-3);
  }

  @Test
  void twd67IsFoundWhereItIsAndNotWhereANullShiftWouldPutIt() {
    assertThat(
            ogc.allIds(
                "/collections/old/items?bbox-crs=%s3826&bbox=%s"
                    .formatted(EPSG, around(CONTROL_X, CONTROL_Y))))
        .containsExactly("1");
    assertThat(
            ogc.allIds(
                "/collections/old/items?bbox-crs=%s3826&bbox=%s"
                    .formatted(EPSG, around(216000, 2672000))))
        .isEmpty();
    String point = "S_INTERSECTS(geom, BBOX(" + around(CONTROL_X, CONTROL_Y) + "))";
    assertThat(
            ogc.allIds(
                "/collections/old/items?filter-crs=%s3826&filter=%s"
                    .formatted(EPSG, Ogc.encode(point))))
        .containsExactly("1");
  }

  private static String around(double x, double y) {
    return "%f,%f,%f,%f".formatted(x - 10, y - 10, x + 10, y + 10);
  }

  @Test
  void boxMeansTheSameInEverySystem() {
    Bounds box = new Bounds(Crs.CRS84, 120.605, 24.14, 120.62, 24.15);
    List<String> expected =
        ogc.allIds("/collections/places/items?limit=1000&bbox=120.605,24.14,120.62,24.15");
    assertThat(expected).hasSizeBetween(50, 500);
    assertThat(
            ogc.allIds(
                "/collections/places/items?limit=1000&bbox=24.14,120.605,24.15,120.62&bbox-crs="
                    + EPSG
                    + 4326))
        .isEqualTo(expected);
    String filter = "S_INTERSECTS(geom, BBOX(24.14,120.605,24.15,120.62))";
    assertThat(
            ogc.allIds(
                "/collections/places/items?limit=1000&filter-crs="
                    + EPSG
                    + "4326&filter="
                    + Ogc.encode(filter)))
        .isEqualTo(expected);
    for (Crs crs : List.of(Crs.WEB_MERCATOR)) {
      Bounds there = CoordinateTransform.between(Crs.CRS84, crs).apply(box);
      assertThat(
              ogc.allIds(
                  "/collections/places/items?limit=1000&bbox-crs=%s&bbox=%f,%f,%f,%f"
                      .formatted(
                          crs.uri(), there.minX(), there.minY(), there.maxX(), there.maxY())))
          .isEqualTo(expected);
    }
  }

  @Test
  void extentInAnySystemFindsEverything() {
    Bounds all = new Bounds(Crs.TWD97_TM2_121, 210000, 2670000, 213900, 2672400);
    for (JsonNode uri : ogc.json("/collections/places").get("crs")) {
      Crs crs = Crs.find(uri.asString()).orElseThrow();
      Bounds there =
          CoordinateTransform.between(all.crs(), crs)
              .apply(all)
              .expand(crs.geographic() ? 1e-9 : 1e-4);
      String numbers =
          crs.northFirst()
              ? "%.10f,%.10f,%.10f,%.10f"
                  .formatted(there.minY(), there.minX(), there.maxY(), there.maxX())
              : "%.10f,%.10f,%.10f,%.10f"
                  .formatted(there.minX(), there.minY(), there.maxX(), there.maxY());
      assertThat(
              ogc.json("/collections/places/items?bbox-crs=" + crs.uri() + "&bbox=" + numbers)
                  .get("numberMatched")
                  .asInt())
          .as(crs.code())
          .isEqualTo(1000);
    }
  }
}
