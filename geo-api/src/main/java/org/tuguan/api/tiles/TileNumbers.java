package org.tuguan.api.tiles;

import java.util.regex.Pattern;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/** Level, column and row as they are written in addresses. */
final class TileNumbers {
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");
  private static final int SAFE_DIGITS = 18;

  private TileNumbers() {}

  /** A whole number; one too large for anything is given as the largest. */
  static long parse(String parameter, String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw RequestException.invalid(parameter, text, "a whole number is allowed");
    }
    return text.length() > SAFE_DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
  }

  /** The tile, or NOT_FOUND if the grid has no such tile. */
  static TileCoord coord(TileMatrixSet set, String z, String x, String y) {
    long level = parse("z", z);
    long column = parse("x", x);
    long row = parse("y", y);
    if (!TileCoord.contains(set, level, column, row)) {
      throw new RequestException(
          Fault.NOT_FOUND,
          "",
          "%s has no tile at level %s, column %s, row %s"
              .formatted(
                  set.id(),
                  RequestException.quote(z),
                  RequestException.quote(x),
                  RequestException.quote(y)));
    }
    return new TileCoord(set, (int) level, (int) column, (int) row);
  }
}
