package org.tuguan.plugin.coverage.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.plugin.coverage.layer.LayerUpkeep;
import org.tuguan.plugin.coverage.layer.ResultLayer;
import org.tuguan.plugin.coverage.layer.ResultLayers;
import org.tuguan.plugin.coverage.plan.PlanGround;
import org.tuguan.plugin.coverage.plan.Plans;
import org.tuguan.plugin.coverage.store.JdbcLayerState;
import org.tuguan.plugin.coverage.store.JdbcPlans;

/**
 * What the plugin's layers show ({@code GET /api/v1/coverage/layers/state}), and plans as layers:
 * {@code POST /api/v1/coverage/layers} publishes a version of one's own plan, {@code GET} lists
 * what is published, {@code DELETE …/layers/{name}} takes it back.
 */
@RestController
@RequestMapping("/api/v1/coverage/layers")
class LayersController {
  private final LayerUpkeep upkeep;
  private final JdbcLayerState state;
  private final ResultLayers results;
  private final Plans plans;
  private final PlanGround ground;
  private final CoverageRights rights;
  private final PluginAudit audit;

  LayersController(
      LayerUpkeep upkeep,
      JdbcLayerState state,
      ResultLayers results,
      Plans plans,
      PlanGround ground,
      CoverageRights rights,
      PluginAudit audit) {
    this.upkeep = upkeep;
    this.state = state;
    this.results = results;
    this.plans = plans;
    this.ground = ground;
    this.rights = rights;
    this.audit = audit;
  }

  /**
   * The state that the layers show.
   *
   * @param updating whether they are being brought to a newer one
   * @param failed whether the last attempt at that failed
   * @param shownAt when they were written; null if they never were
   */
  record StateJson(boolean updating, boolean failed, Instant shownAt) {}

  /**
   * Which plan is to be a layer.
   *
   * @param version null for the latest
   */
  record PublishBody(String plan, Integer version) {}

  /**
   * A layer that somebody asked for.
   *
   * @param plan null for what a process found
   * @param mine whether the caller may take it back
   */
  record LayerJson(
      String layer, String title, String plan, Integer version, Instant madeAt, boolean mine) {}

  @GetMapping("/state")
  ResponseEntity<StateJson> state() {
    rights.requireFigures();
    JdbcLayerState.Shown shown = state.shown();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new StateJson(upkeep.isBehind(), shown.failed(), shown.madeAt().orElse(null)));
  }

  @GetMapping
  List<LayerJson> list() {
    String account = rights.requirePlanner();
    return results.list().stream().map(layer -> json(layer, account)).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  LayerJson publish(@RequestBody PublishBody body) {
    String account = rights.requirePlanner();
    if (body.plan() == null) {
      throw RequestException.missing("plan");
    }
    JdbcPlans.Saved plan = plans.get(body.plan(), Optional.ofNullable(body.version()));
    requireOwn(plan.account(), account, "plan");
    rights.requireObstacles(ground.ground(plan));
    PlanGround.Again again = ground.measure(plan);
    if (!again.same()) {
      throw new RequestException(
          Fault.CONFLICT,
          "plan",
          new LocalText(
              "點位清冊或視線所經的建物、地形在方案儲存後已變更；請將方案另存一版再發布。",
              "The inventory, or buildings or terrain in lines of sight, have changed since this plan"
                  + " was saved: save another version, and publish that."));
    }
    ResultLayer layer = results.publish(ground.result(plan, again), plan.account());
    audit.record("layer.publish", "layer:" + layer.layer(), Map.of("plan", plan.id()));
    return json(layer, account);
  }

  @DeleteMapping("/{name}")
  ResponseEntity<Void> withdraw(@PathVariable String name) {
    String account = rights.requirePlanner();
    ResultLayer layer =
        results
            .find(name)
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.NOT_FOUND,
                        "name",
                        new LocalText("沒有這個方案圖層", "there is no such layer of a plan")));
    requireOwn(layer.account(), account, "name");
    results.withdraw(name);
    audit.record("layer.withdraw", "layer:" + name, Map.of());
    return ResponseEntity.noContent().build();
  }

  private void requireOwn(String owner, String account, String parameter) {
    if (!owner.equals(account) && !rights.administrator()) {
      throw new RequestException(
          Fault.NOT_ALLOWED, parameter, new LocalText("這是別人的方案。", "This plan is somebody else's."));
    }
  }

  private LayerJson json(ResultLayer layer, String account) {
    return new LayerJson(
        layer.layer(),
        layer.title(),
        layer.plan().orElse(null),
        layer.version().orElse(null),
        layer.madeAt(),
        layer.account().equals(account) || rights.administrator());
  }
}
