package org.tuguan.plugin.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tuguan.plugin.coverage.TwoVillages.place;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginJob;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.plugin.coverage.layer.LayerUpkeep;
import tools.jackson.databind.JsonNode;

/** Plans over a real database: the best sites, versions, files, and layers of them. */
@ExtendWith(TwoVillages.class)
class PlansServerTest {
  private static CoverageServer server;
  private static AnnotationConfigApplicationContext context;
  private static StubGifts gifts;

  @BeforeAll
  static void start(CoverageServer shared) {
    server = shared;
    context = shared.context();
    gifts = shared.gifts();
  }

  private static MockHttpServletResponse get(String path) throws Exception {
    return server.get(path);
  }

  private static JsonNode json(String path) throws Exception {
    return server.json(path);
  }

  private static JsonNode post(String path, String body) throws Exception {
    return server.post(path, body);
  }

  @Test
  void aPlanIsFoundSavedReopenedAndComparedAndIsTheSameAgain() throws Exception {
    String body =
        """
        {"title": "東里兩處", "parameters": {},
         "best": {"sites": "2", "candidates": "grid", "spacing_m": "200", "seed": "7"}}
        """;
    JsonNode plan = post("/plans", body);
    JsonNode result = plan.get("result");
    assertThat(result.get("sites")).hasSize(2);
    assertThat(result.get("after").get("covered").doubleValue())
        .isGreaterThan(result.get("before").get("covered").doubleValue() + 180);
    assertThat(result.get("search").get("bound").doubleValue()).isGreaterThan(0);
    String id = plan.get("id").stringValue();
    assertThat(json("/plans/" + id).get("result")).isEqualTo(result);
    JsonNode again = post("/plans", body);
    assertThat(again.get("result")).isEqualTo(result);
    JsonNode second =
        post(
            "/plans",
            body.replace("\"best\"", "\"of\": \"" + id + "\", \"best\"").replace("\"2\"", "\"4\""));
    assertThat(second.get("version").intValue()).isEqualTo(2);
    assertThat(json("/plans/" + id + "?version=1").get("result")).isEqualTo(result);
    JsonNode compared = json("/plans/compare?a=%s&aVersion=1&b=%s&bVersion=2".formatted(id, id));
    assertThat(compared.get("more_people").doubleValue()).isGreaterThan(100);
    assertThat(compared.get("same_ground").booleanValue()).isTrue();
    assertThat(json("/plans")).isNotEmpty();
  }

  @Test
  void aTargetIsMetAsItIsMeasuredAndNotInCellsAlone() throws Exception {
    JsonNode plan =
        post(
            "/plans",
            """
            {"title": "兩成", "best": {"target": "0.2", "spacing_m": "100", "cell_m": "70"}}
            """);
    JsonNode result = plan.get("result");
    assertThat(result.get("after").get("rate").doubleValue()).isGreaterThanOrEqualTo(0.2);
    assertThat(result.get("search").get("feasible").booleanValue()).isTrue();
  }

