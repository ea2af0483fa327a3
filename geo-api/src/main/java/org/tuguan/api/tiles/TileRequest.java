package org.tuguan.api.tiles;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.access.Right;
import org.tuguan.core.sharing.UsedOperation;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/**
 * One tile to make.
 *
 * @param layers bottom first, never empty
 * @param pixelRatio 1, or 2 for dense screens: as many pixels again on each side
 * @param locale language of labels: Chinese, or English for all others
 * @param attributes names of those that go into a vector tile; empty for all
 */
record TileRequest(
    List<TileLayer> layers,
    TileCoord coord,
    TileFormat format,
    int pixelRatio,
    Locale locale,
    Optional<List<String>> attributes) {
  TileRequest {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a tile of nothing");
    }
    Objects.requireNonNull(coord);
    Objects.requireNonNull(format);
    attributes = attributes.map(List::copyOf);
    if (pixelRatio < 1 || pixelRatio > 2) {
      throw new IllegalArgumentException("pixel ratio " + pixelRatio);
    }
    locale = locale.getLanguage().equals("zh") ? Locale.TAIWAN : Locale.ENGLISH;
  }

  /** Drawn at the pixel ratio 1 with Chinese labels, or with all attributes. */
  static TileRequest of(List<TileLayer> layers, TileCoord coord, TileFormat format) {
    return new TileRequest(layers, coord, format, 1, Locale.TAIWAN, Optional.empty());
  }

  /** The right that it takes: a vector tile carries attributes. */
  Right right() {
    return format.right();
  }

  /** True if the tile is the same for all the world. */
  boolean isPublic() {
    return layers.stream().allMatch(each -> each.layer().terms().isPublic(right()));
  }

  /** The same tile of all data, for those to whom no limit of area matters in it. */
  TileRequest unlimited() {
    return new TileRequest(
        layers.stream().map(TileLayer::unlimited).toList(),
        coord,
        format,
        pixelRatio,
        locale,
        attributes);
  }

  /** Says to the ledger that this tile is given out, by this service. */
  void note(String service) {
    UsageNotes.served(
        new UsedOperation(service, UsedOperation.TILE, format.extension()),
        layers.stream().map(each -> each.layer().name()).toList(),
        Optional.of(coord.bounds()));
  }

  /** Pixels on each side of a picture. */
  int side() {
    return TileMatrixSet.TILE_SIZE * pixelRatio;
  }
}
