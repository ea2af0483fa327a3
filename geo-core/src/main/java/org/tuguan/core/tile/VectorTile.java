package org.tuguan.core.tile;

/**
 * A tile in the Mapbox Vector Tile format 2.1, not compressed.
 *
 * @param body empty (no bytes at all) if there is no feature in the tile; not to be changed
 * @param features how many are in it
 * @param dropped how many had to be left out to keep the size limit, nearly: those that were not
 *     even read may lie just outside; features that are too small to be seen do not count
 */
public record VectorTile(byte[] body, int features, int dropped) {
  /** Of the body. */
  public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

  public boolean empty() {
    return features == 0;
  }
}
