package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.MemoryFeatureSource;

class StarterStyleTest {
  private static FeatureType type(String name, GeometryKind kind, String... texts) {
    List<Attribute> attributes =
        Arrays.stream(texts).map(each -> new Attribute(each, AttributeType.TEXT)).toList();
    return new FeatureType(name, attributes, "geom", kind, Crs.TWD97_TM2_121);
  }

  private static FeatureTypeStyle read(FeatureType type) {
    return new SldReader().readStyle(StarterStyle.of(type)).featureTypeStyles().get(0);
  }

  private static Symbolizer first(FeatureType type) {
    return read(type).rules().get(0).symbolizers().get(0);
  }

  @Test
  void eachKindGetsItsSymbol() {
    assertThat(first(type("a", GeometryKind.POINT))).isInstanceOf(PointSymbolizer.class);
    assertThat(first(type("a", GeometryKind.LINE))).isInstanceOf(LineSymbolizer.class);
    assertThat(first(type("a", GeometryKind.POLYGON))).isInstanceOf(PolygonSymbolizer.class);
  }

  @Test
  void mixedGeometriesAreToldApartByDimension() {
    List<Rule> rules = read(type("a", GeometryKind.MIXED)).rules();
    assertThat(rules)
        .extracting(rule -> ECQL.toCQL(rule.getFilter()))
        .containsExactly(
            "dimension(geom) = 2",
            "dimension(geom) = 1",
            "dimension(geom) = 0",
            "dimension(geom) = 0");
  }

  @Test
  void theColourFollowsFromTheName() {
    assertThat(StarterStyle.of(type("a", GeometryKind.LINE)))
        .isEqualTo(StarterStyle.of(type("a", GeometryKind.LINE)));
    assertThat(StarterStyle.of(type("a", GeometryKind.LINE)).replace("<se:Name>a<", "<se:Name>b<"))
        .isNotEqualTo(StarterStyle.of(type("b", GeometryKind.LINE)));
  }

  @Test
  void theLikeliestNameIsTheLabel() {
    assertThat(StarterStyle.nameAttribute(type("a", GeometryKind.POINT, "NOTE", "NAME", "x")))
        .contains("NAME");
    assertThat(StarterStyle.nameAttribute(type("a", GeometryKind.POINT, "name_en", "name_zh")))
        .contains("name_zh");
    assertThat(StarterStyle.nameAttribute(type("a", GeometryKind.POINT, "地址", "熱點名稱")))
        .contains("熱點名稱");
    assertThat(StarterStyle.nameAttribute(type("a", GeometryKind.POINT, "地址"))).isEmpty();
    List<Rule> rules = read(type("a", GeometryKind.POINT, "名稱")).rules();
    TextSymbolizer label = (TextSymbolizer) rules.get(2).symbolizers().get(0);
    assertThat(ECQL.toCQL(label.getLabel())).isEqualTo("\"名稱\"");
  }

  @Test
  void namesWithMarkupSurvive() {
    FeatureType odd = type("a<b&c", GeometryKind.LINE, "路<&名稱");
    assertThat(new SldReader().readLayers(StarterStyle.of(odd)).get(0).name()).isEqualTo("a<b&c");
    TextSymbolizer label = (TextSymbolizer) read(odd).rules().get(1).symbolizers().get(0);
    assertThat(label.getLabel()).hasToString("路<&名稱");
  }

  @Test
  void oneBandIsGreyThreeAreColour() {
    String grey = StarterStyle.ofRaster("dem", 1, -5, 3900.5);
    RasterSymbolizer raster = raster(grey);
    assertThat(raster.getColorMap().getType()).isEqualTo(ColorMap.TYPE_RAMP);
    assertThat(raster.getColorMap().getColorMapEntries()[1].getQuantity().evaluate(null))
        .isEqualTo(3900.5);
    assertThat(raster(StarterStyle.ofRaster("photo", 3, 0, 255)).getColorMap()).isNull();
  }

  private static RasterSymbolizer raster(String sld) {
    Rule rule = new SldReader().readStyle(sld).featureTypeStyles().get(0).rules().get(0);
    return (RasterSymbolizer) rule.symbolizers().get(0);
  }

  @Test
  void eachOfMixedGeometriesIsDrawnAsWhatItIs() throws ParseException {
    assertThat(drawn("POINT (50 50)")).isBetween(20, 120);
    assertThat(drawn("LINESTRING (10 50, 90 50)")).isBetween(150, 400);
    assertThat(drawn("POLYGON ((10 10, 90 10, 90 90, 10 90, 10 10))")).isGreaterThan(6000);
  }

  /** How many of 100 x 100 pixels are not white. */
  private static int drawn(String wkt) throws ParseException {
    FeatureType type = type("mixed", GeometryKind.MIXED);
    Feature feature = new Feature(type, "1", new WKTReader().read(wkt), new Object[0]);
    Style style = new SldReader().readStyle(StarterStyle.of(type));
    MapRenderer renderer =
        new MapRenderer(
            new MapRenderer.Resources(
                GraphicLibrary.ofStyles(), FontLibrary.ofSystem(), new RenderProblems()),
            Clock.systemUTC(),
            Duration.ofSeconds(20));
    BufferedImage map =
        renderer.render(
            new MapRequest(
                new Bounds(type.crs(), 0, 0, 100, 100),
                100,
                100,
                List.of(
                    new StyledLayer.Vector(
                        new MemoryFeatureSource(type, List.of(feature)), style, Filter.INCLUDE)),
                false,
                Color.WHITE,
                1,
                Locale.TAIWAN));
    return (int)
        Arrays.stream(map.getRGB(0, 0, 100, 100, null, 0, 100))
            .filter(pixel -> pixel != 0xffffffff)
            .count();
  }
}
