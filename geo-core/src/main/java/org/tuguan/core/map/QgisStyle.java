package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tuguan.core.RequestException;

/**
 * A style as QGIS keeps its own (QML), made of one that QGIS has the same words for: a single
 * symbol, one symbol for each value of an attribute, or one for each range of a number; all rules
 * at the same scales; plain fills, lines and marks. Names that are written on the map are left out.
 * What is not as simple has no such style; the SLD says it all.
 */
public final class QgisStyle {
  private static final Set<String> PAINTS = Set.of("Fill", "Stroke");
  private static final double WIDEST = 1.7976931348623157e308;

  /** The word of SLD, then that of QGIS. */
  private static final Map<String, String> MARKS =
      Map.of(
          "circle",
          "circle",
          "square",
          "square",
          "triangle",
          "triangle",
          "star",
          "star",
          "cross",
          "cross",
          "x",
          "cross2");

  /** Thrown and caught here only: this style is not simple. */
  private static final class NotSimpleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSimpleException() {
      super("", null, false, false);
    }
  }

  private QgisStyle() {}

  /**
   * @param least scale denominator, 0 for none
   * @param most scale denominator, 0 for none
   */
  private record Scales(double least, double most) {}

  private record Rule(String title, Condition condition, Scales scales, String symbol) {}

  /**
   * @param attribute empty if there is no condition
   * @param low value, or lower end
   * @param high upper end; empty if it is one value
   */
  private record Condition(String attribute, String low, String high) {
    static final Condition NONE = new Condition("", "", "");
  }

  /**
   * @param sld SLD 1.0 or SE 1.1
   * @return empty if it is not simple, or for grids
   */
  public static Optional<String> of(String sld) {
    try {
      SldElement root = SldDocument.parse(sld);
      List<SldElement> groups = new ArrayList<>();
      collect(root, "FeatureTypeStyle", groups);
      List<Rule> rules =
          groups.stream()
              .flatMap(group -> group.children("Rule").stream())
              .filter(rule -> !symbolizers(rule).isEmpty())
              .map(QgisStyle::rule)
              .toList();
      boolean alike = rules.stream().map(Rule::scales).distinct().count() == 1;
      return groups.size() == 1 && alike ? Optional.of(document(rules)) : Optional.empty();
    } catch (NotSimpleException | RequestException e) {
      return Optional.empty();
    }
  }

  private static void collect(SldElement from, String name, List<SldElement> found) {
    for (SldElement child : from.children()) {
      if (child.is(name)) {
        found.add(child);
      } else {
        collect(child, name, found);
      }
    }
  }

  private static List<SldElement> symbolizers(SldElement rule) {
    return rule.children().stream()
        .filter(each -> each.name().endsWith("Symbolizer") && !each.is("TextSymbolizer"))
        .toList();
  }

  private static Rule rule(SldElement rule) {
    List<SldElement> symbolizers = symbolizers(rule);
    if (symbolizers.size() != 1) {
      throw new NotSimpleException();
    }
    String title =
        rule.child("Description")
            .flatMap(each -> each.childText("Title"))
            .or(() -> rule.childText("Title"))
            .map(text -> text.replace('|', ' '))
            .orElse("");
    Scales scales =
        new Scales(
            rule.child("MinScaleDenominator").map(SldElement::number).orElse(0.0),
            rule.child("MaxScaleDenominator").map(SldElement::number).orElse(0.0));
    return new Rule(title, condition(rule), scales, symbol(symbolizers.get(0)));
  }

  private static Condition condition(SldElement rule) {
    if (rule.child("ElseFilter").isPresent()) {
      throw new NotSimpleException();
    }
    Optional<SldElement> filter = rule.child("Filter");
    if (filter.isEmpty()) {
      return Condition.NONE;
    }
    SldElement test = only(filter.get().children());
    String attribute =
        text(
            test.child("PropertyName")
                .or(() -> test.child("ValueReference"))
                .orElseThrow(NotSimpleException::new));
    return switch (test.name()) {
      case "PropertyIsEqualTo" -> new Condition(attribute, literal(test), "");
      case "PropertyIsBetween" ->
          new Condition(
              attribute,
              literal(test.child("LowerBoundary").orElseThrow(NotSimpleException::new)),
              literal(test.child("UpperBoundary").orElseThrow(NotSimpleException::new)));
      case "PropertyIsGreaterThanOrEqualTo" ->
          new Condition(attribute, literal(test), Double.toString(WIDEST));
      default -> throw new NotSimpleException();
    };
  }

  private static <T> T only(List<T> all) {
    if (all.size() != 1) {
      throw new NotSimpleException();
    }
    return all.get(0);
  }

  private static String literal(SldElement parent) {
    return text(parent.child("Literal").orElseThrow(NotSimpleException::new));
  }

  /** Not an expression. */
  private static String text(SldElement element) {
    if (!element.children().isEmpty()) {
      throw new NotSimpleException();
    }
    return element.plainText();
  }

  private static String symbol(SldElement symbolizer) {
    return switch (symbolizer.name()) {
      case "PolygonSymbolizer" -> {
        requireOnly(symbolizer, PAINTS);
        Map<String, String> options = new LinkedHashMap<>(fill(symbolizer.child("Fill")));
        options.putAll(outline(symbolizer.child("Stroke")));
        yield symbol("fill", "SimpleFill", options);
      }
      case "LineSymbolizer" -> {
        requireOnly(symbolizer, Set.of("Stroke"));
        yield symbol("line", "SimpleLine", line(symbolizer.getChild("Stroke")));
      }
      case "PointSymbolizer" -> {
        requireOnly(symbolizer, Set.of("Graphic"));
        yield symbol("marker", "SimpleMarker", marker(symbolizer.getChild("Graphic")));
      }
      default -> throw new NotSimpleException();
    };
  }

  private static void requireOnly(SldElement element, Set<String> names) {
    if (element.children().stream().anyMatch(each -> !names.contains(each.name()))) {
      throw new NotSimpleException();
    }
  }

  private static Map<String, String> marker(SldElement graphic) {
    requireOnly(graphic, Set.of("Mark", "Size"));
    SldElement mark = only(graphic.children("Mark"));
    requireOnly(mark, Set.of("WellKnownName", "Fill", "Stroke"));
    String name = MARKS.get(mark.child("WellKnownName").map(QgisStyle::text).orElse("square"));
    if (name == null) {
      throw new NotSimpleException();
    }
    Map<String, String> options = new LinkedHashMap<>();
    options.put("name", name);
    options.put("size", number(graphic.child("Size").map(QgisStyle::text).orElse("6")));
    options.put("size_unit", "Pixel");
    options.putAll(fill(mark.child("Fill")));
    options.putAll(outline(mark.child("Stroke")));
    return options;
  }

  private static Map<String, String> fill(Optional<SldElement> fill) {
    if (fill.isEmpty()) {
      return Map.of("color", "0,0,0,0", "style", "no");
    }
    Map<String, String> parameters = parameters(fill.get(), Set.of("fill", "fill-opacity"));
    String colour = colour(parameters, "fill", "#808080");
    return Map.of("color", colour, "style", "solid");
  }

  private static Map<String, String> outline(Optional<SldElement> stroke) {
    if (stroke.isEmpty()) {
      return Map.of("outline_style", "no");
    }
    Map<String, String> line = line(stroke.get());
    return Map.of(
        "outline_style", "solid",
        "outline_color", line.get("line_color"),
        "outline_width", line.get("line_width"),
        "outline_width_unit", "Pixel",
        "joinstyle", line.get("joinstyle"));
  }

  private static Map<String, String> line(SldElement stroke) {
    Map<String, String> parameters =
        parameters(
            stroke,
            Set.of(
                "stroke", "stroke-width", "stroke-opacity", "stroke-linejoin", "stroke-linecap"));
    String join = parameters.getOrDefault("stroke-linejoin", "mitre");
    String cap = parameters.getOrDefault("stroke-linecap", "butt");
    return Map.of(
        "line_color",
        colour(parameters, "stroke", "#000000"),
        "line_width",
        number(parameters.getOrDefault("stroke-width", "1")),
        "line_width_unit",
        "Pixel",
        "joinstyle",
        join.equals("mitre") ? "miter" : join,
        "capstyle",
        cap.equals("butt") ? "flat" : cap);
  }

  private static Map<String, String> parameters(SldElement paint, Set<String> known) {
    requireOnly(paint, Set.of("SvgParameter", "CssParameter"));
    Map<String, String> parameters = new LinkedHashMap<>();
    for (SldElement each : paint.children()) {
      String name = each.attribute("name").orElse("");
      if (!known.contains(name)) {
        throw new NotSimpleException();
      }
      parameters.put(name, text(each));
    }
    return parameters;
  }

  private static String number(String text) {
    if (!text.matches("\\d+(\\.\\d+)?")) {
      throw new NotSimpleException();
    }
    return text;
  }

  /** Red, green, blue and opacity, each 0 to 255. */
  private static String colour(Map<String, String> parameters, String name, String usual) {
    String hex = parameters.getOrDefault(name, usual);
    if (!hex.matches("#[0-9A-Fa-f]{6}")) {
      throw new NotSimpleException();
    }
    int rgb = Integer.parseInt(hex.substring(1), 16);
    double opacity = Double.parseDouble(number(parameters.getOrDefault(name + "-opacity", "1")));
    return "%d,%d,%d,%d"
        .formatted(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff, Math.round(Math.min(1, opacity) * 255));
  }

  private static String symbol(String type, String layer, Map<String, String> options) {
    StringBuilder symbol = new StringBuilder();
    symbol.append("type=\"%s\" alpha=\"1\" name=\"%%d\">".formatted(type));
    symbol.append("<layer class=\"%s\" enabled=\"1\" pass=\"0\">".formatted(layer));
    symbol.append("<Option type=\"Map\">");
    options.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                symbol.append(
                    "<Option type=\"QString\" name=\"%s\" value=\"%s\"/>"
                        .formatted(each.getKey(), each.getValue())));
    return symbol.append("</Option></layer></symbol>").toString();
  }

  private static String document(List<Rule> rules) {
    Scales scales = rules.get(0).scales();
    StringBuilder all = new StringBuilder();
    all.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    all.append("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
    all.append(
        "<qgis version=\"3.22\" styleCategories=\"Symbology|Rendering\" hasScaleBasedVisibilityFlag=\"%d\" minScale=\"%s\" maxScale=\"%s\">\n"
            .formatted(
                scales.least() + scales.most() > 0 ? 1 : 0,
                scales.most() > 0 ? scales.most() : 1e9,
                scales.least()));
    all.append(renderer(rules));
    for (int i = 0; i < rules.size(); i++) {
      all.append("<symbol ").append(rules.get(i).symbol().formatted(i)).append('\n');
    }
    return all.append("</symbols>\n</renderer-v2>\n</qgis>\n").toString();
  }

  /** From the start to where the symbols begin. */
  private static String renderer(List<Rule> rules) {
    Condition first = rules.get(0).condition();
    if (first.equals(Condition.NONE)) {
      only(rules);
      return "<renderer-v2 type=\"singleSymbol\" enableorderby=\"0\" symbollevels=\"0\">\n<symbols>\n";
    }
    boolean ranges = !first.high().isEmpty();
    Stream<Condition> conditions = rules.stream().map(Rule::condition);
    if (!conditions.allMatch(
        each -> each.attribute().equals(first.attribute()) && ranges == !each.high().isEmpty())) {
      throw new NotSimpleException();
    }
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < rules.size(); i++) {
      list.append(ranges ? range(rules.get(i), i) : category(rules.get(i), i)).append('\n');
    }
    return ranges
        ? "<renderer-v2 type=\"graduatedSymbol\" attr=\"%s\" graduatedMethod=\"GraduatedColor\">\n<ranges>\n%s</ranges>\n<symbols>\n"
            .formatted(escaped(quoted(first.attribute())), list)
        : "<renderer-v2 type=\"categorizedSymbol\" attr=\"%s\">\n<categories>\n%s</categories>\n<symbols>\n"
            .formatted(escaped(first.attribute()), list);
  }

  /** As an expression. */
  private static String quoted(String attribute) {
    return '"' + attribute.replace("\"", "\"\"") + '"';
  }

  private static String category(Rule rule, int symbol) {
    return "<category render=\"true\" label=\"%s\" value=\"%s\" symbol=\"%d\"/>"
        .formatted(escaped(rule.title()), escaped(rule.condition().low()), symbol);
  }

  private static String range(Rule rule, int symbol) {
    Condition between = rule.condition();
    return "<range render=\"true\" label=\"%s\" lower=\"%s\" upper=\"%s\" symbol=\"%d\"/>"
        .formatted(escaped(rule.title()), signed(between.low()), signed(between.high()), symbol);
  }

  private static double signed(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw new NotSimpleException();
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
