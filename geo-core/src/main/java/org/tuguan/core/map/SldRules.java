package org.tuguan.core.map;

import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Description;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.StyleFactory;

/** Reads {@code UserStyle}, {@code FeatureTypeStyle} and {@code Rule}. */
final class SldRules {
  private static final Set<String> STYLE_PARTS =
      Set.of("Name", "Title", "Abstract", "Description", "IsDefault", "FeatureTypeStyle");
  private static final Set<String> TYPE_STYLE_PARTS =
      Set.of(
          "Name",
          "Title",
          "Abstract",
          "Description",
          "FeatureTypeName",
          "CoverageName",
          "SemanticTypeIdentifier",
          "Rule",
          "VendorOption");
  private static final Set<String> RULE_PARTS =
      Set.of(
          "Name",
          "Title",
          "Abstract",
          "Description",
          "LegendGraphic",
          "Filter",
          "ElseFilter",
          "MinScaleDenominator",
          "MaxScaleDenominator",
          "PointSymbolizer",
          "LineSymbolizer",
          "PolygonSymbolizer",
          "TextSymbolizer",
          "RasterSymbolizer",
          "VendorOption");

  private final StyleFactory factory;
  private final SldFilters filters;
  private final SldGraphics graphics;
  private final SldSymbolizers symbolizers;

  SldRules(StyleFactory factory, SldExpressions expressions, SldFilters filters) {
    this.factory = factory;
    this.filters = filters;
    graphics = new SldGraphics(factory, expressions);
    symbolizers = new SldSymbolizers(factory, expressions, graphics);
  }

  SldLayer.User userStyle(SldElement element) {
    element.allowOnly(STYLE_PARTS);
    Style style = factory.createStyle();
    String name = element.childText("Name").orElse("");
    boolean isDefault = element.childText("IsDefault").map(SldRules::isTrue).orElse(false);
    style.setName(name.isEmpty() ? null : name);
    describe(element, style.getDescription());
    style.setDefault(isDefault);
    for (SldElement typeStyle : element.children("FeatureTypeStyle")) {
      style.featureTypeStyles().add(featureTypeStyle(typeStyle));
    }
    return new SldLayer.User(name, isDefault, style);
  }

  /** A style of this one {@code FeatureTypeStyle}. */
  Style styleOf(SldElement element) {
    Style style = factory.createStyle();
    style.featureTypeStyles().add(featureTypeStyle(element));
    return style;
  }

  private FeatureTypeStyle featureTypeStyle(SldElement element) {
    element.allowOnly(TYPE_STYLE_PARTS);
    FeatureTypeStyle style = factory.createFeatureTypeStyle();
    element.childText("Name").ifPresent(style::setName);
    describe(element, style.getDescription());
    style.getOptions().putAll(element.vendorOptions());
    for (SldElement rule : element.children("Rule")) {
      style.rules().add(rule(rule));
    }
    return style;
  }

  private Rule rule(SldElement element) {
    element.allowOnly(RULE_PARTS);
    Rule rule = factory.createRule();
    element.childText("Name").ifPresent(rule::setName);
    describe(element, rule.getDescription());
    selection(element, rule);
    scales(element, rule);
    rule.getOptions().putAll(element.vendorOptions());
    element
        .child("LegendGraphic")
        .ifPresent(legend -> rule.setLegend(legend(legend.getChild("Graphic"))));
    for (SldElement child : element.children()) {
      if (child.name().endsWith("Symbolizer")) {
        rule.symbolizers().add(symbolizers.symbolizer(child));
      }
    }
    return rule;
  }

  private void selection(SldElement element, Rule rule) {
    boolean otherwise = element.child("ElseFilter").isPresent();
    if (otherwise && element.child("Filter").isPresent()) {
      throw element.fault("a rule has either <Filter> or <ElseFilter>");
    }
    rule.setElseFilter(otherwise);
    rule.setFilter(element.child("Filter").map(filters::filter).orElse(Filter.INCLUDE));
  }

  private static void scales(SldElement element, Rule rule) {
    double least = element.child("MinScaleDenominator").map(SldElement::number).orElse(0.0);
    double most =
        element
            .child("MaxScaleDenominator")
            .map(SldElement::number)
            .orElse(Double.POSITIVE_INFINITY);
    if (least < 0 || least >= most) {
      throw element.fault("<MinScaleDenominator> must be below <MaxScaleDenominator>, 0 or more");
    }
    rule.setMinScaleDenominator(least);
    rule.setMaxScaleDenominator(most);
  }

  private org.geotools.api.style.GraphicLegend legend(SldElement element) {
    Graphic graphic = graphics.graphic(element);
    return factory.graphicLegend(
        graphic.graphicalSymbols(),
        graphic.getOpacity(),
        graphic.getSize(),
        graphic.getRotation(),
        graphic.getAnchorPoint(),
        graphic.getDisplacement());
  }

  /** SLD 1.0 has title and abstract in the element, SE 1.1 inside {@code Description}. */
  private static void describe(SldElement element, Description description) {
    SldElement holder = element.child("Description").orElse(element);
    holder.childText("Title").ifPresent(description::setTitle);
    holder.childText("Abstract").ifPresent(description::setAbstract);
  }

  private static boolean isTrue(String text) {
    return text.equals("1") || text.equals("true");
  }
}
