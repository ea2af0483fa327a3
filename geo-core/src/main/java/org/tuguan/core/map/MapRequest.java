package org.tuguan.core.map;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tuguan.core.crs.Bounds;

/**
 * One map to draw.
 *
 * @param bounds outer edges of the picture; x east whatever axis order the request was written in
 * @param width in pixels
 * @param height in pixels
 * @param layers bottom first
 * @param transparent true if nothing drawn means nothing there; the background colour is then not
 *     used
 * @param background behind everything if not transparent
 * @param pixelRatio pixels to one pixel of the style: 1, or 2 for dense screens; sizes, widths and
 *     fonts grow with it and scale rules see the picture as if it had been drawn at 1
 * @param locale picks the language of styles and labels where they have more than one
 * @param labelBuffer 0 for a map that stands alone: its labels stay inside it. Otherwise one of
 *     many that are laid side by side: labels run over its edges, and as those within so many
 *     pixels of it are placed with them, the neighbours show the other parts. Labels that are wider
 *     than a quarter of it may still be seen on one side only
 */
public record MapRequest(
    Bounds bounds,
    int width,
    int height,
    List<StyledLayer> layers,
    boolean transparent,
    Color background,
    double pixelRatio,
    Locale locale,
    int labelBuffer) {
  /** Of a tile, for a pixel ratio of 1: right for names of four or five characters. */
  public static final int TILE_LABEL_BUFFER = 200;

  /** Size of a pixel in metres, by convention (SE 1.1, section 10.2; WMS 1.3.0, 7.2.4.6.9). */
  public static final double STANDARD_PIXEL = 0.00028;

  public MapRequest {
    Objects.requireNonNull(bounds);
    layers = List.copyOf(layers);
    Objects.requireNonNull(background);
    Objects.requireNonNull(locale);
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("picture of %d x %d pixels".formatted(width, height));
    }
    if (!(bounds.width() > 0 && bounds.height() > 0)) {
      throw new IllegalArgumentException("bounds without area");
    }
    if (!(pixelRatio > 0)) {
      throw new IllegalArgumentException("pixel ratio " + pixelRatio);
    }
    if (labelBuffer < 0) {
      throw new IllegalArgumentException("label buffer " + labelBuffer);
    }
  }

  /** A map that stands alone. */
  public MapRequest(
      Bounds bounds,
      int width,
      int height,
      List<StyledLayer> layers,
      boolean transparent,
      Color background,
      double pixelRatio,
      Locale locale) {
    this(bounds, width, height, layers, transparent, background, pixelRatio, locale, 0);
  }

  /** The same map as one of many side by side. */
  public MapRequest asTile() {
    return new MapRequest(
        bounds,
        width,
        height,
        layers,
        transparent,
        background,
        pixelRatio,
        locale,
        (int) Math.ceil(TILE_LABEL_BUFFER * pixelRatio));
  }

  /** Width of a pixel in map units. */
  public double resolutionX() {
    return bounds.width() / width;
  }

  /** Height of a pixel in map units. */
  public double resolutionY() {
    return bounds.height() / height;
  }

  /**
   * As the OGC counts it: by the width of a standard pixel, in a system of degrees along the
   * equator.
   */
  public double scaleDenominator() {
    return resolutionX() * pixelRatio * bounds.crs().metresPerUnit() / STANDARD_PIXEL;
  }
}
