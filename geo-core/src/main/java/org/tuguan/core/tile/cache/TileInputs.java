package org.tuguan.core.tile.cache;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.tuguan.core.crs.Bounds;

/**
 * What a tile is made from.
 *
 * @param area all that can show in the tile: its own bounds and a margin for symbols and labels, in
 *     the system of its grid
 * @param layers their names, as changes are told
 * @param maxAge after which it is made again even if no change was told; {@link #FOREVER} where
 *     every change is told, zero where the tile must not be kept
 */
public record TileInputs(Bounds area, List<String> layers, Duration maxAge) {
  public static final Duration FOREVER = Duration.ofDays(100_000);

  public TileInputs {
    Objects.requireNonNull(area);
    layers = List.copyOf(layers);
    Objects.requireNonNull(maxAge);
  }
}
