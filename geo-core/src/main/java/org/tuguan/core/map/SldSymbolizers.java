package org.tuguan.core.map;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.measure.Unit;
import javax.measure.quantity.Length;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.style.AnchorPoint;
import org.geotools.api.style.LabelPlacement;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.StyleFactory;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.styling.UomOgcMapping;

/** Reads the symbolizers of vector data, and hands raster symbolizers on. */
final class SldSymbolizers {
  private static final Set<String> COMMON =
      Set.of("Name", "Description", "Title", "Abstract", "Geometry", "VendorOption");
  private static final Map<String, UomOgcMapping> UNITS =
      Map.of(
          "metre", UomOgcMapping.METRE,
          "meter", UomOgcMapping.METRE,
          "m", UomOgcMapping.METRE,
          "foot", UomOgcMapping.FOOT,
          "ft", UomOgcMapping.FOOT,
          "pixel", UomOgcMapping.PIXEL,
          "px", UomOgcMapping.PIXEL);

  private final FilterFactory filters = CommonFactoryFinder.getFilterFactory();
  private final StyleFactory factory;
  private final SldExpressions expressions;
  private final SldGraphics graphics;
  private final SldPaints paints;
  private final SldRasters rasters;

  SldSymbolizers(StyleFactory factory, SldExpressions expressions, SldGraphics graphics) {
    this.factory = factory;
    this.expressions = expressions;
    this.graphics = graphics;
    paints = graphics.paints();
    rasters = new SldRasters(factory, expressions);
  }

  Symbolizer symbolizer(SldElement element) {
    Symbolizer symbolizer =
        switch (element.name()) {
          case "PointSymbolizer" -> point(element);
          case "LineSymbolizer" -> line(element);
          case "PolygonSymbolizer" -> polygon(element);
          case "TextSymbolizer" -> text(element);
          case "RasterSymbolizer" -> rasters.symbolizer(element);
          default -> throw element.fault("<%s> is not a symbolizer".formatted(element.name()));
        };
    element.childText("Name").ifPresent(symbolizer::setName);
    symbolizer.setUnitOfMeasure(unit(element));
    element.child("Geometry").ifPresent(geometry -> geometry(geometry, symbolizer));
    symbolizer.getOptions().putAll(element.vendorOptions());
    return symbolizer;
  }

  /** Null means pixels. */
  private static Unit<Length> unit(SldElement element) {
    String uom = element.attribute("uom").orElse("pixel");
    UomOgcMapping unit = UNITS.get(uom.substring(uom.lastIndexOf('/') + 1));
    if (unit == null) {
      throw element.fault(
          "uom must be pixel, metre or foot of http://www.opengeospatial.org/se/units");
    }
    return unit == UomOgcMapping.PIXEL ? null : unit.getUnit();
  }

  private void geometry(SldElement element, Symbolizer symbolizer) {
    Expression geometry = expressions.onlyOperand(element);
    if (geometry instanceof PropertyName property) {
      symbolizer.setGeometryPropertyName(property.getPropertyName());
    }
    symbolizer.setGeometry(geometry);
  }

  private static void allow(SldElement element, String... own) {
    Set<String> all = new HashSet<>(COMMON);
    all.addAll(List.of(own));
    element.allowOnly(all);
  }

  private PointSymbolizer point(SldElement element) {
    allow(element, "Graphic");
    PointSymbolizer point = factory.createPointSymbolizer();
    point.setGraphic(
        element.child("Graphic").map(graphics::graphic).orElseGet(graphics::defaultGraphic));
    return point;
  }

  private LineSymbolizer line(SldElement element) {
    allow(element, "Stroke", "PerpendicularOffset");
    LineSymbolizer line = factory.createLineSymbolizer();
    line.setStroke(element.child("Stroke").map(paints::stroke).orElseGet(paints::defaultStroke));
    element
        .child("PerpendicularOffset")
        .map(expressions::value)
        .ifPresent(line::setPerpendicularOffset);
    return line;
  }

