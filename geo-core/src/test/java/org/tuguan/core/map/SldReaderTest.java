package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Style;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.styling.UomOgcMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every part of both versions arrives in the model; each test runs on both documents. */
class SldReaderTest {
  private static final String V10 = "everything-1.0.xml";
  private static final String V11 = "everything-1.1.xml";
  private final SldReader reader = new SldReader();

  static String resource(String name) {
    try (InputStream in = SldReaderTest.class.getResourceAsStream("sld/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private Rule rule(String document, int position) {
    return reader.readStyle(resource(document)).featureTypeStyles().get(0).rules().get(position);
  }

  private static String text(Expression expression) {
    return expression == null ? null : ECQL.toCQL(expression);
  }

  @ParameterizedTest
  @ValueSource(strings = {V10, V11})
  void layersComeInOrderWithTheirStylesAndConstraints(String document) {
    List<SldLayer> layers = reader.readLayers(resource(document));
    assertThat(layers).extracting(SldLayer::name).containsExactly("villages", "districts");
    assertThat(layers.get(0).styles()).containsExactly(new SldLayer.Named("outline"));
    assertThat(layers.get(0).constraint()).isEqualTo(Filter.INCLUDE);
    assertThat(ECQL.toCQL(layers.get(1).constraint())).isEqualTo("gone IS NULL");
    SldLayer.User style = (SldLayer.User) layers.get(1).styles().get(0);
    assertThat(style.name()).isEqualTo("everything");
    assertThat(style.isDefault()).isTrue();
  }

  @Test
  void bothVersionsGiveEqualStyles() {
    Style one = reader.readStyle(resource(V10));
    Style two = reader.readStyle(resource(V11));
    assertThat(two).isEqualTo(one);
    assertThat(two.featureTypeStyles()).isEqualTo(one.featureTypeStyles());
  }

  @ParameterizedTest
  @ValueSource(strings = {V10, V11})
  void descriptionsFiltersAndScales(String document) {
    Style style = reader.readStyle(resource(document));
    assertThat(style.getDescription().getTitle().toString()).isEqualTo("全部|Everything");
    assertThat(style.featureTypeStyles().get(0).getOptions()).containsEntry("sortBy", "class");
    Rule points = rule(document, 0);
    assertThat(points.getName()).isEqualTo("points");
    assertThat(points.getDescription().getTitle().toString()).isEqualTo("點|Points");
    assertThat(points.getDescription().getAbstract().toString()).isEqualTo("of interest");
    assertThat(ECQL.toCQL(points.getFilter())).isEqualTo("kind = 'school'");
    assertThat(points.getMinScaleDenominator()).isEqualTo(1000);
    assertThat(points.getMaxScaleDenominator()).isEqualTo(50000);
    assertThat(rule(document, 1).getMaxScaleDenominator()).isInfinite();
    assertThat(rule(document, 2).isElseFilter()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {V10, V11})
  void pointSymbolizer(String document) {
    PointSymbolizer point = (PointSymbolizer) rule(document, 0).symbolizers().get(0);
    assertThat(point.getUnitOfMeasure()).isEqualTo(UomOgcMapping.METRE.getUnit());
    assertThat(point.getGeometryPropertyName()).isEqualTo("geom");
    Graphic graphic = point.getGraphic();
    ExternalGraphic external = (ExternalGraphic) graphic.graphicalSymbols().get(0);
    assertThat(external.getURI()).isEqualTo("icons/school.svg");
    assertThat(external.getFormat()).isEqualTo("image/svg+xml");
    Mark mark = (Mark) graphic.graphicalSymbols().get(1);
    assertThat(text(mark.getWellKnownName())).isEqualTo("'star'");
    assertThat(text(mark.getFill().getColor())).isEqualTo("'#FFEE00'");
    assertThat(text(mark.getFill().getOpacity())).isEqualTo("0.5");
    assertThat(text(mark.getStroke().getColor())).isEqualTo("'#112233'");
    assertThat(text(graphic.getOpacity())).isEqualTo("0.75");
    assertThat(text(graphic.getSize())).isEqualTo("12");
    assertThat(text(graphic.getRotation())).isEqualTo("angle");
    assertThat(text(graphic.getAnchorPoint().getAnchorPointX())).isEqualTo("0.25");
    assertThat(text(graphic.getAnchorPoint().getAnchorPointY())).isEqualTo("1");
    assertThat(text(graphic.getDisplacement().getDisplacementX())).isEqualTo("3");
    assertThat(text(graphic.getDisplacement().getDisplacementY())).isEqualTo("-4");
  }

  @ParameterizedTest
  @ValueSource(strings = {V10, V11})
  void lineSymbolizer(String document) {
    LineSymbolizer line = (LineSymbolizer) rule(document, 1).symbolizers().get(0);
    Stroke stroke = line.getStroke();
    assertThat(text(stroke.getColor())).isEqualTo("'#AA0000'");
    assertThat(text(stroke.getWidth())).isEqualTo("lanes * 1.5");
    assertThat(text(stroke.getOpacity())).isEqualTo("0.8");
    assertThat(text(stroke.getLineJoin())).isEqualTo("'round'");
    assertThat(text(stroke.getLineCap())).isEqualTo("'square'");
    assertThat(stroke.dashArray())
        .extracting(each -> each.evaluate(null, Double.class))
        .containsExactly(5.0, 2.5, 1.0);
    assertThat(text(stroke.getDashOffset())).isEqualTo("2");
    assertThat(text(line.getPerpendicularOffset())).isEqualTo("2");
    LineSymbolizer second = (LineSymbolizer) rule(document, 1).symbolizers().get(1);
    Mark mark = (Mark) second.getStroke().getGraphicStroke().graphicalSymbols().get(0);
    assertThat(text(mark.getWellKnownName())).isEqualTo("'triangle'");
    assertThat(text(mark.getFill().getColor())).isEqualTo("'#808080'");
  }

  @ParameterizedTest
  @ValueSource(strings = {V10, V11})
  void polygonSymbolizer(String document) {
    PolygonSymbolizer area = (PolygonSymbolizer) rule(document, 2).symbolizers().get(0);
    Graphic hatch = area.getFill().getGraphicFill();
    assertThat(text(hatch.getSize())).isEqualTo("8");
    Mark mark = (Mark) hatch.graphicalSymbols().get(0);
    assertThat(text(mark.getWellKnownName())).isEqualTo("'shape://slash'");
    assertThat(mark.getFill()).isNull();
    assertThat(text(area.getStroke().getColor())).isEqualTo("'#00AA00'");
  }

  @ParameterizedTest
  @ValueSource(strings = {V10, V11})
  void textSymbolizer(String document) {
    TextSymbolizer label = (TextSymbolizer) rule(document, 2).symbolizers().get(1);
    assertThat(text(label.getLabel())).isEqualTo("Concatenate(name_zh,' 區')");
    assertThat(label.fonts()).hasSize(1);
    assertThat(label.getFont().getFamily())
        .extracting(SldReaderTest::text)
        .containsExactly("'Noto Sans CJK TC'", "'sans-serif'");
    assertThat(text(label.getFont().getSize())).isEqualTo("14");
    assertThat(text(label.getFont().getStyle())).isEqualTo("'italic'");
    assertThat(text(label.getFont().getWeight())).isEqualTo("'bold'");
    PointPlacement placement = (PointPlacement) label.getLabelPlacement();
    assertThat(text(placement.getAnchorPoint().getAnchorPointX())).isEqualTo("0.5");
    assertThat(text(placement.getDisplacement().getDisplacementY())).isEqualTo("2");
    assertThat(text(placement.getRotation())).isEqualTo("15");
    assertThat(text(label.getHalo().getRadius())).isEqualTo("2");
    assertThat(text(label.getHalo().getFill().getColor())).isEqualTo("'#FFFFF0'");
    assertThat(text(label.getFill().getColor())).isEqualTo("'#333333'");
    assertThat(label.getOptions()).containsEntry("autoWrap", "60");
    TextSymbolizer along = (TextSymbolizer) rule(document, 2).symbolizers().get(2);
    LinePlacement line = (LinePlacement) along.getLabelPlacement();
    assertThat(text(line.getPerpendicularOffset())).isEqualTo("3");
    assertThat(text(along.getFill().getColor())).isEqualTo("'#000000'");
    assertThat(text(along.getFont().getSize())).isEqualTo("10.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {V10, V11})
  void rasterSymbolizer(String document) {
    RasterSymbolizer raster = (RasterSymbolizer) rule(document, 3).symbolizers().get(0);
    assertThat(text(raster.getOpacity())).isEqualTo("0.6");
    assertThat(text(raster.getChannelSelection().getGrayChannel().getChannelName())).isEqualTo("1");
    ColorMap map = raster.getColorMap();
    assertThat(map.getType()).isEqualTo(ColorMap.TYPE_INTERVALS);
    assertThat(Arrays.stream(map.getColorMapEntries()))
        .extracting(each -> each.getQuantity().evaluate(null, Double.class))
        .containsExactly(10.0, 20.0, Double.POSITIVE_INFINITY);
    assertThat(Arrays.stream(map.getColorMapEntries()))
        .extracting(each -> text(each.getColor()))
        .containsExactly("'#000000'", "'#FF0000'", "'#FFFFFF'");
    assertThat(raster.getContrastEnhancement().getMethod().name()).isEqualTo("NORMALIZE");
    assertThat(text(raster.getContrastEnhancement().getGammaValue())).isEqualTo("1.2");
    assertThat(raster.getShadedRelief().isBrightnessOnly()).isTrue();
    assertThat(text(raster.getShadedRelief().getReliefFactor())).isEqualTo("40");
  }
}
