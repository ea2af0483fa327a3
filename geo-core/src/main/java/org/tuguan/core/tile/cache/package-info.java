/**
 * Tiles that were made once and are kept: in memory, over disk.
 *
 * <p>{@link org.tuguan.core.tile.cache.TileCache} is the place to start. It is told what changed
 * and where, and never gives out a tile that meets a change after it was made; {@code
 * docs/adr/0012} says how. Nothing here knows what a tile shows or who may see it.
 */
package org.tuguan.core.tile.cache;
