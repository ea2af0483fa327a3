package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tuguan.core.map.TestMaps.STYLES;
import static org.tuguan.core.map.TestMaps.draw;
import static org.tuguan.core.map.TestMaps.ink;
import static org.tuguan.core.map.TestMaps.layer;
import static org.tuguan.core.map.TestMaps.request;
import static org.tuguan.core.map.TestMaps.source;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.styling.UomOgcMapping;
import org.junit.jupiter.api.Test;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/** How large things are drawn. */
class MapSizesTest {
  private static final int RED = 0xffff0000;

  private static PolygonSymbolizer fill(Color colour) {
    return STYLES.createPolygonSymbolizer(null, STYLES.createFill(colour));
  }

  @Test
  void subPixelPolygonIsAsStrongAsItIsLarge() {
    BufferedImage map =
        draw(
            10,
            10,
            layer(
                source(
                    "POLYGON((4 4, 4.9 4, 4.9 4.9, 4 4))",
                    "POLYGON((7 7, 7.9 7, 7.9 7.9, 7 7.9, 7 7))"),
                fill(Color.RED)));
    assertThat(ink(map, 0, 0, 10, 10)).isEqualTo(2);
    assertThat(new Color(map.getRGB(4, 5)).getGreen()).isCloseTo(255 - 103, within(2));
    assertThat(new Color(map.getRGB(7, 2)).getGreen()).isCloseTo(255 - 207, within(2));
  }

  @Test
  void pixelRatioDoublesWidths() {
    Bounds bounds = new Bounds(TestMaps.METRES, 0, 0, 10, 10);
    StyledLayer line =
        layer(source("LINESTRING(-5 5, 15 5)"), STYLES.createLineSymbolizer(Color.RED, 2));
    assertThat(ink(draw(request(bounds, 20, 20, 1, line)), 10, 0, 1, 20)).isEqualTo(2);
    assertThat(ink(draw(request(bounds, 20, 20, 2, line)), 10, 0, 1, 20)).isEqualTo(4);
  }

  @Test
  void widthInMetresFollowsTheScale() {
    LineSymbolizer line = STYLES.createLineSymbolizer(Color.RED, 4);
    line.setUnitOfMeasure(UomOgcMapping.METRE.getUnit());
    Bounds bounds = new Bounds(TestMaps.METRES, 0, 0, 10, 10);
    StyledLayer layer = layer(source("LINESTRING(-5 5, 15 5)"), line);
    assertThat(ink(draw(request(bounds, 20, 20, 1, layer)), 10, 0, 1, 20)).isEqualTo(8);
  }

  @Test
  void metresAreThoseOfTheGroundInWebMercatorToo() {
    LineSymbolizer line = STYLES.createLineSymbolizer(Color.RED, 1000);
    line.setUnitOfMeasure(UomOgcMapping.METRE.getUnit());
    double[] centre = {120.65, 60};
    CoordinateTransform.between(Crs.CRS84, Crs.WEB_MERCATOR).apply(centre, 0, centre, 0, 1);
    TestMaps.Source data = new TestMaps.Source("test", Crs.WEB_MERCATOR);
    data.with(
        "LINESTRING(%f %f, %f %f)"
            .formatted(centre[0] - 1e5, centre[1], centre[0] + 1e5, centre[1]));
    Bounds bounds =
        new Bounds(
            Crs.WEB_MERCATOR, centre[0] - 5e3, centre[1] - 5e3, centre[0] + 5e3, centre[1] + 5e3);
    BufferedImage map = draw(request(bounds, 100, 100, 1, layer(data, line)));
    assertThat(ink(map, 50, 0, 1, 100)).as("2000 m of Mercator at 60 north").isEqualTo(20);
  }

  @Test
  void dashesDoNotMoveWhenTheMapDoes() {
    LineSymbolizer dashed =
        STYLES.createLineSymbolizer(STYLES.createStroke(Color.BLACK, 4, new float[] {7, 4}));
    StyledLayer layer = layer(source("LINESTRING(-500 10, 700 10)"), dashed);
    BufferedImage west =
        draw(request(new Bounds(TestMaps.METRES, 0, 0, 100, 20), 100, 20, 1, layer));
    BufferedImage east =
        draw(request(new Bounds(TestMaps.METRES, 50, 0, 150, 20), 100, 20, 1, layer));
    for (int x = 0; x < 50; x++) {
      assertThat(east.getRGB(x, 10)).isEqualTo(west.getRGB(x + 50, 10));
    }
  }
}
