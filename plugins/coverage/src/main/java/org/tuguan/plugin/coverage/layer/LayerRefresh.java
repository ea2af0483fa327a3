package org.tuguan.plugin.coverage.layer;

import java.time.Clock;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.tuguan.core.plugin.JobTimes;
import org.tuguan.core.plugin.PluginJob;
import org.tuguan.plugin.coverage.store.JdbcLayerState;

/** Brings the layers to the stations of the new day, every night, and after each change. */
@Component
class LayerRefresh implements PluginJob {
  static final String NAME = "coverage-layers";

  private final CoverageLayers layers;
  private final JdbcLayerState state;
  private final Clock clock;

  LayerRefresh(CoverageLayers layers, JdbcLayerState state, Clock clock) {
    this.layers = layers;
    this.state = state;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public JobTimes times() {
    return new JobTimes.Daily(LocalTime.of(3, 40));
  }

  @Override
  public void run() {
    try {
      layers.refresh();
    } catch (RuntimeException e) {
      state.failed(clock.instant());
      throw e;
    }
  }
}
