package org.tuguan.core.map;

import java.util.Optional;
import org.geotools.api.style.Symbolizer;

/**
 * Vendor options of a text symbolizer, as GeoServer's users know them; lengths in pixels of the
 * picture.
 *
 * @param autoWrap break lines longer than this; 0 for never
 * @param spaceAround kept free of other labels; may be negative
 * @param maxDisplacement how far from its place a label may go
 * @param conflictResolution false for labels that lie over others and do not mind
 * @param group one label for all features of the same text
 * @param labelAllGroup with group: every piece of line that is long enough
 * @param partials labels may be cut at the edge of the picture
 * @param followLine letters follow the bends of a line
 * @param maxAngleDelta degrees between two letters
 * @param repeat distance between labels along a line; 0 for one label
 * @param forceLeftToRight turn labels along lines so that they are not upside down
 * @param goodnessOfFit share of the label's width that a polygon must have where it is labelled
 * @param graphicResize how a graphic behind the text is fitted: none, proportional, stretch
 * @param graphicMargin around the text, in a graphic that is fitted
 */
record LabelOptions(
    double autoWrap,
    double spaceAround,
    double maxDisplacement,
    boolean conflictResolution,
    boolean group,
    boolean labelAllGroup,
    boolean partials,
    boolean followLine,
    double maxAngleDelta,
    double repeat,
    boolean forceLeftToRight,
    double goodnessOfFit,
    String graphicResize,
    double graphicMargin) {
  private static final double MAX_ANGLE = 22.5;

  /** In pixels; what goes further is not seen as a label of its place. */
  private static final double FURTHEST = 256;

  /**
   * @param ratio pixels of the picture to a pixel of the style
   */
  static LabelOptions of(Symbolizer symbolizer, double ratio) {
    return new LabelOptions(
        Options.number(symbolizer, "autoWrap", 0) * ratio,
        Options.number(symbolizer, "spaceAround", 0) * ratio,
        Math.min(FURTHEST, Options.number(symbolizer, "maxDisplacement", 0)) * ratio,
        Options.yes(symbolizer, "conflictResolution", true),
        Options.yes(symbolizer, "group", false),
        Options.yes(symbolizer, "labelAllGroup", false),
        Options.yes(symbolizer, "partials", false),
        Options.yes(symbolizer, "followLine", false),
        Options.number(symbolizer, "maxAngleDelta", MAX_ANGLE),
        Options.number(symbolizer, "repeat", 0) * ratio,
        Options.yes(symbolizer, "forceLeftToRight", true),
        Options.number(symbolizer, "goodnessOfFit", 0),
        Optional.ofNullable(symbolizer.getOptions().get("graphic-resize")).orElse("none"),
        Options.number(symbolizer, "graphic-margin", 0) * ratio);
  }
}
