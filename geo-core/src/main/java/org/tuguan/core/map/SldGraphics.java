package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.Mark;
import org.geotools.api.style.StyleFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.tuguan.core.RequestException;

/** Reads {@code Graphic} with its marks and external graphics. */
final class SldGraphics {
  private static final Set<String> PARTS =
      Set.of(
          "Mark",
          "ExternalGraphic",
          "Opacity",
          "Size",
          "Rotation",
          "AnchorPoint",
          "Displacement",
          "Gap",
          "InitialGap");

  /**
   * A path below the product's own graphics: no scheme, no root, no way up. What follows a question
   * mark are parameters of an SVG.
   */
  private static final Pattern LOCAL =
      Pattern.compile(
          "[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]*(/[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]*)*(\\?[\\w%&=#.,()-]*)?");

  private static final Map<String, String> FORMATS =
      Map.of(".svg", "image/svg+xml", ".png", "image/png", ".jpg", "image/jpeg");

  private final FilterFactory filters = CommonFactoryFinder.getFilterFactory();
  private final StyleFactory factory;
  private final SldExpressions expressions;
  private final SldPaints paints;

  SldGraphics(StyleFactory factory, SldExpressions expressions) {
    this.factory = factory;
    this.expressions = expressions;
    paints = new SldPaints(factory, expressions, this);
  }

  SldPaints paints() {
    return paints;
  }

  /**
   * Without {@code Size} the size is {@link Expression#NIL}: 6 pixels for marks, their own size for
   * pictures.
   */
  Graphic graphic(SldElement element) {
    element.allowOnly(PARTS);
    Graphic graphic =
        factory.graphic(
            symbols(element),
            child(element, "Opacity").orElseGet(() -> filters.literal(1.0)),
            child(element, "Size").orElse(Expression.NIL),
            child(element, "Rotation").orElseGet(() -> filters.literal(0.0)),
            element.child("AnchorPoint").map(this::anchor).orElse(null),
            element.child("Displacement").map(this::displacement).orElse(null));
    child(element, "Gap").ifPresent(graphic::setGap);
    child(element, "InitialGap").ifPresent(graphic::setInitialGap);
    return graphic;
  }

  /** The square that stands for a point whose symbolizer says nothing else. */
  Graphic defaultGraphic() {
    return factory.graphic(
        List.of(defaultMark(filters.literal("square"))),
        filters.literal(1.0),
        filters.literal(6.0),
        filters.literal(0.0),
        null,
        null);
  }

  AnchorPoint anchor(SldElement element) {
    return factory.anchorPoint(
        expressions.value(element.getChild("AnchorPointX")),
        expressions.value(element.getChild("AnchorPointY")));
  }

  Displacement displacement(SldElement element) {
    return factory.displacement(
        expressions.value(element.getChild("DisplacementX")),
        expressions.value(element.getChild("DisplacementY")));
  }

  private Optional<Expression> child(SldElement element, String name) {
    return element.child(name).map(expressions::value);
  }

  private List<GraphicalSymbol> symbols(SldElement element) {
    List<GraphicalSymbol> symbols = new ArrayList<>();
    for (SldElement child : element.children()) {
      if (child.is("Mark")) {
        symbols.add(mark(child));
      } else if (child.is("ExternalGraphic")) {
        symbols.add(external(child));
      }
    }
    if (symbols.isEmpty()) {
      symbols.add(defaultMark(filters.literal("square")));
    }
    return symbols;
  }

  private Mark mark(SldElement element) {
    element.allowOnly(Set.of("WellKnownName", "Fill", "Stroke"));
    Expression name = child(element, "WellKnownName").orElseGet(() -> filters.literal("square"));
    if (element.child("Fill").isEmpty() && element.child("Stroke").isEmpty()) {
      return defaultMark(name);
    }
    return factory.mark(
        name,
        element.child("Fill").map(paints::fill).orElse(null),
        element.child("Stroke").map(paints::stroke).orElse(null));
  }

  private Mark defaultMark(Expression name) {
    return factory.mark(name, paints.defaultFill(), paints.defaultStroke());
  }

  private ExternalGraphic external(SldElement element) {
    element.allowOnly(Set.of("OnlineResource", "Format"));
    SldElement resource = element.getChild("OnlineResource");
    String href =
        resource.attribute("href").orElseThrow(() -> resource.fault("attribute href is missing"));
    if (!LOCAL.matcher(href).matches()) {
      throw resource.fault(
          "graphic %s: only graphics that come with the product are drawn, such as icons/school.svg"
              .formatted(RequestException.quote(href)));
    }
    String format =
        element.childText("Format").filter(text -> !text.isEmpty()).orElseGet(() -> format(href));
    return factory.createExternalGraphic(href, format);
  }

  private static String format(String href) {
    String path = href.replaceFirst("\\?.*", "");
    int dot = path.lastIndexOf('.');
    String ending = dot < 0 ? "" : path.substring(dot).toLowerCase(Locale.ROOT);
    return FORMATS.getOrDefault(ending, "image/png");
  }
}
