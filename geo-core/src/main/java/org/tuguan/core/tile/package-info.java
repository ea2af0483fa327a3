/**
 * Tiles: how a map is cut.
 *
 * <p>A raster tile is a map like any other, made from a {@link org.tuguan.core.tile.TileCoord};
 * nothing is drawn here. A vector tile is written by {@link
 * org.tuguan.core.tile.VectorTileEncoder}.
 */
package org.tuguan.core.tile;
