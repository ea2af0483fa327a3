package org.tuguan.api.usage;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Counters and gauges of the ledger. */
final class UsageMetrics implements MeterBinder {
  private final UsageState state;

  UsageMetrics(UsageState state) {
    this.state = state;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("tuguan.usage.lag", state, each -> each.now().lagSeconds())
        .description("Time since everything recorded was in the database")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("tuguan.usage.buffered", state, each -> each.now().buffered())
        .description("Requests in memory that are not on disk yet")
        .register(registry);
    Gauge.builder("tuguan.usage.journal", state, each -> each.now().journalBytes())
        .description("Journal on disk, delivered or not")
        .baseUnit("bytes")
        .register(registry);
    FunctionCounter.builder("tuguan.usage.recorded", state, each -> each.now().recorded())
        .description("Records written to the journal")
        .register(registry);
    FunctionCounter.builder("tuguan.usage.dropped", state, each -> each.now().dropped())
        .description("Uses that found no room; the ledger knows of the gap")
        .register(registry);
  }
}
