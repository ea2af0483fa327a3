package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Font;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.Halo;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.StyleFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.tuguan.core.RequestException;

/**
 * Reads {@code Fill}, {@code Stroke}, {@code Font} and {@code Halo}. Defaults of the standards are
 * written into the model, so that a painter finds every value.
 */
final class SldPaints {
  private static final Set<String> FILL = Set.of("fill", "fill-opacity");
  private static final Set<String> STROKE =
      Set.of(
          "stroke",
          "stroke-width",
          "stroke-opacity",
          "stroke-linejoin",
          "stroke-linecap",
          "stroke-dasharray",
          "stroke-dashoffset");
  private static final Set<String> FONT =
      Set.of("font-family", "font-style", "font-weight", "font-size", "font-color");
  private static final Set<String> PARAMETERS = Set.of("CssParameter", "SvgParameter");

  private final FilterFactory filters = CommonFactoryFinder.getFilterFactory();
  private final StyleFactory factory;
  private final SldExpressions expressions;
  private final SldGraphics graphics;

  SldPaints(StyleFactory factory, SldExpressions expressions, SldGraphics graphics) {
    this.factory = factory;
    this.expressions = expressions;
    this.graphics = graphics;
  }

  Fill fill(SldElement element) {
    element.allowOnly(Set.of("CssParameter", "SvgParameter", "GraphicFill"));
    Map<String, Expression> values = parameters(element, FILL);
    return factory.createFill(
        values.getOrDefault("fill", filters.literal("#808080")),
        null,
        values.getOrDefault("fill-opacity", filters.literal(1.0)),
        nested(element, "GraphicFill"));
  }

  Fill defaultFill() {
    return textFill("#808080");
  }

  /** One colour, opaque. */
  Fill textFill(String colour) {
    return factory.createFill(filters.literal(colour), null, filters.literal(1.0), null);
  }

  Stroke stroke(SldElement element) {
    element.allowOnly(Set.of("CssParameter", "SvgParameter", "GraphicFill", "GraphicStroke"));
    Map<String, Expression> values = parameters(element, STROKE);
    Stroke stroke =
        factory.createStroke(
            values.getOrDefault("stroke", filters.literal("#000000")),
            values.getOrDefault("stroke-width", filters.literal(1.0)),
            values.getOrDefault("stroke-opacity", filters.literal(1.0)),
            values.getOrDefault("stroke-linejoin", filters.literal("miter")),
            values.getOrDefault("stroke-linecap", filters.literal("butt")),
            null,
            values.getOrDefault("stroke-dashoffset", filters.literal(0.0)),
            nested(element, "GraphicFill"),
            nested(element, "GraphicStroke"));
    for (SldElement parameter : element.children()) {
      if (parameter.attribute("name").orElse("").equals("stroke-dasharray")) {
        stroke.setDashArray(dashes(parameter));
      }
    }
    return stroke;
  }

  Stroke defaultStroke() {
    return factory.createStroke(
        filters.literal("#000000"),
        filters.literal(1.0),
        filters.literal(1.0),
        filters.literal("miter"),
        filters.literal("butt"),
        null,
        filters.literal(0.0),
        null,
        null);
  }

  /** Families in order of preference; a comma separates several in one parameter. */
  Font font(SldElement element) {
    Map<String, Expression> values = parameters(element, FONT);
    List<Expression> families = new ArrayList<>();
    for (SldElement parameter : element.children()) {
      if (parameter.attribute("name").orElse("").equals("font-family")) {
        families.addAll(families(expressions.value(parameter)));
      }
    }
    if (families.isEmpty()) {
      families.add(filters.literal("sans-serif"));
    }
    return factory.font(
        families,
        values.getOrDefault("font-style", filters.literal("normal")),
        values.getOrDefault("font-weight", filters.literal("normal")),
        values.getOrDefault("font-size", filters.literal(10.0)));
  }

  private List<Expression> families(Expression value) {
    if (!(value instanceof Literal literal)) {
      return List.of(value);
    }
    return Stream.of(String.valueOf(literal.getValue()).split(","))
        .map(each -> each.strip().replaceAll("^['\"]|['\"]$", ""))
        .filter(each -> !each.isEmpty())
        .map(each -> (Expression) filters.literal(each))
        .toList();
  }

  Halo halo(SldElement element) {
    element.allowOnly(Set.of("Radius", "Fill"));
    return factory.halo(
        element.child("Fill").map(this::fill).orElseGet(() -> textFill("#FFFFFF")),
        element.child("Radius").map(expressions::value).orElseGet(() -> filters.literal(1.0)));
  }

  private Graphic nested(SldElement element, String name) {
    return element
        .child(name)
        .map(holder -> graphics.graphic(holder.getChild("Graphic")))
        .orElse(null);
  }

  /** A list of numbers may mix text and expressions. */
  private List<Expression> dashes(SldElement parameter) {
    List<Expression> dashes = new ArrayList<>();
    for (SldElement part : parameter.content()) {
      if (!part.isText()) {
        dashes.add(expressions.expression(part));
        continue;
      }
      for (String number : part.text().strip().split("[\\s,]+")) {
        if (!number.isEmpty()) {
          dashes.add(filters.literal(length(parameter, number)));
        }
      }
    }
    return dashes;
  }

  private static double length(SldElement parameter, String text) {
    try {
      double length = Double.parseDouble(text);
      if (length >= 0 && Double.isFinite(length)) {
        return length;
      }
    } catch (NumberFormatException notANumber) {
      // answered below, as for negative lengths
    }
    throw parameter.fault("lengths are expected, not " + RequestException.quote(text));
  }

  private Map<String, Expression> parameters(SldElement element, Set<String> known) {
    Map<String, Expression> values = new LinkedHashMap<>();
    for (SldElement parameter : element.children()) {
      if (PARAMETERS.contains(parameter.name())) {
        String name =
            parameter
                .attribute("name")
                .orElseThrow(() -> parameter.fault("attribute name is missing"));
        if (!known.contains(name)) {
          throw parameter.fault(
              "parameter %s is not known; allowed: %s"
                  .formatted(
                      RequestException.quote(name),
                      String.join(", ", known.stream().sorted().toList())));
        }
        values.put(name, expressions.value(parameter));
      }
    }
    return values;
  }
}
