package org.tuguan.api.seeding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tuguan.core.tile.TileCoord;

/** Asks for several tiles at a time. */
final class TileFetch implements AutoCloseable {
  static final int BATCH = 64;

  private final TileOptions options;
  private final ExecutorService threads;

  TileFetch(TileOptions options) {
    this.options = options;
    this.threads =
        Executors.newFixedThreadPool(
            options.threads(),
            work -> {
              Thread thread = new Thread(work, "tiles");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The bodies, in the order of the tiles. */
  List<Optional<byte[]>> get(List<TileCoord> tiles) throws IOException, InterruptedException {
    List<Future<Optional<byte[]>>> asked = new ArrayList<>();
    for (TileCoord tile : tiles) {
      asked.add(
          threads.submit(() -> options.server().tile(options.layers(), tile, options.extension())));
    }
    List<Optional<byte[]>> bodies = new ArrayList<>();
    for (Future<Optional<byte[]>> each : asked) {
      try {
        bodies.add(each.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IOException(e.getCause());
      }
    }
    return bodies;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
