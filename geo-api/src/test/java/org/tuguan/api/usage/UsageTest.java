package org.tuguan.api.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.wms.BlueLakeServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a running server writes down of its requests, and whom it tells. */
@BlueLakeServer
class UsageTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TILE = "/tiles/cite:Forests,cite:Lakes/13/4096/4095.png";
  private static final String MAP =
      "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=cite:Lakes&STYLES=&CRS=CRS:84"
          + "&BBOX=-0.001,-0.002,0.003,0.004&WIDTH=64&HEIGHT=64&FORMAT=image/png";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private long lastSize;

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private JsonNode json(String path, String... headers) throws Exception {
    return JSON.readTree(new String(get(path, headers).body(), StandardCharsets.UTF_8));
  }

  private static String[] admin() {
    return new String[] {
      "Authorization",
      "Basic " + Base64.getEncoder().encodeToString("admin:test".getBytes(StandardCharsets.UTF_8))
    };
  }

  /** Asks, and waits for the records of that. */
  private List<Map<String, Object>> recordsOf(String path, String... headers) throws Exception {
    Thread.sleep(600); // what was asked before is in the ledger by then
    long before = count();
    lastSize = get(path, headers).body().length;
    await().atMost(Duration.ofSeconds(5)).until(() -> count() > before);
    return jdbc.sql(
            "SELECT * FROM tuguan.usage_record WHERE request = (SELECT request FROM tuguan.usage_record ORDER BY at DESC, request DESC LIMIT 1) ORDER BY layer")
        .query()
        .listOfRows();
  }

  private long count() {
    return jdbc.sql("SELECT count(*) FROM tuguan.usage_record").query(Long.class).single();
  }

  @Test
  void aTileOfTwoLayersLeavesTwoRecordsWithOneRequestThatShareItsBytes() throws Exception {
    List<Map<String, Object>> records = recordsOf(TILE);

    assertThat(records).hasSize(2);
    assertThat(records.get(0).get("request")).isInstanceOf(UUID.class);
    assertThat(records)
        .extracting(each -> each.get("layer"))
        .contains("cite:Forests", "cite:Lakes");
    assertThat(records).extracting(each -> each.get("class")).containsOnly("use");
    assertThat(records).extracting(each -> each.get("service")).containsOnly("XYZ");
    assertThat(records).extracting(each -> each.get("agency")).containsOnlyNulls();
    assertThat(records.stream().mapToLong(each -> (long) each.get("bytes")).sum())
        .isEqualTo(lastSize);
    assertThat((double) records.get(0).get("west")).isEqualTo(0);
    assertThat((double) records.get(0).get("north")).isBetween(0.04, 0.05);
  }

  @Test
  void whatTheCallerHadAlreadyIsUseToo() throws Exception {
    String tag = get(TILE).headers().firstValue("ETag").orElseThrow();
    List<Map<String, Object>> records = recordsOf(TILE, "If-None-Match", tag);

    assertThat(records).extracting(each -> each.get("outcome")).containsOnly("not-modified");
    assertThat(records).extracting(each -> each.get("class")).containsOnly("use");
    assertThat(records).extracting(each -> each.get("bytes")).containsOnly(0L);
  }

  @Test
  void aMapIsRecordedWithItsAreaAndAFaultUnderStatus200AsAFailure() throws Exception {
    Map<String, Object> map = recordsOf(MAP).get(0);
    assertThat(map.get("operation")).isEqualTo("GetMap");
    assertThat(map.get("format")).isEqualTo("png");
    assertThat((double) map.get("south")).isEqualTo(-0.002);
    assertThat((double) map.get("east")).isEqualTo(0.003);
    assertThat((long) map.get("micros")).isPositive();

    Map<String, Object> fault =
        recordsOf(
                MAP.replace("GetMap", "GetFeatureInfo")
                    + "&QUERY_LAYERS=cite:Lakes&I=1&J=1&FEATURE_COUNT=none")
            .get(0);
    assertThat(fault.get("class")).isEqualTo("failure");
  }

  @Test
  void featuresAreCounted() throws Exception {
    Map<String, Object> items =
        recordsOf("/ogc/collections/cite:Buildings/items?f=json&limit=1").get(0);
    assertThat(items.get("count")).isEqualTo(1L);
    Map<String, Object> file = recordsOf("/api/v1/layers/cite:Buildings/data.geojson").get(0);
    assertThat(file.get("operation")).isEqualTo("download");
    assertThat(file.get("count")).isEqualTo(2L);
  }

  @Test
  void monitorsAndLegendsAreKeptApart() throws Exception {
    assertThat(recordsOf(MAP, "User-Agent", "kube-probe/1.29").get(0).get("class"))
        .isEqualTo("probe");
    assertThat(
            recordsOf(
                    "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=cite:Lakes&FORMAT=image/png")
                .get(0)
                .get("class"))
        .isEqualTo("description");
  }

  @Test
  void whoIsSignedInIsKnown() throws Exception {
    assertThat(recordsOf(MAP, admin()).get(0).get("account")).isEqualTo("admin");
  }

  @Test
  void refusedRequestsWithoutALayerLeaveNothing() throws Exception {
    long before = count();
    assertThat(get("/tiles/nothing/0/0/0.png").statusCode()).isEqualTo(404);
    recordsOf(MAP);
    assertThat(count()).isEqualTo(before + 1);
  }

  @Test
  void thePublicIsToldLayersByMonthAndNoSmallNumbers() throws Exception {
    jdbc.sql(
            """
            INSERT INTO tuguan.usage_day VALUES
              ('2021-01-05', 'somebody', NULL, NULL, 'cite:Lakes', 'WMS', 'GetMap', 'use', 3, 3, 300),
              ('2021-01-06', NULL, NULL, NULL, 'cite:Lakes', 'WMS', 'GetMap', 'use', 1, 1, 100),
              ('2021-02-06', NULL, NULL, NULL, 'cite:Lakes', 'WMS', 'GetMap', 'use', 50, 50, 5000),
              ('2021-02-07', NULL, NULL, NULL, 'cite:Lakes', 'WMS', 'GetMap', 'probe', 70, 70, 7000),
              ('2021-02-06', NULL, NULL, NULL, 'cite:Ponds', 'WMS', 'GetMap', 'use', 4, 4, 400),
              ('2021-02-06', NULL, NULL, NULL, 'hidden', 'WMS', 'GetMap', 'use', 400, 400, 400)
            """)
        .update();
    String year = "/api/v1/usage?from=2021-01-01&to=2021-12-31";

    JsonNode layers = json(year);
    assertThat(layers.get("scope").asString()).isEqualTo("public");
    assertThat(layers.get("rows").size()).isEqualTo(2);
    JsonNode lakes = layers.get("rows").get(0);
    assertThat(lakes.get("id").asString()).isEqualTo("cite:Lakes");
    assertThat(lakes.get("uses").asLong()).as("without the small month").isEqualTo(50);
    JsonNode ponds = layers.get("rows").get(1);
    assertThat(ponds.get("shown").asString()).isEqualTo("<5");
    assertThat(ponds.get("uses").isNull()).isTrue();
    assertThat(ponds.get("bytes").isNull()).isTrue();
    assertThat(layers.get("total").get("uses").asLong()).isEqualTo(50);

    JsonNode monthly = json(year + "&by=month&layer=cite:Lakes").get("rows");
    assertThat(monthly.get(0).get("shown").asString()).isEqualTo("<5");
    assertThat(monthly.get(1).get("shown").asString()).isEqualTo("50");
    assertThat(
            json("/api/v1/usage?from=2021-01-06&to=2021-01-07&by=month&layer=cite:Lakes")
                .get("from")
                .asString())
        .as("no parts of months, which could be subtracted")
        .isEqualTo("2021-01-01");
    assertThat(json(year + "&by=month&layer=hidden").get("rows").size()).isZero();

    for (String asked :
        List.of(
            "by=day", "by=agency", "by=key", "by=month", "class=probe", "agency=x", "by=class")) {
      assertThat(get(year + "&" + asked).statusCode()).as(asked).isEqualTo(400);
    }
  }

  @Test
  void administratorsAreToldAllAsJsonAndAsATable() throws Exception {
    jdbc.sql(
            """
            INSERT INTO tuguan.usage_day VALUES
              ('2022-01-05', 'somebody', NULL, NULL, 'cite:Lakes', 'WMS', 'GetMap', 'use', 3, 3, 300),
              ('2022-01-06', NULL, NULL, 7, 'cite:Ponds', 'XYZ', 'tile', 'use', 1, 1, 100)
            """)
        .update();
    String year = "/api/v1/usage?from=2022-01-01&to=2022-12-31";

    JsonNode agencies = json(year + "&by=agency", admin());
    assertThat(agencies.get("scope").asString()).isEqualTo("all");
    assertThat(agencies.get("rows").get(0).get("id").asString()).isEqualTo("somebody");
    assertThat(agencies.get("rows").get(1).get("id").isNull()).isTrue();
    assertThat(json(year + "&by=month&key=7", admin()).get("total").get("uses").asLong()).isOne();
    assertThat(
            json(year + "&by=day&agency=somebody", admin()).get("rows").get(0).get("id").asString())
        .isEqualTo("2022-01-05");
    assertThat(json(year + "&audience=public", admin()).get("rows").get(0).get("shown").asString())
        .isEqualTo("<5");

    HttpResponse<byte[]> table = get(year + "&by=layer&format=csv", admin());
    String text = new String(table.body(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFFlayer,name_zh,name_en,uses,count,bytes\r\n");
    assertThat(text).contains("cite:Lakes,").contains(",3,3,300\r\n");
    assertThat(table.headers().firstValue("Content-Disposition").orElse(""))
        .contains("usage-layer-2022-01-01-2022-12-31.csv");
  }

  @Test
  void whatCannotBeAskedIsSaid() throws Exception {
    for (String asked :
        List.of(
            "by=colour",
            "from=yesterday",
            "to=2021-13-01",
            "class=x",
            "key=x",
            "format=pdf",
            "from=2022-01-01&to=2021-01-01")) {
      HttpResponse<byte[]> reply = get("/api/v1/usage?" + asked, admin());
      assertThat(reply.statusCode()).as(asked).isEqualTo(400);
      assertThat(new String(reply.body(), StandardCharsets.UTF_8)).as(asked).contains("detail");
    }
  }

  @Test
  void theLedgerSaysHowItIsDoing() throws Exception {
    recordsOf(MAP);
    JsonNode status = json("/api/v1/usage/status");
    assertThat(status.get("reachable").asBoolean()).isTrue();
    assertThat(status.get("recorded").asLong()).isPositive();
    assertThat(status.get("dropped").asLong()).isZero();
    assertThat(status.get("lag_seconds").asDouble()).isLessThan(5);
  }
}
