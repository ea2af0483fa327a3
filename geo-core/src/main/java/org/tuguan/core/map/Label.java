package org.tuguan.core.map;

import java.awt.Color;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A text that wants a place on the map.
 *
 * @param priority higher ones are placed first
 * @param layer position of its layer, 0 at the bottom; of equal priority, upper layers come first
 */
record Label(Look look, Target target, LabelOptions options, double priority, int layer) {
  Label {
    Objects.requireNonNull(look);
    Objects.requireNonNull(target);
    Objects.requireNonNull(options);
  }

  /**
   * How it looks.
   *
   * @param halo not used if the radius is 0
   * @param haloRadius in pixels
   * @param shield drawn behind the text
   */
  record Look(TextBlock text, Color fill, Color halo, double haloRadius, Optional<Shield> shield) {}

  /** A graphic behind a text, such as the sign of a highway, with the feature it is drawn for. */
  record Shield(GraphicSymbol graphic, Object feature) {}

  /** What it is the label of. */
  sealed interface Target {}

  /**
   * A place.
   *
   * @param room width of the polygon there; 0 for a point
   * @param anchorX place in the label's box that lies on the point: 0 left, 1 right
   * @param anchorY 0 bottom, 1 top
   * @param moveX away from the point, to the right
   * @param moveY away from the point, up
   * @param rotation clockwise, in radians
   */
  record Spot(
      double x,
      double y,
      double room,
      double anchorX,
      double anchorY,
      double moveX,
      double moveY,
      double rotation)
      implements Target {}

  /**
   * Pieces of line inside the picture, as x, y, x, y…
   *
   * @param offset from the line, to the left of its direction of reading
   * @param gap between labels, if they are repeated
   * @param initialGap before the first, if they are repeated
   */
  record Lines(
      List<double[]> pieces, double offset, boolean repeated, double gap, double initialGap)
      implements Target {}
}