  @Test
  void exactIsProvenAndFilesAreComplete() throws Exception {
    JsonNode plan =
        post(
            "/plans",
            """
            {"title": "精確", "best": {"sites": "3", "solver": "exact", "cost_twd": "50000",
             "spacing_m": "250", "cell_m": "125"}}
            """);
    assertThat(plan.get("result").get("search").get("proven").booleanValue()).isTrue();
    assertThat(plan.get("result").get("search").get("gap").doubleValue()).isLessThan(1e-6);
    String at = "/plans/" + plan.get("id").stringValue();
    String csv = get(at + "/sites.csv").getContentAsString(StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(4);
    assertThat(csv).contains("50000").contains("2021-03-31");
    assertThat(json(at + "/sites.geojson").get("features")).hasSize(3);
    byte[] pdf = get(at + "/plan.pdf").getContentAsByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  @Test
  void theLayersShowWhatTheFigureSays() throws Exception {
    context.getBean(LayerUpkeep.class).changed();
    assertThat(gifts.asked()).contains("coverage-layers");
    JsonNode before = json("/layers/state");
    context.getBean(PluginJob.class).run();
    JsonNode after = json("/layers/state");
    assertThat(before.get("updating").booleanValue()).isTrue();
    assertThat(before.get("shown_at").isNull()).isTrue();
    assertThat(after.get("updating").booleanValue()).isFalse();
    assertThat(after.get("shown_at").stringValue()).isEqualTo("2026-01-15T03:00:00Z");
    assertThat(gifts.published())
        .hasSizeGreaterThanOrEqualTo(5)
        .allMatch(layer -> layer.style().isPresent());
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    Double footprint =
        jdbc.queryForObject(
            "SELECT sum(ST_Area(geom)) FROM plugin_coverage.footprint", Double.class);
    assertThat(footprint).isCloseTo(2 * Math.PI * 10_000, within(200.0));
    List<Double> uncovered = new ArrayList<>();
    jdbc.query(
        "SELECT uncovered_per_ha FROM plugin_coverage.uncovered ORDER BY id",
        row -> {
          uncovered.add(row.getDouble(1));
        });
    assertThat(uncovered).containsExactly(30.0, 9.37);
    assertThat(
            jdbc.queryForList(
                "SELECT DISTINCT least_dbm FROM plugin_coverage.signal ORDER BY 1", Integer.class))
        .containsExactly(-75, -67, -60, -50);
  }

  @Test
  void aPlanIsALayerAsLongAsItsPlannerWantsAndOnlyWhileItIsTrue() throws Exception {
    JsonNode plan =
        post(
            "/plans",
            """
            {"title": "東里", "changes": [{"op": "remove", "id": "late"}],
             "best": {"sites": "2", "spacing_m": "200"}}
            """);
    String asked = "{\"plan\": \"%s\"}".formatted(plan.get("id").stringValue());
    JsonNode layer = post("/layers", asked);
    String name = layer.get("layer").stringValue();
    assertThat(name).startsWith("coverage-plan-").endsWith("-v1");
    assertThat(post("/layers", asked).get("layer").stringValue()).isEqualTo(name);
    assertThat(json("/layers")).hasSize(1);
    PluginLayer published =
        gifts.published().stream().filter(each -> each.name().equals(name)).findFirst().get();
    assertThat(published.title().zh()).isEqualTo("方案「東里」第 1 版");
    assertThat(published.opening()).isEqualTo(PluginLayer.Opening.RESTRICTED);
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    String shown =
        jdbc.queryForObject(
            """
            SELECT string_agg(kind || ' ' || coalesce(number::text, round(area)::text), ',' ORDER BY kind, number)
            FROM (SELECT kind, number, sum(ST_Area(geom)) / 31365 AS area
                  FROM plugin_coverage.%s GROUP BY kind, number) kinds
            """
                .formatted(published.table()),
            String.class);
    assertThat(shown).isEqualTo("added 2,lost 1,reached 1,site 1,site 2");

    gifts.asStranger(
        () ->
            assertThatThrownBy(() -> server.delete("/layers/" + name))
                .hasRootCauseInstanceOf(RequestException.class));
    server.delete("/layers/" + name);
    assertThat(json("/layers")).isEmpty();
    assertThat(gifts.published()).noneMatch(each -> each.name().equals(name));
    assertThatThrownBy(() -> server.delete("/layers/" + name))
        .hasRootCauseInstanceOf(RequestException.class);
  }

  @Test
  void aPlanIsDrawnWithItsSites() throws Exception {
    JsonNode plan =
        post(
            "/plans",
            "{\"title\": \"一處\", \"changes\": [{\"op\": \"add\", \"id\": \"n\", %s}]}"
                .formatted(place(1_500)));
    JsonNode ground = json("/plans/" + plan.get("id").stringValue() + "/footprint");
    assertThat(ground.get("features")).hasSize(3);
    assertThat(ground.get("same").booleanValue()).isTrue();
  }
}
