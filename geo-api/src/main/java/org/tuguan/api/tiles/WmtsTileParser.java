package org.tuguan.api.tiles;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/**
 * Reads what GetTile asks for; every fault names the parameter in the standard's spelling
 * (07-057r7, 7.2.1).
 */
@Component
class WmtsTileParser {
  private final TileLayers layers;

  WmtsTileParser(TileLayers layers) {
    this.layers = layers;
  }

  /** The texts of one GetTile, from parameters or from an address. */
  record Asked(
      String layer,
      String style,
      String format,
      String tileMatrixSet,
      String tileMatrix,
      String tileRow,
      String tileCol) {}

  TileRequest parse(Catalog catalog, Asked asked, TileFormat format) {
    Layer layer = catalog.getLayer("layer", asked.layer(), Right.VIEW);
    TileLayer drawn = new TileLayer(layer, layer.getStyle("Style", asked.style()));
    if (!TileFormat.listPictures().contains(format)) {
      throw unknownFormat(asked.format());
    }
    TileMatrixSet set = TileMatrixSet.get("TileMatrixSet", asked.tileMatrixSet());
    List<TileMatrixLimits> limits = TileMatrixLimits.list(set, layers.extent(List.of(drawn)));
    if (limits.isEmpty()) {
      throw RequestException.invalid(
          "TileMatrixSet", asked.tileMatrixSet(), "layer " + layer.name() + " is not in this set");
    }
    int level = level(set, asked.tileMatrix());
    TileCoord coord = coord(set, limits(set, limits.get(level)), asked);
    return TileRequest.of(List.of(drawn), coord, format);
  }

  /** By media type. */
  static TileFormat format(String mediaType) {
    return TileFormat.findMediaType(mediaType).orElseThrow(() -> unknownFormat(mediaType));
  }

  private static RequestException unknownFormat(String format) {
    return new RequestException(
        Fault.UNKNOWN_FORMAT,
        "format",
        "format=%s: allowed are %s"
            .formatted(
                RequestException.quote(format),
                String.join(
                    ", ", TileFormat.listPictures().stream().map(TileFormat::mediaType).toList())));
  }

  /** As capabilities tell them. */
  private static TileMatrixLimits limits(TileMatrixSet set, TileMatrixLimits limits) {
    return limits.positive() ? limits : TileMatrixLimits.whole(set, limits.level());
  }

  private static int level(TileMatrixSet set, String text) {
    boolean known = text.matches("0|[1-9]\\d?") && Integer.parseInt(text) <= set.maxLevel();
    if (!known) {
      throw RequestException.invalid(
          "TileMatrix", text, "%s has 0 to %d".formatted(set.id(), set.maxLevel()));
    }
    return Integer.parseInt(text);
  }

  private static TileCoord coord(TileMatrixSet set, TileMatrixLimits limits, Asked asked) {
    long row = TileNumbers.parse("TileRow", asked.tileRow());
    long column = TileNumbers.parse("TileCol", asked.tileCol());
    if (!limits.containsRow(row)) {
      throw outside("TileRow", asked.tileRow(), limits.minRow(), limits.maxRow());
    }
    if (!limits.containsColumn(column)) {
      throw outside("TileCol", asked.tileCol(), limits.minColumn(), limits.maxColumn());
    }
    return new TileCoord(set, limits.level(), (int) column, (int) row);
  }

  private static RequestException outside(String parameter, String text, int least, int most) {
    return new RequestException(
        Fault.NOT_FOUND,
        parameter,
        "%s=%s: %d to %d is allowed here"
            .formatted(parameter, RequestException.quote(text), least, most));
  }
}
