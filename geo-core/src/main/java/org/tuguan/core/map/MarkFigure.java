package org.tuguan.core.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Mark;
import org.geotools.api.style.Stroke;
import org.geotools.styling.StyleBuilder;

/** A well-known mark with its own fill and stroke. Belongs to one thread. */
final class MarkFigure implements GraphicSymbol.Figure {
  private static final double SIZE = 6;

  private final double unit;
  private final StyleScope scope;
  private final StyleValue<String> name;
  private final boolean filled;
  private final StyleValue<Color> fill;
  private final StyleValue<Double> fillOpacity;
  private final boolean stroked;
  private final StyleValue<Color> stroke;
  private final StyleValue<Double> strokeOpacity;
  private final StyleValue<Double> strokeWidth;
  private final StyleValue<String> cap;

  private MarkFigure(
      Expression wellKnownName, Fill fill, Stroke stroke, double unit, StyleScope scope) {
    this.unit = unit;
    this.scope = scope;
    this.name = scope.text(wellKnownName, "square");
    this.filled = fill != null;
    this.fill = scope.colour(filled ? fill.getColor() : null, Color.GRAY);
    this.fillOpacity = scope.number(filled ? fill.getOpacity() : null, 1);
    this.stroked = stroke != null;
    this.stroke = scope.colour(stroked ? stroke.getColor() : null, Color.BLACK);
    this.strokeOpacity = scope.number(stroked ? stroke.getOpacity() : null, 1);
    this.strokeWidth = scope.number(stroked ? stroke.getWidth() : null, 1);
    this.cap = scope.text(stroked ? stroke.getLineCap() : null, "butt");
  }

  MarkFigure(Mark mark, double unit, StyleScope scope) {
    this(mark.getWellKnownName(), mark.getFill(), mark.getStroke(), unit, scope);
  }

  /** What is drawn where a graphic has nothing that could be drawn (SE 1.1, 11.3.2). */
  static MarkFigure greySquare(StyleScope scope) {
    Fill grey = new StyleBuilder().createFill(Color.GRAY);
    return new MarkFigure(null, grey, null, scope.pixelRatio(), scope);
  }

  @Override
  public boolean constant() {
    return name.constant()
        && fill.constant()
        && fillOpacity.constant()
        && stroke.constant()
        && strokeOpacity.constant()
        && strokeWidth.constant()
        && cap.constant();
  }

  @Override
  public Object look() {
    return List.of(
        name.of(null),
        unit,
        filled,
        fill.of(null),
        fillOpacity.of(null),
        stroked,
        stroke.of(null),
        strokeOpacity.of(null),
        strokeWidth.of(null),
        cap.of(null));
  }

  @Override
  public double nativeSize(Object feature) {
    return SIZE;
  }

  @Override
  public double aspect(Object feature) {
    return 1;
  }

  @Override
  public void draw(Graphics2D graphics, double height, Object feature) {
    String wanted = name.of(feature);
    Optional<Shape> known = MarkShapes.find(wanted);
    if (known.isEmpty()) {
      scope.problem(RenderProblems.Code.SYMBOL, "no mark is called " + wanted);
    }
    Shape unitShape = known.orElseGet(() -> MarkShapes.find("square").orElseThrow());
    Shape shape =
        AffineTransform.getScaleInstance(height, height).createTransformedShape(unitShape);
    if (filled && !MarkShapes.lineOnly(wanted)) {
      graphics.setColor(Colours.with(fill.of(feature), fillOpacity.of(feature)));
      graphics.fill(shape);
    }
    if (stroked) {
      graphics.setColor(Colours.with(stroke.of(feature), strokeOpacity.of(feature)));
      graphics.setStroke(
          new BasicStroke(
              (float) (strokeWidth.of(feature) * unit),
              StrokePen.cap(cap.of(feature)),
              BasicStroke.JOIN_MITER));
      graphics.draw(shape);
    }
  }
}
