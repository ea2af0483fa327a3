package org.tuguan.core.map;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;

/**
 * Writes the style that a layer starts with: an SE 1.1 document for its owner to edit. The colour
 * follows from the layer's name, so that it is the same at every import; the colours can be told
 * apart with any kind of colour vision.
 */
public final class StarterStyle {
  private static final List<String> COLOURS =
      List.of(
          "#4477AA", "#CC6677", "#228833", "#B8860B", "#44AA99", "#AA4499", "#882255", "#6699CC");

  /** What people call the column with a thing's name, the likeliest first. */
  private static final List<String> NAMES =
      List.of("name_zh", "name", "名稱", "中文名稱", "地名", "路名", "街道名稱", "站名", "校名", "機構名稱", "title");

  private static final String DOCUMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld"
          xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
        <NamedLayer>
          <se:Name>%s</se:Name>
          <UserStyle>
            <se:Name>default</se:Name>
            <IsDefault>true</IsDefault>
            <se:FeatureTypeStyle>
      %s      </se:FeatureTypeStyle>
          </UserStyle>
        </NamedLayer>
      </StyledLayerDescriptor>
      """;
  private static final String FILL =
      """
                <se:Fill>
                  <se:SvgParameter name="fill">%s</se:SvgParameter>
                  <se:SvgParameter name="fill-opacity">%s</se:SvgParameter>
                </se:Fill>
      """;
  private static final String STROKE =
      """
                <se:Stroke>
                  <se:SvgParameter name="stroke">%s</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">%s</se:SvgParameter>
                  <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
                </se:Stroke>
      """;
  private static final String DIMENSION =
      """
                <ogc:Filter><ogc:PropertyIsEqualTo>
                  <ogc:Function name="dimension"><ogc:PropertyName>%s</ogc:PropertyName></ogc:Function>
                  <ogc:Literal>%d</ogc:Literal>
                </ogc:PropertyIsEqualTo></ogc:Filter>
      """;
  private static final String LABEL =
      """
              <se:Rule>
                <se:MaxScaleDenominator>25000</se:MaxScaleDenominator>
                <se:TextSymbolizer>
                  <se:Label><ogc:PropertyName>%s</ogc:PropertyName></se:Label>
                  <se:Font>
                    <se:SvgParameter name="font-family">Noto Sans CJK TC, Noto Sans TC, sans-serif</se:SvgParameter>
                    <se:SvgParameter name="font-size">12</se:SvgParameter>
                  </se:Font>
      %s            <se:Halo>
                    <se:Radius>1.5</se:Radius>
                    <se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill>
                  </se:Halo>
                  <se:Fill><se:SvgParameter name="fill">#333333</se:SvgParameter></se:Fill>
                </se:TextSymbolizer>
              </se:Rule>
      """;

  private static final String ABOVE =
      placement(
          "<se:AnchorPoint><se:AnchorPointX>0.5</se:AnchorPointX>"
              + "<se:AnchorPointY>0</se:AnchorPointY></se:AnchorPoint>"
              + "<se:Displacement><se:DisplacementX>0</se:DisplacementX>"
              + "<se:DisplacementY>6</se:DisplacementY></se:Displacement>");
  private static final String CENTRED =
      placement(
          "<se:AnchorPoint><se:AnchorPointX>0.5</se:AnchorPointX>"
              + "<se:AnchorPointY>0.5</se:AnchorPointY></se:AnchorPoint>");
  private static final String ALONG =
      "            <se:LabelPlacement><se:LinePlacement/></se:LabelPlacement>\n";

  private StarterStyle() {}

  /** For features: symbols by kind of geometry, names below 1:25,000 if there is a name. */
  public static String of(FeatureType type) {
    String colour = colour(type.name());
    StringBuilder rules = new StringBuilder();
    switch (type.geometryKind()) {
      case POINT -> rules.append(points("", colour));
      case LINE -> rules.append(rule("線|Line", "", line(colour)));
      case POLYGON -> rules.append(rule("面|Area", "", polygon(colour)));
      case MIXED -> {
        rules.append(rule("面|Area", dimension(type, 2), polygon(colour)));
        rules.append(rule("線|Line", dimension(type, 1), line(colour)));
        rules.append(points(dimension(type, 0), colour));
      }
    }
    nameAttribute(type)
        .ifPresent(
            name -> rules.append(LABEL.formatted(escaped(name), placement(type.geometryKind()))));
    return DOCUMENT.formatted(escaped(type.name()), rules);
  }

  /**
   * For a grid: the first three bands as red, green and blue, or one band as greys.
   *
   * @param bands how many there are
   * @param least value drawn black, if there is one band
   * @param most value drawn white; above {@code least}
   */
  public static String ofRaster(String layer, int bands, double least, double most) {
    String rule =
        bands >= 3
            ? ""
            : """
                        <se:ColorMap type="ramp">
                          <se:ColorMapEntry color="#000000" quantity="%s" label="%s"/>
                          <se:ColorMapEntry color="#FFFFFF" quantity="%s" label="%s"/>
                        </se:ColorMap>
              """
                .formatted(least, plain(least), most, plain(most));
    return DOCUMENT.formatted(
        escaped(layer),
        "        <se:Rule>\n"
            + "          <se:RasterSymbolizer>\n"
            + rule
            + "          </se:RasterSymbolizer>\n"
            + "        </se:Rule>\n");
  }

  /** The attribute whose text would be read as a feature's name, if one looks like it. */
  static Optional<String> nameAttribute(FeatureType type) {
    List<String> texts =
        type.attributes().stream()
            .filter(each -> each.type() == AttributeType.TEXT)
            .map(Attribute::name)
            .toList();
    for (String wanted : NAMES) {
      for (String name : texts) {
        if (name.equalsIgnoreCase(wanted)) {
          return Optional.of(name);
        }
      }
    }
    return texts.stream()
        .filter(
            name ->
                name.endsWith("名稱")
                    || name.endsWith("名")
                    || name.toLowerCase(Locale.ROOT).endsWith("name"))
        .findFirst();
  }

  private static String colour(String layer) {
    return COLOURS.get(Math.floorMod(layer.hashCode(), COLOURS.size()));
  }

  private static String rule(String title, String filter, String symbolizer) {
    return "        <se:Rule>\n          <se:Description><se:Title>"
        + title
        + "</se:Title></se:Description>\n"
        + filter
        + symbolizer
        + "        </se:Rule>\n";
  }

  private static String dimension(FeatureType type, int dimension) {
    return DIMENSION.formatted(escaped(type.geometryName()), dimension);
  }

  /** Small and without an outline when far away, or many points would be one white stain. */
  private static String points(String filter, String colour) {
    String fill = FILL.formatted(colour, "0.9");
    return rule(
            "點|Point",
            filter + "          <se:MaxScaleDenominator>150000</se:MaxScaleDenominator>\n",
            circle(fill + STROKE.formatted("#FFFFFF", "1"), 8))
        + rule(
            "點|Point",
            filter + "          <se:MinScaleDenominator>150000</se:MinScaleDenominator>\n",
            circle(fill, 4));
  }

  private static String circle(String paint, int size) {
    return "          <se:PointSymbolizer><se:Graphic>\n"
        + "            <se:Mark>\n              <se:WellKnownName>circle</se:WellKnownName>\n"
        + paint
        + "            </se:Mark>\n            <se:Size>%d</se:Size>\n".formatted(size)
        + "          </se:Graphic></se:PointSymbolizer>\n";
  }

  private static String line(String colour) {
    return "          <se:LineSymbolizer>\n"
        + STROKE.formatted(colour, "1.8")
        + "          </se:LineSymbolizer>\n";
  }

  private static String polygon(String colour) {
    return "          <se:PolygonSymbolizer>\n"
        + FILL.formatted(colour, "0.25")
        + STROKE.formatted(colour, "1")
        + "          </se:PolygonSymbolizer>\n";
  }

  private static String placement(GeometryKind kind) {
    return switch (kind) {
      case POINT -> ABOVE;
      case LINE -> ALONG;
      case POLYGON, MIXED -> CENTRED;
    };
  }

  private static String placement(String inside) {
    return "            <se:LabelPlacement><se:PointPlacement>"
        + inside
        + "</se:PointPlacement></se:LabelPlacement>\n";
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e12
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
