package org.tuguan.core.tile;

import java.util.List;

/**
 * What a layer offers to a tile.
 *
 * @param features in the order of the source
 * @param skipped how many were not even read, since they are smaller than others that already fill
 *     the tile
 */
record TileContent(
    VectorTileLayer layer, List<TileFeature> features, TileValues values, int skipped) {}
