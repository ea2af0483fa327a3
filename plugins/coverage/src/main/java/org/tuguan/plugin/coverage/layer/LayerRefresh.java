package org.tuguan.plugin.coverage.layer;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.tuguan.core.plugin.JobTimes;
import org.tuguan.core.plugin.PluginJob;

/** Brings the layers to the stations of the new day, every night. */
@Component
class LayerRefresh implements PluginJob {
  private final CoverageLayers layers;

  LayerRefresh(CoverageLayers layers) {
    this.layers = layers;
  }

  @Override
  public String name() {
    return "coverage-layers";
  }

  @Override
  public JobTimes times() {
    return new JobTimes.Daily(LocalTime.of(3, 40));
  }

  @Override
  public void run() {
    layers.refresh();
  }
}
