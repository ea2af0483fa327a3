package org.tuguan.api.snapshots;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Gauges of what is in memory. */
@Component
@ConditionalOnWebApplication
class SnapshotMetrics implements MeterBinder {
  private final LiveLayers layers;
  private final Clock clock;

  SnapshotMetrics(LiveLayers layers, Clock clock) {
    this.layers = layers;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("tuguan.snapshot.bytes", layers, LiveLayers::bytes)
        .description("Memory of the layers that are drawn from memory")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("tuguan.snapshot.layers", this, SnapshotMetrics::inMemory)
        .description("Layers that are drawn from memory")
        .register(registry);
    Gauge.builder("tuguan.snapshot.pending", this, SnapshotMetrics::pending)
        .description("Layers with known changes that are not to be seen yet")
        .register(registry);
    Gauge.builder("tuguan.snapshot.staleness", this, SnapshotMetrics::staleness)
        .description("Time since the database was last asked for changes")
        .baseUnit("seconds")
        .register(registry);
  }

  private double inMemory() {
    return layers.listLayers().stream()
        .filter(layer -> layer.state() == FollowedLayer.State.MEMORY)
        .count();
  }

  private double pending() {
    return layers.listLayers().stream().filter(FollowedLayer::behind).count();
  }

  private double staleness() {
    return layers
        .caughtUp()
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }
}
