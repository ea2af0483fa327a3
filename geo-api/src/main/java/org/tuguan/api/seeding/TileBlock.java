package org.tuguan.api.seeding;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/** All tiles of a level between two corners. */
record TileBlock(TileCoord northWest, TileCoord southEast) {
  /** The tiles of some levels that meet an area. */
  static List<TileBlock> listOf(TileMatrixSet set, Bounds area, int minZoom, int maxZoom) {
    Bounds there = CoordinateTransform.between(area.crs(), set.crs()).apply(area);
    List<TileBlock> blocks = new ArrayList<>();
    for (int z = minZoom; z <= maxZoom; z++) {
      blocks.add(
          new TileBlock(
              set.at(z, there.minX(), there.maxY()), set.at(z, there.maxX(), there.minY())));
    }
    return blocks;
  }

  static long count(List<TileBlock> blocks) {
    return blocks.stream().mapToLong(TileBlock::count).sum();
  }

  int level() {
    return northWest.z();
  }

  private int columns() {
    return southEast.x() - northWest.x() + 1;
  }

  long count() {
    return (long) columns() * (southEast.y() - northWest.y() + 1);
  }

  /** Row by row from the north-west. */
  TileCoord at(long position) {
    return new TileCoord(
        northWest.set(),
        level(),
        northWest.x() + (int) (position % columns()),
        northWest.y() + (int) (position / columns()));
  }

  /** Of all blocks, one after the other. */
  static TileCoord at(List<TileBlock> blocks, long position) {
    long rest = position;
    for (TileBlock block : blocks) {
      if (rest < block.count()) {
        return block.at(rest);
      }
      rest -= block.count();
    }
    throw new IndexOutOfBoundsException(position);
  }
}
