package org.tuguan.core.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.crs.Bounds;

/**
 * A published data set.
 *
 * @param name in addresses and requests: letters of any script, digits, {@code _ - .}, one colon
 *     for a prefix
 * @param title for people; synthetic layers say so in it
 * @param summary a paragraph
 * @param theme id of a theme
 * @param agency id of the agency responsible
 * @param extent in CRS:84; empty if the layer has no data
 * @param styles never empty; the first is the default
 * @param placeName attribute by which features are found as places, if they are
 * @param updated when data or description last changed
 * @param terms of the caller who sees it
 */
public record Layer(
    String name,
    LocalText title,
    LocalText summary,
    List<String> keywords,
    String theme,
    String agency,
    LayerData data,
    Optional<Bounds> extent,
    List<StyleInfo> styles,
    Provenance provenance,
    Optional<String> placeName,
    boolean shownAtStart,
    Instant updated,
    LayerTerms terms) {
  /** What a layer may be called. */
  public static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,62}(:[\\p{L}\\p{N}_.-]{1,63})?");

  public Layer {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a layer name: " + name);
    }
    Objects.requireNonNull(title);
    Objects.requireNonNull(summary);
    keywords = List.copyOf(keywords);
    Objects.requireNonNull(theme);
    Objects.requireNonNull(agency);
    Objects.requireNonNull(data);
    Objects.requireNonNull(extent);
    styles = List.copyOf(styles);
    if (styles.isEmpty()) {
      throw new IllegalArgumentException(name + " has no style");
    }
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(placeName);
    Objects.requireNonNull(updated);
    Objects.requireNonNull(terms);
  }

  /** The layer as somebody sees it: of its extent that part which they may view. */
  public Layer on(LayerTerms others) {
    Optional<Bounds> seen =
        others.access().ground(Right.VIEW).orElse(Ground.EVERYWHERE) instanceof Ground.Within within
            ? extent.flatMap(box -> cut(box, within))
            : extent;
    return new Layer(
        name,
        title,
        summary,
        keywords,
        theme,
        agency,
        data,
        seen,
        styles,
        provenance,
        placeName,
        shownAtStart,
        updated,
        others);
  }

  private static Optional<Bounds> cut(Bounds extent, Ground.Within within) {
    Envelope common = extent.envelope().intersection(within.area().getEnvelopeInternal());
    return common.isNull() ? Optional.empty() : Optional.of(Bounds.of(extent.crs(), common));
  }

  public StyleInfo defaultStyle() {
    return styles.get(0);
  }

  public Optional<StyleInfo> findStyle(String style) {
    return styles.stream().filter(each -> each.name().equals(style)).findFirst();
  }

  /**
   * The style that is asked for: an empty name and {@code default} stand for the default, unless a
   * style is called so.
   *
   * @param parameter in which it was asked for; a fault names it
   */
  public StyleInfo getStyle(String parameter, String style) {
    if (style.isEmpty()) {
      return defaultStyle();
    }
    return findStyle(style)
        .or(() -> style.equals("default") ? Optional.of(defaultStyle()) : Optional.empty())
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.UNKNOWN_STYLE,
                    parameter,
                    "%s: layer %s has no style %s; it has %s"
                        .formatted(
                            parameter,
                            name,
                            RequestException.quote(style),
                            String.join(", ", styles.stream().map(StyleInfo::name).toList()))));
  }

  /** The table behind a vector layer; empty for rasters. */
  public Optional<LayerData.Table> table() {
    return data instanceof LayerData.Table table ? Optional.of(table) : Optional.empty();
  }
}
