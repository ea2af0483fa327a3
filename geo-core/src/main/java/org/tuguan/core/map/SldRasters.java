package org.tuguan.core.map;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.ChannelSelection;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.ColorMapEntry;
import org.geotools.api.style.ContrastEnhancement;
import org.geotools.api.style.ContrastMethod;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.SelectedChannelType;
import org.geotools.api.style.ShadedRelief;
import org.geotools.api.style.StyleFactory;
import org.geotools.factory.CommonFactoryFinder;

/**
 * Reads {@code RasterSymbolizer}. Colour maps of SE 1.1 become entries, as SLD 1.0 writes them:
 * {@code Interpolate} a ramp, {@code Categorize} intervals, whose entries are the upper edges and
 * whose last edge is infinite, {@code Recode} values.
 */
final class SldRasters {
  private static final Set<String> PARTS =
      Set.of(
          "Name",
          "Description",
          "Title",
          "Abstract",
          "Geometry",
          "VendorOption",
          "Opacity",
          "ChannelSelection",
          "OverlapBehavior",
          "ColorMap",
          "ContrastEnhancement",
          "ShadedRelief");
  private static final Map<String, Integer> TYPES =
      Map.of(
          "ramp", ColorMap.TYPE_RAMP,
          "intervals", ColorMap.TYPE_INTERVALS,
          "values", ColorMap.TYPE_VALUES);
  private static final Map<String, ContrastMethod> METHODS =
      Map.of("Normalize", ContrastMethod.NORMALIZE, "Histogram", ContrastMethod.HISTOGRAM);
  private static final Pattern COLOUR = Pattern.compile("(#|0x)[0-9a-fA-F]{6}");

  private final FilterFactory filters = CommonFactoryFinder.getFilterFactory();
  private final StyleFactory factory;
  private final SldExpressions expressions;

  SldRasters(StyleFactory factory, SldExpressions expressions) {
    this.factory = factory;
    this.expressions = expressions;
  }

  RasterSymbolizer symbolizer(SldElement element) {
    element.allowOnly(PARTS);
    RasterSymbolizer raster = factory.createRasterSymbolizer();
    raster.setOpacity(
        element.child("Opacity").map(expressions::value).orElseGet(() -> filters.literal(1.0)));
    raster.setChannelSelection(element.child("ChannelSelection").map(this::channels).orElse(null));
    raster.setColorMap(element.child("ColorMap").map(this::colorMap).orElse(null));
    raster.setContrastEnhancement(
        element.child("ContrastEnhancement").map(this::contrast).orElse(null));
    raster.setShadedRelief(element.child("ShadedRelief").map(this::relief).orElse(null));
    return raster;
  }

  private ChannelSelection channels(SldElement element) {
    element.allowOnly(Set.of("RedChannel", "GreenChannel", "BlueChannel", "GrayChannel"));
    ChannelSelection selection = factory.createChannelSelection();
    if (element.child("GrayChannel").isPresent()) {
      selection.setGrayChannel(channel(element.getChild("GrayChannel")));
    } else {
      selection.setRGBChannels(
          channel(element.getChild("RedChannel")),
          channel(element.getChild("GreenChannel")),
          channel(element.getChild("BlueChannel")));
    }
    return selection;
  }

  private SelectedChannelType channel(SldElement element) {
    element.allowOnly(Set.of("SourceChannelName", "ContrastEnhancement"));
    return factory.createSelectedChannelType(
        expressions.value(element.getChild("SourceChannelName")),
        element.child("ContrastEnhancement").map(this::contrast).orElse(null));
  }

  private ContrastEnhancement contrast(SldElement element) {
    element.allowOnly(Set.of("Normalize", "Histogram", "GammaValue"));
    ContrastEnhancement contrast = factory.createContrastEnhancement();
    contrast.setMethod(ContrastMethod.NONE);
    METHODS.forEach(
        (name, method) -> {
          if (element.child(name).isPresent()) {
            contrast.setMethod(method);
          }
        });
    contrast.setGammaValue(
        element.child("GammaValue").map(expressions::value).orElseGet(() -> filters.literal(1.0)));
    return contrast;
  }

