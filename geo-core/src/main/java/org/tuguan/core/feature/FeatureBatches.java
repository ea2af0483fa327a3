package org.tuguan.core.feature;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a source in key order, a bounded batch at a time, for whoever passes features on to a
 * client: a batch is in memory before its first feature is given away, and between batches nothing
 * of the source is held, neither a connection nor a moment of the data (docs/adr/0014). For one
 * thread.
 *
 * <p>A feature that is there from the first batch to the last comes exactly once; one that comes,
 * goes or changes in between may be seen as it was or as it is.
 */
public final class FeatureBatches extends AbstractSpliterator<Feature> {
  private static final int MOST_ROWS = 20_000;

  /** Of a batch, estimated; a single larger feature is a batch of its own. */
  private static final long MOST_BYTES = 2_000_000;

  private final FeatureSource source;
  private final Queue<Feature> batch = new ArrayDeque<>();
  private Query rest;
  private int rows = MOST_ROWS;
  private boolean ended;

  private FeatureBatches(FeatureSource source, Query query) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.source = source;
    this.rest = query;
  }

  /** The matches in key order; the first batch is read at once, so that faults come at once. */
  public static Stream<Feature> stream(FeatureSource source, Query query) {
    FeatureBatches batches = new FeatureBatches(source, query);
    batches.read();
    return StreamSupport.stream(batches, false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super Feature> action) {
    if (batch.isEmpty() && !ended) {
      read();
    }
    Optional<Feature> next = Optional.ofNullable(batch.poll());
    next.ifPresent(action);
    return next.isPresent();
  }

  private void read() {
    int wanted = rest.limit() < 0 ? rows : Math.min(rows, rest.limit());
    int found = 0;
    long bytes = 0;
    String last = null;
    try (Stream<Feature> features = source.features(rest.withLimit(wanted))) {
      for (var each = features.iterator(); bytes < MOST_BYTES && each.hasNext(); found++) {
        Feature feature = each.next();
        batch.add(feature);
        bytes += feature.bytes();
        last = feature.id();
      }
    }
    int left = rest.limit() < 0 ? -1 : rest.limit() - found;
    ended = left == 0 || found < wanted && bytes < MOST_BYTES;
    if (!ended) {
      rest = rest.withLimit(left).withAfter(last);
      rows = Math.min(MOST_ROWS, found + found / 4 + 1);
    }
  }
}
