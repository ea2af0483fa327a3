package org.tuguan.core.tile.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.tile.TileMatrixSet;

/**
 * Keeps tiles in memory and on disk, each bounded in bytes, and has those that are asked for by
 * many at once made once. A tile that meets a change told by {@link #changed} after its making was
 * begun is made again when it is next asked for. Safe for any thread.
 *
 * <p>Rights are not looked at here: ask only for those who may see the tile.
 */
public final class TileCache implements Closeable {
  /** What an entry takes beside its body. */
  private static final int OVERHEAD = 400;

  private final Cache<TileKey, Kept> memory;
  private final Map<TileKey, Flight> flights = new ConcurrentHashMap<>();
  private final ChangeLog log;
  private final DiskLayer disk;
  private final Clock clock;
  private final LongAdder memoryHits = new LongAdder();
  private final LongAdder diskHits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder shared = new LongAdder();
  private final LongAdder stale = new LongAdder();

  private TileCache(long memoryBytes, ChangeLog log, DiskLayer disk, Clock clock) {
    this.memory =
        Caffeine.newBuilder()
            .maximumWeight(memoryBytes)
            .weigher((TileKey key, Kept kept) -> kept.tile.body().length + OVERHEAD)
            .build();
    this.log = log;
    this.disk = disk;
    this.clock = clock;
  }

  /** One that forgets everything at its end. */
  public static TileCache inMemory(long bytes, Clock clock) {
    ChangeLog log = newLog();
    return new TileCache(bytes, log, DiskLayer.none(), clock);
  }

  /**
   * One over a directory, which no other process uses; if it cannot be used, that is said in the
   * log and only memory is used. Tiles of former runs are not given out before {@link
   * #trustFormerRuns}.
   */
  public static TileCache over(Path directory, long diskBytes, long memoryBytes, Clock clock) {
    ChangeLog log = newLog();
    return new TileCache(memoryBytes, log, DiskLayer.open(log, directory, diskBytes), clock);
  }

  private static ChangeLog newLog() {
    return new ChangeLog(
        TileMatrixSet.listAll().stream().map(TileMatrixSet::crs).distinct().toList());
  }

  /** A tile in memory. */
  private static final class Kept {
    private final CachedTile tile;

    /** Of the last change that is known to show, or not to matter. */
    private volatile long sequence;

    private Kept(CachedTile tile, long sequence) {
      this.tile = tile;
      this.sequence = sequence;
    }
  }

  /** A tile that is being made. */
  private record Flight(long sequence, CompletableFuture<CachedTile> tile) {
    private CachedTile await() throws Exception {
      try {
        return tile.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Exception cause) {
          throw cause;
        }
        throw (Error) e.getCause();
      }
    }
  }

  /**
   * The tile as it is after all changes told before this call. What {@code make} throws is thrown
   * to all who waited for it, and the next call makes anew.
   *
   * @param make called in this thread, or not at all
   */
  public CachedTile get(TileKey key, TileInputs inputs, Callable<CachedTile> make)
      throws Exception {
    long arrival = log.sequence();
    Optional<CachedTile> kept = find(key, inputs);
    while (kept.isEmpty()) {
      Flight mine = new Flight(log.sequence(), new CompletableFuture<>());
      Flight theirs = flights.putIfAbsent(key, mine);
      if (theirs == null) {
        return make(key, inputs, make, mine);
      }
      CachedTile tile = theirs.await();
      if (theirs.sequence >= arrival || !log.touched(inputs, theirs.sequence)) {
        shared.increment();
        return tile;
      }
      kept = find(key, inputs);
    }
    return kept.get();
  }

  private CachedTile make(TileKey key, TileInputs inputs, Callable<CachedTile> make, Flight flight)
      throws Exception {
    try {
      Kept meanwhile = memory.getIfPresent(key);
      if (meanwhile != null && fresh(meanwhile, inputs)) {
        shared.increment();
        flight.tile.complete(meanwhile.tile);
        return meanwhile.tile;
      }
      misses.increment();
      CachedTile tile = make.call();
      boolean keep = !inputs.maxAge().isZero();
      if (keep) {
        memory.put(key, new Kept(tile, flight.sequence));
      }
      flight.tile.complete(tile);
      if (keep) {
        disk.put(key, tile, flight.sequence);
      }
      return tile;
    } catch (Exception | Error e) {
      flight.tile.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key, flight);
    }
  }

  /** The tile if it is there, as it is after all changes told before this call. */
  public Optional<CachedTile> find(TileKey key, TileInputs inputs) {
    Kept kept = memory.getIfPresent(key);
    if (kept == null) {
      return findOnDisk(key, inputs);
    }
    if (fresh(kept, inputs)) {
      memoryHits.increment();
      return Optional.of(kept.tile);
    }
    if (memory.asMap().remove(key, kept)) {
      stale.increment();
    }
    return Optional.empty();
  }

  private boolean fresh(Kept kept, TileInputs inputs) {
    long now = log.sequence();
    boolean fresh = fresh(kept.tile, kept.sequence, inputs);
    if (fresh) {
      kept.sequence = now;
    }
    return fresh;
  }

  private Optional<CachedTile> findOnDisk(TileKey key, TileInputs inputs) {
    long now = log.sequence();
    Optional<TileRecord> record = disk.find(key);
    if (record.isEmpty()) {
      return Optional.empty();
    }
    CachedTile tile = record.get().tile();
    if (!fresh(tile, record.get().sequence(), inputs)) {
      stale.increment();
      return Optional.empty();
    }
    diskHits.increment();
    memory.put(key, new Kept(tile, now));
    return Optional.of(tile);
  }

  private boolean fresh(CachedTile tile, long sequence, TileInputs inputs) {
    return !log.touched(inputs, sequence)
        && clock.millis() - tile.made() < inputs.maxAge().toMillis();
  }

  /**
   * Tiles of a layer that meet a box are out of date, on every grid and level, wherever they are.
   *
   * @param box in any system; empty for everywhere
   */
  public synchronized void changed(String layer, Optional<Bounds> box) {
    disk.add(log.add(layer, box.orElse(null)));
  }

  /** As {@link #changed(String, Optional)} for all layers. */
  public synchronized void changedAll(Optional<Bounds> box) {
    disk.add(log.add(ChangeLog.ALL, box.orElse(null)));
  }

  /** Forgets all tiles, and gives their room back. */
  public void clear() {
    changedAll(Optional.empty());
    memory.invalidateAll();
    disk.clear();
  }

  /**
   * The moment that {@link #reached} named last in a former run: up to it all changes are known;
   * empty if there is none.
   */
  public Optional<String> formerMoment() {
    return disk.moment();
  }

  /**
   * From now on tiles of former runs are given out: whoever calls this has told all changes since
   * {@link #formerMoment}, or that everything changed.
   */
  public void trustFormerRuns() {
    disk.trust();
  }

  /**
   * All changes up to a moment have been told; writes that down for the next run.
   *
   * @param moment whatever the caller wants to be given back by {@link #formerMoment}
   */
  public void reached(String moment) {
    disk.reach(moment);
  }

  public CacheStatistics statistics() {
    return new CacheStatistics(
        memoryHits.sum(),
        diskHits.sum(),
        misses.sum(),
        shared.sum(),
        stale.sum(),
        memory.policy().eviction().map(size -> size.weightedSize().orElse(0)).orElse(0L),
        memory.estimatedSize(),
        disk.bytes(),
        disk.entries(),
        disk.usable());
  }

  @Override
  public void close() {
    disk.close();
  }
}
