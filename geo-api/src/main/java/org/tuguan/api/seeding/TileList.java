package org.tuguan.api.seeding;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.LongStream;
import org.tuguan.core.tile.TileCoord;

/** The tiles of some levels that meet an area, level by level, row by row from the north-west. */
final class TileList {
  private final List<TileBlock> blocks;
  private final TileArea area;
  private final long size;

  TileList(TileOptions options) {
    this.area = options.area();
    this.blocks =
        TileBlock.listOf(options.set(), area.bounds(), options.minZoom(), options.maxZoom());
    this.size =
        area.shape().isEmpty()
            ? TileBlock.count(blocks)
            : blocks.stream().mapToLong(this::count).sum();
  }

  private long count(TileBlock block) {
    return positions(block).count();
  }

  private LongStream positions(TileBlock block) {
    return LongStream.range(0, block.count()).filter(each -> area.meets(block.at(each)));
  }

  /** How many tiles. */
  long size() {
    return size;
  }

  /** Around the tiles of each level. */
  List<TileBlock> blocks() {
    return blocks;
  }

  /** Those of one of the blocks. */
  List<TileCoord> listOf(TileBlock block) {
    List<TileCoord> tiles = new ArrayList<>();
    positions(block).forEach(each -> tiles.add(block.at(each)));
    return tiles;
  }

  /** All but the first so many. */
  Iterator<TileCoord> after(long done) {
    Walk walk = new Walk();
    walk.skip(done);
    return walk;
  }

  /** Which tiles these are, the same text in every run. */
  String text() {
    return blocks + (area.shape().isEmpty() ? "" : area.text());
  }

  private final class Walk implements Iterator<TileCoord> {
    private final long positions = TileBlock.count(blocks);
    private long position;
    private Optional<TileCoord> next = Optional.empty();

    void skip(long tiles) {
      if (area.shape().isEmpty()) {
        position = tiles;
        return;
      }
      for (long i = 0; i < tiles && hasNext(); i++) {
        next();
      }
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && position < positions) {
        next = Optional.of(TileBlock.at(blocks, position++)).filter(area::meets);
      }
      return next.isPresent();
    }

    @Override
    public TileCoord next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      TileCoord tile = next.get();
      next = Optional.empty();
      return tile;
    }
  }
}
