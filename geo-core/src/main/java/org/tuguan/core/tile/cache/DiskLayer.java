package org.tuguan.core.tile.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk below a cache: tiles and what became of them. Whatever goes wrong with it is said once
 * and hinders nobody; tiles are then made and not kept. Closed to readers until {@link #trust},
 * since what happened between two runs must be known first. Safe for any thread.
 */
final class DiskLayer implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(DiskLayer.class);

  private final DiskTiles tiles;
  private final ChangeJournal journal;
  private final Optional<String> moment;
  private volatile boolean trusted;
  private volatile boolean failing;

  private DiskLayer(DiskTiles tiles, ChangeJournal journal, Optional<String> moment) {
    this.tiles = tiles;
    this.journal = journal;
    this.moment = moment;
    this.failing = tiles == null;
  }

  /** One that keeps nothing. */
  static DiskLayer none() {
    return new DiskLayer(null, null, Optional.empty());
  }

  /** One that keeps nothing if the directory cannot be used. */
  static DiskLayer open(ChangeLog log, Path directory, long limit) {
    if (limit <= 0) {
      return none();
    }
    DiskTiles tiles = null;
    try {
      tiles = DiskTiles.open(directory, limit);
      ChangeJournal journal = ChangeJournal.open(directory, log);
      log.startAfter(tiles.sequence());
      return new DiskLayer(tiles, journal, journal.moment());
    } catch (IOException | RuntimeException e) {
      LOG.warn("tiles are not kept on disk: {}: {}", directory, e.toString());
      closeQuietly(tiles);
      return none();
    }
  }

  private static void closeQuietly(Closeable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      LOG.debug("not closed", e);
    }
  }

  /** Up to which changes were told in former runs; empty if that is not known. */
  Optional<String> moment() {
    return moment;
  }

  /** From now on tiles of former runs are given out. */
  void trust() {
    trusted = true;
  }

  Optional<TileRecord> find(TileKey key) {
    if (tiles == null || !trusted) {
      return Optional.empty();
    }
    try {
      return tiles.find(key);
    } catch (IOException e) {
      failed(e);
      return Optional.empty();
    }
  }

  void put(TileKey key, CachedTile tile, long sequence) {
    if (tiles == null) {
      return;
    }
    try {
      tiles.put(new TileRecord(key.text(), tile, sequence));
      if (failing) {
        failing = false;
        LOG.info("tiles are kept on disk again");
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  /** The log has it already. */
  void add(ChangeLog.Change change) {
    if (journal == null) {
      return;
    }
    try {
      synchronized (journal) {
        journal.add(change);
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  /** All changes up to a moment have been told. */
  void reach(String reached) {
    if (journal == null) {
      return;
    }
    try {
      synchronized (journal) {
        journal.reach(reached);
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  void clear() {
    if (tiles == null) {
      return;
    }
    try {
      tiles.clear();
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException e) {
    if (!failing) {
      failing = true;
      LOG.warn("tiles are not kept on disk for the moment: {}", e.toString());
    }
  }

  boolean usable() {
    return !failing;
  }

  long bytes() {
    return tiles == null ? 0 : tiles.bytes();
  }

  long entries() {
    return tiles == null ? 0 : tiles.entries();
  }

  @Override
  public void close() {
    closeQuietly(journal);
    closeQuietly(tiles);
  }
}
