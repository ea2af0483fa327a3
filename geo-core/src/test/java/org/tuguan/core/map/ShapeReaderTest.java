package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.map.PixelShape.Kind;

class ShapeReaderTest {
  private static PixelShape read(Crs data, Bounds map, String wkt) throws ParseException {
    PixelShape shape = new PixelShape();
    new ShapeReader(new PixelGrid(data, map, 100, 100)).read(new WKTReader().read(wkt), shape);
    return shape;
  }

  private static PixelShape read(String wkt) throws ParseException {
    return read(TestMaps.METRES, new Bounds(TestMaps.METRES, 0, 0, 100, 100), wkt);
  }

  @Test
  void verticesCloserThanHalfAPixelAreDroppedButNotTheLast() throws ParseException {
    PixelShape line = read("LINESTRING(0 0, 0.3 0, 0.6 0, 5 0, 5.2 0)");
    assertThat(line.end(0)).isEqualTo(4);
    assertThat(line.x(1)).isEqualTo(0.6);
    assertThat(line.x(3)).isEqualTo(5.2);
  }

  @Test
  void whatIsSmallerThanAPixelIsADot() throws ParseException {
    assertThat(read("LINESTRING(5 5, 5.5 5.5)").kind(0)).isEqualTo(Kind.DOT_LINE);
    PixelShape many =
        read("MULTIPOLYGON(((5 5, 5.5 5, 5 5.5, 5 5)), ((10 10, 50 10, 10 50, 10 10)))");
    assertThat(many.kind(0)).isEqualTo(Kind.DOT_POLYGON);
    assertThat(many.kind(1)).isEqualTo(Kind.SHELL);
  }

  @Test
  void holesSmallerThanAPixelAreFilled() throws ParseException {
    PixelShape shape = read("POLYGON((0 0, 50 0, 50 50, 0 50, 0 0), (5 5, 5.5 5, 5 5.5, 5 5))");
    assertThat(shape.parts()).isEqualTo(1);
  }

  @Test
  void collectionsAndEmptyPartsAreRead() throws ParseException {
    PixelShape shape =
        read("GEOMETRYCOLLECTION(POINT(1 1), LINESTRING EMPTY, LINESTRING(0 0, 9 9), POINT EMPTY)");
    assertThat(shape.parts()).isEqualTo(2);
    assertThat(shape.y(0)).as("north is up").isEqualTo(99);
  }

  @Test
  void linesEndWhereTheSystemOfTheMapEnds() throws ParseException {
    Bounds map = new Bounds(Crs.WEB_MERCATOR, -2e7, -2e7, 2e7, 2e7);
    PixelShape shape = read(Crs.CRS84, map, "LINESTRING(0 -40, 0 40, 0 90, 40 90, 40 40, 40 0)");
    for (int i = 0; i < shape.end(shape.parts() - 1); i++) {
      assertThat(shape.x(i)).isFinite();
      assertThat(shape.y(i)).isFinite();
    }
  }

  @Test
  void interiorPointLiesInsideAndInThePicture() throws ParseException {
    PixelShape horseshoe =
        read("POLYGON((10 10, 90 10, 90 90, 70 90, 70 30, 30 30, 30 90, 10 90, 10 10))");
    InteriorPoint.Place place =
        InteriorPoint.within(new Rectangle2D.Double(0, 0, 100, 100)).find(horseshoe).orElseThrow();
    boolean inArms = place.x() < 30 || place.x() > 70;
    assertThat(inArms || place.y() > 70).isTrue();

    PixelShape half = read("POLYGON((-1000 20, 40 20, 40 80, -1000 80, -1000 20))");
    place = InteriorPoint.within(new Rectangle2D.Double(0, 0, 100, 100)).find(half).orElseThrow();
    assertThat(place.x()).isEqualTo(20);
    assertThat(InteriorPoint.anywhere().find(half).orElseThrow().x()).isEqualTo(-480);
  }
}
