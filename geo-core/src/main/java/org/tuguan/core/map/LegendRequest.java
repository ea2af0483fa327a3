package org.tuguan.core.map;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geotools.api.style.Style;
import org.tuguan.core.feature.GeometryKind;

/**
 * A legend to draw.
 *
 * @param kind what the layer's geometries are; empty for a raster
 * @param rule name of the only rule wanted
 * @param scale denominator at which the map is seen; empty for all of the style
 * @param locale language of the titles
 * @param symbolWidth of each symbol, in pixels, 1 to 512
 * @param symbolHeight of each symbol, in pixels, 1 to 512
 * @param transparent true for no background, otherwise it is white
 * @param pixelRatio pixels of the picture to one pixel of the sizes above: 1, or 2 for dense
 *     screens
 */
public record LegendRequest(
    Style style,
    Optional<GeometryKind> kind,
    Optional<String> rule,
    OptionalDouble scale,
    Locale locale,
    int symbolWidth,
    int symbolHeight,
    boolean transparent,
    double pixelRatio) {
  /** Largest width and height of a symbol. */
  public static final int LARGEST_SYMBOL = 512;

  public LegendRequest {
    Objects.requireNonNull(style);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(scale);
    Objects.requireNonNull(locale);
    if (symbolWidth < 1
        || symbolHeight < 1
        || symbolWidth > LARGEST_SYMBOL
        || symbolHeight > LARGEST_SYMBOL) {
      throw new IllegalArgumentException("symbol of %d x %d".formatted(symbolWidth, symbolHeight));
    }
  }

  /** The whole style in symbols of 24 x 16 pixels on nothing. */
  public static LegendRequest of(Style style, Optional<GeometryKind> kind, Locale locale) {
    return new LegendRequest(
        style, kind, Optional.empty(), OptionalDouble.empty(), locale, 24, 16, true, 1);
  }
}
