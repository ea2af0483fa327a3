/**
 * Tiles of the web Mercator grid in one file that other people's programs read: {@link
 * org.tuguan.core.tile.archive.TileArchive} as MBTiles or PMTiles.
 */
package org.tuguan.core.tile.archive;
