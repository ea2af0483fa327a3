package org.tuguan.core.tile.archive;

import java.io.Closeable;
import java.io.IOException;

/** A file of tiles that is being written, by one thread. */
public interface TileArchive extends Closeable {
  /**
   * A tile of the web Mercator grid, row 0 in the north; in the order of {@link HilbertTile} ids.
   */
  void add(int z, int x, int y, byte[] body) throws IOException;

  /** Puts the whole file in its place; without it, closing leaves nothing behind. */
  void finish() throws IOException;
}
