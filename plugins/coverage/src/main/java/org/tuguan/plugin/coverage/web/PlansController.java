package org.tuguan.plugin.coverage.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginUsage;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Obstacles;
import org.tuguan.plugin.coverage.layer.CoverageLayers;
import org.tuguan.plugin.coverage.layer.Grounds;
import org.tuguan.plugin.coverage.plan.PlanBody;
import org.tuguan.plugin.coverage.plan.PlanGround;
import org.tuguan.plugin.coverage.plan.PlanJson;
import org.tuguan.plugin.coverage.plan.Plans;
import org.tuguan.plugin.coverage.planning.Progress;
import org.tuguan.plugin.coverage.store.JdbcPlans;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans at {@code /api/v1/coverage/plans}: made and saved, opened by link, compared, and as files.
 * Long searches are better asked for as a job, by the process {@code coverage-sites}.
 */
@RestController
@RequestMapping("/api/v1/coverage/plans")
class PlansController {
  private static final int SEGMENTS = 48;

  private final Plans plans;
  private final PlanGround ground;
  private final Figures figures;
  private final PlanPages pages;
  private final CoverageRights rights;
  private final PluginLayers layers;
  private final PluginAudit audit;
  private final PluginUsage usage;
  private final JsonMapper json;

  PlansController(
      Plans plans,
      PlanGround ground,
      Figures figures,
      PlanPages pages,
      CoverageRights rights,
      PluginLayers layers,
      PluginAudit audit,
      PluginUsage usage,
      JsonMapper json) {
    this.plans = plans;
    this.ground = ground;
    this.figures = figures;
    this.pages = pages;
    this.rights = rights;
    this.layers = layers;
    this.audit = audit;
    this.usage = usage;
    this.json = json;
  }

  /** A plan in a list. */
  record EntryJson(
      String id,
      int version,
      String title,
      Instant madeAt,
      Double before,
      Double after,
      int sites) {
    static EntryJson of(JdbcPlans.Saved saved, PlanJson result) {
      return new EntryJson(
          saved.id(),
          saved.version(),
          saved.title(),
          saved.madeAt(),
          result.before().rate(),
          result.after().rate(),
          result.sites().size());
    }
  }

  /**
   * Two plans, and what the second has more.
   *
   * @param sameGround whether both were measured with the same method, census and inventory, by
   *     circles or by line of sight over the same obstacles, so that the difference comes from the
   *     plans alone
   */
  record ComparisonJson(
      JdbcPlans.Saved a,
      JdbcPlans.Saved b,
      Double morePeople,
      Double moreRate,
      boolean sameGround) {}

  @GetMapping
  List<EntryJson> list() {
    String account = rights.requirePlanner();
    return plans.list(account).stream().map(saved -> EntryJson.of(saved, result(saved))).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  JdbcPlans.Saved save(@RequestBody PlanBody body) {
    String account = rights.requirePlanner();
    JdbcPlans.Saved saved = plans.make(body, account, layers.seen(), Progress.NONE);
    audit.record(
        "plan.save", "plan:" + saved.id(), Map.of("version", String.valueOf(saved.version())));
    return saved;
  }

  @GetMapping("/{id}")
  JdbcPlans.Saved plan(@PathVariable String id, @RequestParam Optional<Integer> version) {
    rights.requireStations();
    return plans.get(id, version);
  }

  /** What the plan reaches, for the map; {@code same} as {@link PlanGround.Again#same}. */
  @GetMapping("/{id}/footprint")
  ResponseEntity<Map<String, Object>> footprint(
      @PathVariable String id, @RequestParam Optional<Integer> version) {
    rights.requireStations();
    JdbcPlans.Saved saved = plans.get(id, version);
    rights.requireObstacles(ground.ground(saved));
    PlanGround.Again again = ground.measure(saved);
    List<Map<String, Object>> features =
        Grounds.drawn(again.after(), figures, SEGMENTS).stream()
            .map(part -> GeoJson.area(part, Map.of()))
            .toList();
    usage.served("footprint", "json", List.of(CoverageLayers.FOOTPRINT), Optional.empty());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(GeoJson.collection(features, Map.of("same", again.same())));
  }

  @GetMapping("/compare")
  ComparisonJson compare(
      @RequestParam String a,
      @RequestParam Optional<Integer> aVersion,
      @RequestParam String b,
      @RequestParam Optional<Integer> bVersion) {
    rights.requireStations();
    JdbcPlans.Saved first = plans.get(a, aVersion);
    JdbcPlans.Saved second = plans.get(b, bVersion);
    PlanJson one = result(first);
    PlanJson other = result(second);
    boolean same =
        one.before().method().equals(other.before().method())
            && one.before().censusDate().equals(other.before().censusDate())
            && one.before().inventoryVersion().equals(other.before().inventoryVersion())
            && one.before().footprint().equals(other.before().footprint())
            && Obstacles.same(one.before().obstacles(), other.before().obstacles());
    return new ComparisonJson(
        first,
        second,
        difference(one.after().covered(), other.after().covered()),
        difference(one.after().rate(), other.after().rate()),
        same);
  }

  private static Double difference(Double from, Double to) {
    return from == null || to == null ? null : to - from;
  }

  @GetMapping("/{id}/sites.geojson")
  ResponseEntity<byte[]> geoJson(@PathVariable String id, @RequestParam Optional<Integer> version) {
    rights.requireDownload();
    JdbcPlans.Saved saved = plans.get(id, version);
    PlanJson result = result(saved);
    List<Map<String, Object>> features = new ArrayList<>();
    for (PlanJson.SiteJson site : result.sites()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("order", features.size() + 1);
      properties.put("id", site.id());
      properties.put("technology", site.technology());
      properties.put("radius_m", site.radiusM());
      properties.put("people", site.people());
      properties.put("cost_twd", site.costTwd());
      features.add(GeoJson.point(site.x(), site.y(), properties));
    }
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("name", saved.title());
    more.put("plan", saved.id());
    more.put("version", saved.version());
    more.put("before", result.before());
    more.put("after", result.after());
    return CoverageController.file(
        name(saved, "geojson"),
        "application/geo+json",
        json.writeValueAsString(GeoJson.collection(features, more))
            .getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/{id}/sites.csv")
  ResponseEntity<byte[]> csv(@PathVariable String id, @RequestParam Optional<Integer> version) {
    rights.requireDownload();
    JdbcPlans.Saved saved = plans.get(id, version);
    return CoverageController.file(
        name(saved, "csv"), "text/csv", CoverageCsv.sites(result(saved)));
  }

  @GetMapping("/{id}/plan.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String id, @RequestParam Optional<Integer> version) {
    rights.requireDownload();
    JdbcPlans.Saved saved = plans.get(id, version);
    rights.requireObstacles(ground.ground(saved));
    return CoverageController.file(
        name(saved, "pdf"), "application/pdf", pages.pdf(saved, result(saved)));
  }

  private static String name(JdbcPlans.Saved saved, String ending) {
    return "coverage-plan-%s-%d.%s".formatted(saved.id(), saved.version(), ending);
  }

  private PlanJson result(JdbcPlans.Saved saved) {
    return json.treeToValue(saved.result(), PlanJson.class);
  }
}
