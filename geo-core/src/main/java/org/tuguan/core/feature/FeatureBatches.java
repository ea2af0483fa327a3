package org.tuguan.core.feature;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private final Optional<ExecutorService> reader;
  private Query rest;
  private int rows = MOST_ROWS;
  private Future<Batch> coming;
  private Batch current;

  private FeatureBatches(FeatureSource source, Query query, Optional<ExecutorService> reader) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.source = source;
    this.rest = query;
    this.reader = reader;
    this.current = read();
    readAhead();
  }

  /**
   * @param last true if there are no more
   */
  private record Batch(Queue<Feature> features, boolean last) {}

  /** The matches in key order; the first batch is read at once, so that faults come at once. */
  public static Stream<Feature> stream(FeatureSource source, Query query) {
    return StreamSupport.stream(new FeatureBatches(source, query, Optional.empty()), false);
  }

  /**
   * As {@link #stream}, with a thread of its own that reads a batch while the one before is worked
   * on; close it.
   */
  public static Stream<Feature> streamAhead(FeatureSource source, Query query) {
    ExecutorService reader = Executors.newSingleThreadExecutor(FeatureBatches::thread);
    try {
      return StreamSupport.stream(new FeatureBatches(source, query, Optional.of(reader)), false)
          .onClose(reader::shutdownNow);
    } catch (RuntimeException e) {
      reader.shutdownNow();
      throw e;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "read-ahead");
    thread.setDaemon(true);
    return thread;
  }

  private void readAhead() {
    if (reader.isPresent() && !current.last()) {
      coming = reader.get().submit(this::read);
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super Feature> action) {
    while (current.features().isEmpty() && !current.last()) {
      current = reader.isPresent() ? taken() : read();
      readAhead();
    }
    Optional<Feature> next = Optional.ofNullable(current.features().poll());
    next.ifPresent(action);
    return next.isPresent();
  }

  private Batch taken() {
    try {
      return coming.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("features could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted", e);
    }
  }

  private Batch read() {
    int wanted = rest.limit() < 0 ? rows : Math.min(rows, rest.limit());
    Queue<Feature> batch = new ArrayDeque<>();
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
    boolean ended = left == 0 || found < wanted && bytes < MOST_BYTES;
    if (!ended) {
      rest = rest.withLimit(left).withAfter(last);
      rows = Math.min(MOST_ROWS, found + found / 4 + 1);
    }
    return new Batch(batch, ended);
  }
}
