/**
 * Tiles over HTTP: XYZ with TileJSON, WMTS and OGC API Tiles.
 *
 * <p>The three protocols only read addresses; {@link org.tuguan.api.tiles.Tiles} makes what they
 * ask for. Nothing is drawn here: a raster tile is a map like any other.
 */
package org.tuguan.api.tiles;
