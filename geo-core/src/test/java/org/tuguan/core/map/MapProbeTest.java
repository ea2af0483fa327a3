package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
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

/** A map of 100 by 100 metres, a metre a pixel; rows count from the north. */
class MapProbeTest {
  private static final String MARK =
      "<PointSymbolizer><Graphic><Mark/><Size>8</Size></Graphic></PointSymbolizer>";

  private final FeatureType type =
      new FeatureType(
          "things",
          List.of(new Attribute("kind", AttributeType.TEXT)),
          "geom",
          GeometryKind.MIXED,
          Crs.TWD97_TM2_121);

  private Feature feature(String id, String kind, String wkt) throws ParseException {
    return new Feature(type, id, new WKTReader().read(wkt), new Object[] {kind});
  }

  private static Style style(String rules) {
    return new SldReader()
        .readStyle(
            "<UserStyle xmlns:ogc=\"http://www.opengis.net/ogc\"><FeatureTypeStyle>"
                + rules
                + "</FeatureTypeStyle></UserStyle>");
  }

  private List<String> found(String rules, int column, int row, Feature... features) {
    StyledLayer.Vector layer =
        new StyledLayer.Vector(
            new MemoryFeatureSource(type, List.of(features)), style(rules), Filter.INCLUDE);
    MapRequest map =
        new MapRequest(
            new Bounds(Crs.TWD97_TM2_121, 0, 0, 100, 100),
            100,
            100,
            List.of(layer),
            false,
            Color.WHITE,
            1,
            Locale.ROOT);
    return new MapProbe(map, column, row).find(layer, 10).stream().map(Feature::id).toList();
  }

  @Test
  void nearestComesFirst() throws ParseException {
    Feature far = feature("1", "a", "POINT (50 50)");
    Feature near = feature("2", "a", "POINT (54 50)");

    assertThat(found("<Rule>" + MARK + "</Rule>", 53, 50, far, near)).containsExactly("2", "1");
    assertThat(found("<Rule>" + MARK + "</Rule>", 50, 50, far, near)).containsExactly("1", "2");
  }

  @Test
  void reachIsTheSymbolAndAFewPixels() throws ParseException {
    Feature point = feature("1", "a", "POINT (50 50)");

    assertThat(found("<Rule>" + MARK + "</Rule>", 56, 50, point)).containsExactly("1");
    assertThat(found("<Rule>" + MARK + "</Rule>", 57, 50, point)).isEmpty();
  }

  @Test
  void areasEndAtTheirEdge() throws ParseException {
    Feature area = feature("1", "a", "POLYGON ((20 20, 40 20, 40 40, 20 40, 20 20))");
    String rule = "<Rule><PolygonSymbolizer><Fill/></PolygonSymbolizer></Rule>";

    assertThat(found(rule, 39, 60, area)).containsExactly("1");
    assertThat(found(rule, 40, 60, area)).isEmpty();
    assertThat(found(rule, 39, 59, area)).isEmpty();
  }

  @Test
  void whatNoRuleDrawsIsNotThere() throws ParseException {
    String kindA =
        "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName>"
            + "<ogc:Literal>a</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
    Feature a = feature("1", "a", "POINT (50 50)");
    Feature b = feature("2", "b", "POINT (50 50)");

    assertThat(found("<Rule>" + kindA + MARK + "</Rule>", 50, 50, a, b)).containsExactly("1");
    assertThat(
            found(
                "<Rule>" + kindA + MARK + "</Rule><Rule><ElseFilter/>" + MARK + "</Rule>",
                50,
                50,
                a,
                b))
        .containsExactly("1", "2");
    String near = "<MaxScaleDenominator>1000</MaxScaleDenominator>";
    assertThat(found("<Rule>" + near + MARK + "</Rule>", 50, 50, a)).isEmpty();
  }
}
