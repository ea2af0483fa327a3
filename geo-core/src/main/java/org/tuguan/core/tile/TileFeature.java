package org.tuguan.core.tile;

/**
 * A feature ready for a tile, except for the numbers of its values there.
 *
 * @param id -1 if the key is no whole number
 * @param kind as the format numbers it
 * @param size longer side of its box in tile units, also outside the tile; the smallest are dropped
 *     first
 * @param geometry drawing commands
 * @param values one for each attribute of the layer, numbers of {@link TileValues}
 */
record TileFeature(long id, int kind, double size, byte[] geometry, int[] values) {
  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;
}
