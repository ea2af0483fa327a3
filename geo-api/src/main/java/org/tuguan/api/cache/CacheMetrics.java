package org.tuguan.api.cache;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.core.tile.cache.CacheStatistics;
import org.tuguan.core.tile.cache.TileCache;

/** Counters and gauges of the tile cache. */
@Component
@ConditionalOnWebApplication
class CacheMetrics implements MeterBinder {
  private static final String REQUESTS = "tuguan.tile.cache.requests";

  private final TileCache cache;

  CacheMetrics(TileCache cache) {
    this.cache = cache;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "memory", CacheStatistics::memoryHits);
    count(registry, "disk", CacheStatistics::diskHits);
    count(registry, "shared", CacheStatistics::shared);
    count(registry, "made", CacheStatistics::misses);
    FunctionCounter.builder("tuguan.tile.cache.stale", cache, c -> c.statistics().stale())
        .description("Tiles that were there and met a change, or were too old")
        .register(registry);
    gauge(registry, "tuguan.tile.cache.hit.rate", "", CacheStatistics::hitRate);
    gauge(registry, "tuguan.tile.cache.memory", "bytes", CacheStatistics::memoryBytes);
    gauge(registry, "tuguan.tile.cache.disk", "bytes", CacheStatistics::diskBytes);
    gauge(registry, "tuguan.tile.cache.disk.tiles", "", CacheStatistics::diskEntries);
    gauge(registry, "tuguan.tile.cache.disk.usable", "", each -> each.diskUsable() ? 1 : 0);
  }

  private void count(MeterRegistry registry, String from, ToDoubleFunction<CacheStatistics> value) {
    FunctionCounter.builder(REQUESTS, cache, each -> value.applyAsDouble(each.statistics()))
        .description("Tiles that were asked for, by where they came from")
        .tag("from", from)
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry, String name, String unit, ToDoubleFunction<CacheStatistics> value) {
    Gauge.builder(name, cache, each -> value.applyAsDouble(each.statistics()))
        .baseUnit(unit.isEmpty() ? null : unit)
        .register(registry);
  }
}
