/**
 * The server's {@link org.tuguan.core.tile.cache.TileCache}: where it lies, what it is told of
 * changes, what a restart may keep, how it is doing and how it is purged. What a tile is, is the
 * business of {@code org.tuguan.api.tiles}.
 */
package org.tuguan.api.cache;
