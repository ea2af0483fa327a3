package org.tuguan.core.map;

import java.awt.Color;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.measure.Unit;
import javax.measure.quantity.Length;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.styling.UomOgcMapping;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.FeatureType;

/**
 * What the parts of one layer's style share while they are made ready for drawing: the size of
 * things in pixels, graphics and fonts; and what the parts ask for: attributes, and how far symbols
 * reach. Belongs to one thread.
 */
final class StyleScope {
  private static final double UNKNOWN_REACH = 64;
  private static final double METRES_PER_FOOT = 0.3048;

  /** Nearer to the poles a metre has no sensible size. */
  private static final double SMALLEST_COSINE = 0.01;

  private final FeatureType type;
  private final double pixelRatio;
  private final double pixelMetres;
  private final PatternOrigin patternOrigin;
  private final GraphicLibrary graphics;
  private final FontLibrary fonts;
  private final RenderProblems problems;
  private final Set<String> attributes = new LinkedHashSet<>();
  private double reach;
  private int varying;

  /**
   * @param type of the layer's data
   * @param request gives the sizes of pixels
   */
  StyleScope(FeatureType type, MapRequest request, MapRenderer.Resources resources) {
    this.type = type;
    this.pixelRatio = request.pixelRatio();
    this.pixelMetres = groundSize(request);
    this.patternOrigin = PatternOrigin.of(request);
    this.graphics = resources.graphics();
    this.fonts = resources.fonts();
    this.problems = resources.problems();
  }

  /** Metres on the ground to a pixel in the middle of the map, from west to east. */
  private static double groundSize(MapRequest request) {
    Bounds bounds = request.bounds();
    double nominal = request.resolutionX() * bounds.crs().metresPerUnit();
    if (!bounds.crs().geographic() && !bounds.crs().equals(Crs.WEB_MERCATOR)) {
      return nominal;
    }
    double[] middle = {(bounds.minX() + bounds.maxX()) / 2, (bounds.minY() + bounds.maxY()) / 2};
    CoordinateTransform.between(bounds.crs(), Crs.CRS84).apply(middle, 0, middle, 0, 1);
    double narrower = Math.cos(Math.toRadians(middle[1]));
    return narrower > SMALLEST_COSINE ? nominal * narrower : nominal;
  }

  StyleValue<Double> number(Expression expression, double fallback) {
    return value(expression, Double.class, fallback);
  }

  StyleValue<String> text(Expression expression, String fallback) {
    return value(expression, String.class, fallback);
  }

  StyleValue<Color> colour(Expression expression, Color fallback) {
    return value(expression, Color.class, fallback);
  }

  <T> StyleValue<T> value(Expression expression, Class<T> type, T fallback) {
    if (expression != null) {
      FilterAttributeExtractor names = new FilterAttributeExtractor();
      expression.accept(names, null);
      attributes.addAll(names.getAttributeNameSet());
    }
    StyleValue<T> value = new StyleValue<>(expression, type, fallback);
    varying += value.constant() ? 0 : 1;
    return value;
  }

  /** How many values so far are not the same for all features. */
  int varying() {
    return varying;
  }

  /** Notes what the filter reads; its geometries come into the system of the data. */
  Filter filter(Filter filter) {
    FilterAttributeExtractor names = new FilterAttributeExtractor();
    filter.accept(names, null);
    attributes.addAll(names.getAttributeNameSet());
    return FilterGeometries.in(filter, type.crs());
  }

  /** Says that symbols are drawn up to this many pixels away from their geometry. */
  void reaches(StyleValue<Double> size, double pixelsPerUnit) {
    reach =
        Math.max(
            reach,
            size.constant() ? Math.abs(size.of(null)) * pixelsPerUnit : UNKNOWN_REACH * pixelRatio);
  }

  /** Pixels around the picture in which a feature may still show; grows while parts are made. */
  double reach() {
    return reach;
  }

  /** Names of all attributes that filters and expressions read. */
  Set<String> attributes() {
    return attributes;
  }

  /** Pixels to a unit of a symbolizer: pixels of the style, metres or feet on the ground. */
  double pixels(Unit<Length> unit) {
    if (UomOgcMapping.METRE.getUnit().equals(unit)) {
      return 1 / pixelMetres;
    }
    return UomOgcMapping.FOOT.getUnit().equals(unit) ? METRES_PER_FOOT / pixelMetres : pixelRatio;
  }

  double pixelRatio() {
    return pixelRatio;
  }

  PatternOrigin patternOrigin() {
    return patternOrigin;
  }

  GraphicLibrary graphics() {
    return graphics;
  }

  FontLibrary fonts() {
    return fonts;
  }

  void problem(RenderProblems.Code code, String detail) {
    problems.count(type.name(), code, detail);
  }
}
