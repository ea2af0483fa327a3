package org.tuguan.plugin.coverage.web;

import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.plugin.coverage.layer.LayerUpkeep;
import org.tuguan.plugin.coverage.store.JdbcLayerState;

/** What the plugin's layers show: {@code GET /api/v1/coverage/layers}. */
@RestController
@RequestMapping("/api/v1/coverage/layers")
class LayersController {
  private final LayerUpkeep upkeep;
  private final JdbcLayerState state;
  private final CoverageRights rights;

  LayersController(LayerUpkeep upkeep, JdbcLayerState state, CoverageRights rights) {
    this.upkeep = upkeep;
    this.state = state;
    this.rights = rights;
  }

  /**
   * The state that the layers show.
   *
   * @param updating whether they are being brought to a newer one
   * @param failed whether the last attempt at that failed
   * @param shownAt when they were written; null if they never were
   */
  record StateJson(boolean updating, boolean failed, Instant shownAt) {}

  @GetMapping("/state")
  ResponseEntity<StateJson> state() {
    rights.requireFigures();
    JdbcLayerState.Shown shown = state.shown();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new StateJson(upkeep.isBehind(), shown.failed(), shown.madeAt().orElse(null)));
  }
}
