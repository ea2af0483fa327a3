package org.tuguan.core.map;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.Mark;

/**
 * The {@code Graphic} of a style: the first of its marks and icons that can be drawn, with size,
 * rotation, opacity, anchor and displacement. Belongs to one thread.
 */
final class GraphicSymbol {
  /** Of a mark without a size (SE 1.1, 11.3.1). */
  private static final double MARK_SIZE = 6;

  /** In pixels; nobody needs more, and memory ends somewhere. */
  private static final double LARGEST = 4096;

  /** What is drawn: a mark or an icon, around the origin. */
  interface Figure {
    /** Height if the style gives none, in pixels of the style. */
    double nativeSize(Object feature);

    /** Width to height. */
    double aspect(Object feature);

    /** True if it looks the same for all features. */
    boolean constant();

    /** Of one that is constant: equal for figures that look the same. */
    Object look();

    /**
     * @param height in pixels of the picture
     */
    void draw(Graphics2D graphics, double height, Object feature);
  }

  private final double unit;
  private final double pixelRatio;
  private final Figure figure;
  private final StyleValue<Double> size;
  private final StyleValue<Double> rotation;
  private final StyleValue<Double> opacity;
  private final StyleValue<Double> anchorX;
  private final StyleValue<Double> anchorY;
  private final StyleValue<Double> moveX;
  private final StyleValue<Double> moveY;

  GraphicSymbol(Graphic graphic, double unit, StyleScope scope) {
    this.unit = unit;
    this.pixelRatio = scope.pixelRatio();
    this.figure = figure(graphic.graphicalSymbols(), unit, scope);
    this.size = scope.number(graphic.getSize(), Double.NaN);
    this.rotation = scope.number(graphic.getRotation(), 0);
    this.opacity = scope.number(graphic.getOpacity(), 1);
    AnchorPoint anchor = graphic.getAnchorPoint();
    this.anchorX = scope.number(anchor == null ? null : anchor.getAnchorPointX(), 0.5);
    this.anchorY = scope.number(anchor == null ? null : anchor.getAnchorPointY(), 0.5);
    Displacement move = graphic.getDisplacement();
    this.moveX = scope.number(move == null ? null : move.getDisplacementX(), 0);
    this.moveY = scope.number(move == null ? null : move.getDisplacementY(), 0);
    scope.reaches(scope.number(graphic.getSize(), 2 * MARK_SIZE), unit);
  }

  private static Figure figure(List<GraphicalSymbol> symbols, double unit, StyleScope scope) {
    for (GraphicalSymbol symbol : symbols) {
      if (symbol instanceof Mark mark) {
        return new MarkFigure(mark, unit, scope);
      }
      Figure icon =
          symbol instanceof ExternalGraphic external ? IconFigure.find(external, scope) : null;
      if (icon != null) {
        return icon;
      }
    }
    return MarkFigure.greySquare(scope);
  }

  /** Height in pixels of the picture. */
  double height(Object feature) {
    double given = size.of(feature);
    double height = Double.isNaN(given) ? figure.nativeSize(feature) * pixelRatio : given * unit;
    return Math.min(LARGEST, height);
  }

  /** Width in pixels of the picture. */
  double width(Object feature) {
    return height(feature) * figure.aspect(feature);
  }

  /** True if all features get the same. */
  boolean constant() {
    return figure.constant()
        && List.of(size, rotation, opacity, anchorX, anchorY, moveX, moveY).stream()
            .allMatch(StyleValue::constant);
  }

  /** Of one that is constant: equal for symbols that look the same. */
  Object look() {
    return List.of(
        figure.look(),
        unit,
        pixelRatio,
        size.of(null),
        rotation.of(null),
        opacity.of(null),
        anchorX.of(null),
        anchorY.of(null),
        moveX.of(null),
        moveY.of(null));
  }

  /** Pixels around its place outside of which nothing is drawn; of one that is constant. */
  double extent() {
    double diagonal = Math.hypot(width(null), height(null));
    return 1.5 * diagonal + Math.hypot(moveX.of(null), moveY.of(null)) * unit + 2 * pixelRatio;
  }

  /** Draws it at a pixel position, turned clockwise by {@code radians} besides its own rotation. */
  void draw(Graphics2D graphics, double x, double y, double radians, Object feature) {
    draw(graphics, x, y, radians, height(feature), feature);
  }

  /** As above, in another height than the style's. */
  void draw(
      Graphics2D graphics, double x, double y, double radians, double height, Object feature) {
    double alpha = opacity.of(feature);
    if (!(height > 0) || alpha <= 0) {
      return;
    }
    AffineTransform before = graphics.getTransform();
    Composite composite = graphics.getComposite();
    graphics.translate(x, y);
    graphics.rotate(radians);
    graphics.translate(moveX.of(feature) * unit, -moveY.of(feature) * unit);
    graphics.rotate(Math.toRadians(rotation.of(feature)));
    graphics.translate(
        (0.5 - anchorX.of(feature)) * height * figure.aspect(feature),
        (anchorY.of(feature) - 0.5) * height);
    if (alpha < 1) {
      graphics.setComposite(AlphaComposite.SrcOver.derive((float) alpha));
    }
    figure.draw(graphics, height, feature);
    graphics.setComposite(composite);
    graphics.setTransform(before);
  }

  /** Null if the style has no graphic. */
  static GraphicSymbol of(Graphic graphic, double unit, StyleScope scope) {
    return graphic == null ? null : new GraphicSymbol(graphic, unit, scope);
  }
}
