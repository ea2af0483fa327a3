package org.tuguan.core.map;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.LabelPlacement;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.PointPlacement;
import org.tuguan.core.map.PixelShape.Kind;

/**
 * Finds what of a feature a label is put at: a point, a place inside the visible part of a polygon,
 * or the visible pieces of a line; in a picture with neighbours, all of the feature counts, not
 * only what is visible. Belongs to one thread.
 */
final class LabelTargets {
  private final double unit;
  private final Rectangle2D picture;
  private final boolean shared;
  private final InteriorPoint interior;
  private final boolean alongLines;
  private final boolean centred;
  private final boolean repeated;
  private final StyleValue<Double> anchorX;
  private final StyleValue<Double> anchorY;
  private final StyleValue<Double> moveX;
  private final StyleValue<Double> moveY;
  private final StyleValue<Double> rotation;
  private final StyleValue<Double> offset;
  private final StyleValue<Double> gap;
  private final StyleValue<Double> initialGap;

  /**
   * @param placement null for: along lines, in the middle of polygons, to the right of points
   */
  LabelTargets(LabelPlacement placement, double unit, LabelBoard board, StyleScope scope) {
    this.unit = unit;
    this.picture = board.picture();
    this.shared = board.buffer() > 0;
    this.interior = shared ? InteriorPoint.anywhere() : InteriorPoint.within(picture);
    PointPlacement point = placement instanceof PointPlacement given ? given : null;
    LinePlacement line = placement instanceof LinePlacement given ? given : null;
    this.alongLines = point == null && (line == null || line.isAligned());
    AnchorPoint anchor = point == null ? null : point.getAnchorPoint();
    this.centred = anchor == null;
    this.anchorX = scope.number(anchor == null ? null : anchor.getAnchorPointX(), 0);
    this.anchorY = scope.number(anchor == null ? null : anchor.getAnchorPointY(), 0.5);
    Displacement move = point == null ? null : point.getDisplacement();
    this.moveX = scope.number(move == null ? null : move.getDisplacementX(), 0);
    this.moveY = scope.number(move == null ? null : move.getDisplacementY(), 0);
    this.rotation = scope.number(point == null ? null : point.getRotation(), 0);
    this.offset = scope.number(line == null ? null : line.getPerpendicularOffset(), 0);
    this.repeated = line != null && line.isRepeated();
    this.gap = scope.number(line == null ? null : line.getGap(), 0);
    this.initialGap = scope.number(line == null ? null : line.getInitialGap(), 0);
  }

  /** Empty if nothing of the feature is in the picture. */
  Optional<Label.Target> find(PixelShape shape, Object feature) {
    boolean polygon = shape.has(Kind.SHELL) || shape.has(Kind.DOT_POLYGON);
    if (polygon && (!alongLines || centred)) {
      return interior
          .find(shape)
          .map(place -> spot(place.x(), place.y(), place.width(), true, feature));
    }
    if (shape.has(Kind.LINE)) {
      List<double[]> pieces = shared ? whole(shape) : visible(shape);
      if (pieces.isEmpty()) {
        return Optional.empty();
      }
      if (alongLines) {
        return Optional.of(
            new Label.Lines(
                pieces,
                offset.of(feature) * unit,
                repeated,
                gap.of(feature) * unit,
                initialGap.of(feature) * unit));
      }
      LinePath longest = longest(pieces);
      double[] middle = longest.at(longest.length() / 2);
      return Optional.of(spot(middle[0], middle[1], 0, true, feature));
    }
    int first = shape.start(0);
    return Optional.of(spot(shape.x(first), shape.y(first), 0, false, feature));
  }

  private Label.Spot spot(double x, double y, double room, boolean middle, Object feature) {
    return new Label.Spot(
        x,
        y,
        room,
        centred && middle ? 0.5 : anchorX.of(feature),
        anchorY.of(feature),
        moveX.of(feature) * unit,
        moveY.of(feature) * unit,
        Math.toRadians(rotation.of(feature)));
  }

  private static List<double[]> whole(PixelShape shape) {
    List<double[]> pieces = new ArrayList<>();
    for (int part = 0; part < shape.parts(); part++) {
      if (shape.kind(part) == Kind.LINE) {
        pieces.add(shape.points(part));
      }
    }
    return pieces;
  }

  private List<double[]> visible(PixelShape shape) {
    ClipBox box = new ClipBox(picture.getWidth(), picture.getHeight(), 0);
    List<double[]> pieces = new ArrayList<>();
    for (int part = 0; part < shape.parts(); part++) {
      if (shape.kind(part) == Kind.LINE) {
        box.cutLine(
            shape,
            part,
            (xy, points, skipped) -> {
              if (points > 1) {
                pieces.add(Arrays.copyOf(xy, 2 * points));
              }
            });
      }
    }
    return pieces;
  }

  private static LinePath longest(List<double[]> pieces) {
    LinePath longest = new LinePath(pieces.get(0));
    for (double[] piece : pieces) {
      LinePath path = new LinePath(piece);
      if (path.length() > longest.length()) {
        longest = path;
      }
    }
    return longest;
  }
}