  private ShadedRelief relief(SldElement element) {
    element.allowOnly(Set.of("BrightnessOnly", "ReliefFactor"));
    ShadedRelief relief =
        factory.createShadedRelief(
            element
                .child("ReliefFactor")
                .map(expressions::value)
                .orElseGet(() -> filters.literal(55.0)));
    relief.setBrightnessOnly(
        element
            .childText("BrightnessOnly")
            .map(text -> text.equals("true") || text.equals("1"))
            .orElse(false));
    return relief;
  }

  private ColorMap colorMap(SldElement element) {
    element.allowOnly(Set.of("ColorMapEntry", "Categorize", "Interpolate", "Recode"));
    ColorMap map = factory.createColorMap();
    map.setType(type(element));
    element.children("ColorMapEntry").forEach(entry -> map.addColorMapEntry(entry(entry)));
    element.child("Categorize").ifPresent(function -> categorize(function, map));
    element
        .child("Interpolate")
        .ifPresent(function -> pairs(function, "InterpolationPoint", ColorMap.TYPE_RAMP, map));
    element
        .child("Recode")
        .ifPresent(function -> pairs(function, "MapItem", ColorMap.TYPE_VALUES, map));
    if (map.getColorMapEntries().length == 0) {
      throw element.fault("a colour map needs entries");
    }
    return map;
  }

  private static int type(SldElement element) {
    String type = element.attribute("type").orElse("ramp").toLowerCase(Locale.ROOT);
    if (!TYPES.containsKey(type)) {
      throw element.fault("type must be ramp, intervals or values");
    }
    return TYPES.get(type);
  }

  private ColorMapEntry entry(SldElement element) {
    String colour =
        element.attribute("color").orElseThrow(() -> element.fault("attribute color is missing"));
    String quantity =
        element
            .attribute("quantity")
            .orElseThrow(() -> element.fault("attribute quantity is missing"));
    double opacity = number(element, element.attribute("opacity").orElse("1"));
    ColorMapEntry entry =
        entry(number(element, quantity), filters.literal(checked(element, colour)), opacity);
    element.attribute("label").ifPresent(entry::setLabel);
    return entry;
  }

  private ColorMapEntry entry(double quantity, Expression colour, double opacity) {
    ColorMapEntry entry = factory.createColorMapEntry();
    entry.setQuantity(filters.literal(quantity));
    entry.setColor(colour);
    entry.setOpacity(filters.literal(opacity));
    return entry;
  }

  private void categorize(SldElement element, ColorMap map) {
    map.setType(ColorMap.TYPE_INTERVALS);
    List<SldElement> values = element.children("Value");
    List<SldElement> edges = element.children("Threshold");
    if (values.size() != edges.size() + 1) {
      throw element.fault("one <Value> more than <Threshold> is expected");
    }
    for (int i = 0; i < values.size(); i++) {
      double edge = i < edges.size() ? edges.get(i).number() : Double.POSITIVE_INFINITY;
      map.addColorMapEntry(entry(edge, colour(values.get(i)), 1));
    }
  }

  private void pairs(SldElement element, String name, int type, ColorMap map) {
    map.setType(type);
    for (SldElement pair : element.children(name)) {
      map.addColorMapEntry(
          entry(pair.getChild("Data").number(), colour(pair.getChild("Value")), 1));
    }
  }

  private Expression colour(SldElement element) {
    return filters.literal(checked(element, element.plainText()));
  }

  private static String checked(SldElement element, String colour) {
    if (!COLOUR.matcher(colour).matches()) {
      throw element.fault("a colour is written #rrggbb");
    }
    return colour.replace("0x", "#");
  }

  private static double number(SldElement element, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw element.fault("numbers are expected in quantity and opacity");
    }
  }
}