  /** Without {@code Fill} not filled, without {@code Stroke} no outline: null in the model. */
  private PolygonSymbolizer polygon(SldElement element) {
    allow(element, "Fill", "Stroke", "PerpendicularOffset", "Displacement");
    PolygonSymbolizer polygon = factory.createPolygonSymbolizer();
    polygon.setFill(element.child("Fill").map(paints::fill).orElse(null));
    polygon.setStroke(element.child("Stroke").map(paints::stroke).orElse(null));
    element
        .child("PerpendicularOffset")
        .map(expressions::value)
        .ifPresent(polygon::setPerpendicularOffset);
    element.child("Displacement").map(graphics::displacement).ifPresent(polygon::setDisplacement);
    return polygon;
  }

  private TextSymbolizer text(SldElement element) {
    allow(element, "Label", "Font", "LabelPlacement", "Halo", "Fill", "Priority", "Graphic");
    TextSymbolizer text = factory.createTextSymbolizer();
    text.setLabel(element.child("Label").map(expressions::value).orElse(null));
    text.fonts().clear();
    element.children("Font").forEach(font -> text.fonts().add(paints.font(font)));
    if (text.fonts().isEmpty()) {
      text.fonts().add(paints.font(new SldElement("Font", "", Map.of(), List.of(), "", 0, "")));
    }
    text.setFill(
        element.child("Fill").map(this::labelFill).orElseGet(() -> paints.textFill("#000000")));
    text.setHalo(element.child("Halo").map(paints::halo).orElse(null));
    text.setLabelPlacement(element.child("LabelPlacement").map(this::placement).orElse(null));
    element.child("Priority").map(expressions::value).ifPresent(text::setPriority);
    element.child("Graphic").map(graphics::graphic).ifPresent(text::setGraphic);
    return text;
  }

  /** Black is the default colour of letters, grey of areas. */
  private org.geotools.api.style.Fill labelFill(SldElement element) {
    org.geotools.api.style.Fill fill = paints.fill(element);
    boolean coloured =
        element.children().stream()
            .anyMatch(each -> each.attribute("name").orElse("").equals("fill"));
    if (!coloured) {
      fill.setColor(filters.literal("#000000"));
    }
    return fill;
  }

  private LabelPlacement placement(SldElement element) {
    element.allowOnly(Set.of("PointPlacement", "LinePlacement"));
    if (element.child("LinePlacement").isPresent()) {
      return linePlacement(element.getChild("LinePlacement"));
    }
    SldElement point = element.getChild("PointPlacement");
    point.allowOnly(Set.of("AnchorPoint", "Displacement", "Rotation"));
    return factory.pointPlacement(
        point.child("AnchorPoint").map(graphics::anchor).orElseGet(() -> defaultAnchor(point)),
        point.child("Displacement").map(graphics::displacement).orElse(null),
        point.child("Rotation").map(expressions::value).orElseGet(() -> filters.literal(0.0)));
  }

  /** Left of the point in SLD 1.0, on it in SE 1.1. */
  private AnchorPoint defaultAnchor(SldElement point) {
    double x = point.namespace().endsWith("/se") ? 0.5 : 0.0;
    return factory.anchorPoint(filters.literal(x), filters.literal(0.5));
  }

  private LinePlacement linePlacement(SldElement element) {
    element.allowOnly(
        Set.of(
            "PerpendicularOffset",
            "IsRepeated",
            "InitialGap",
            "Gap",
            "IsAligned",
            "GeneralizeLine"));
    return factory.linePlacement(
        value(element, "PerpendicularOffset"),
        value(element, "InitialGap"),
        value(element, "Gap"),
        flag(element, "IsRepeated", false),
        flag(element, "IsAligned", true),
        flag(element, "GeneralizeLine", false));
  }

  private Expression value(SldElement element, String name) {
    return element.child(name).map(expressions::value).orElseGet(() -> filters.literal(0.0));
  }

  private static boolean flag(SldElement element, String name, boolean otherwise) {
    return element
        .childText(name)
        .map(text -> text.equals("true") || text.equals("1"))
        .orElse(otherwise);
  }
}
