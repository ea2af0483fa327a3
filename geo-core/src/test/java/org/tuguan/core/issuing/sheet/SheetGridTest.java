package org.tuguan.core.issuing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

class SheetGridTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final SheetGrid BASE = SheetGrid.national(SheetSeries.SCALE_5000);
  private static final SheetGrid CITY = SheetGrid.metric("T1000", 800, 600);

  @Test
  void pointsFallIntoTheSheetsOfTheLists() {
    assertThat(BASE.numberAt(120.6470, 24.1617)).isEqualTo("95213036");
    assertThat(BASE.numberAt(120.7205322, 24.2466189)).isEqualTo("95213009");
    assertThat(BASE.numberAt(120.770, 22.985)).isEqualTo("95181001");
    assertThat(BASE.numberAt(121.2555, 24.2556)).isEqualTo("96214100");
  }

  @Test
  void largerSheetsHoldSmallerOnes() {
    assertThat(SheetGrid.national(SheetSeries.SCALE_25000).numberAt(120.6470, 24.1617))
        .isEqualTo("9521-3-NE");
    assertThat(SheetGrid.national(SheetSeries.SCALE_50000).numberAt(120.6470, 24.1617))
        .isEqualTo("9521-3");
    assertThat(SheetGrid.national(SheetSeries.SCALE_100000).numberAt(120.6470, 24.1617))
        .isEqualTo("9521");
  }

  /** Frames in the list of the National Land Surveying and Mapping Center, five decimals. */
  @Test
  void framesAreThosePublished() {
    Envelope first = BASE.getSheet("95181001").frame().getEnvelopeInternal();
    assertThat(first.getMinX()).isCloseTo(120.75806, within(0.000006));
    assertThat(first.getMaxX()).isCloseTo(120.78306, within(0.000006));
    assertThat(first.getMinY()).isCloseTo(22.97333, within(0.000006));
    assertThat(first.getMaxY()).isCloseTo(22.99833, within(0.000006));
    Envelope second = BASE.getSheet("95181002").frame().getEnvelopeInternal();
    assertThat(second.getMinX()).isCloseTo(120.78306, within(0.000006));
    assertThat(second.getMaxX()).isCloseTo(120.80806, within(0.000006));
  }

  @Test
  void theTransformAgreesWithThePublishedFramesToTwentyMetres() {
    Envelope published = BASE.getSheet("95213036").frame().getEnvelopeInternal();
    Envelope transformed =
        SheetGrid.nationalTransformed(SheetSeries.SCALE_5000)
            .getSheet("95213036")
            .frame()
            .getEnvelopeInternal();
    assertThat(transformed.getMinX()).isCloseTo(published.getMinX(), within(0.0002));
    assertThat(transformed.getMinY()).isCloseTo(published.getMinY(), within(0.0002));
    assertThat(transformed.getMinX()).isNotEqualTo(published.getMinX());
  }

  @Test
  void numbersGoToFramesAndBack() {
    for (SheetSeries series : SheetSeries.values()) {
      SheetGrid grid = SheetGrid.national(series);
      for (double lon = 120.05; lon < 122; lon += 0.037) {
        for (double lat = 21.93; lat < 25.3; lat += 0.041) {
          String number = grid.numberAt(lon, lat);
          Sheet sheet = grid.getSheet(number);
          assertThat(sheet.frame().getEnvelopeInternal().contains(lon, lat)).isTrue();
          assertThat(sheet.number()).isEqualTo(number);
        }
      }
    }
  }

  @Test
  void theSheetOfABaseMapIsAsLargeAsItShouldBe() {
    Geometry frame = BASE.getSheet("95213036").frame();
    Envelope metres =
        CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121)
            .apply(frame)
            .getEnvelopeInternal();
    assertThat(metres.getWidth()).isCloseTo(2541, within(15.0));
    assertThat(metres.getHeight()).isCloseTo(2769, within(15.0));
  }

  @Test
  void touchingAnEdgeIsNotTouching() {
    Sheet sheet = BASE.getSheet("95213036");
    assertThat(numbers(BASE.listTouched(sheet.frame()))).containsExactly("95213036");
    Envelope wider = new Envelope(sheet.frame().getEnvelopeInternal());
    wider.expandBy(0.0000001);
    assertThat(numbers(BASE.listTouched(SHAPES.toGeometry(wider)))).containsExactly("95213036");
  }

  @Test
  void aMetreAcrossAnEdgeIsTouching() {
    Envelope box = BASE.getSheet("95213036").frame().getEnvelopeInternal();
    Envelope wider =
        new Envelope(
            box.getMinX() + 0.001,
            box.getMaxX() + 0.00001,
            box.getMinY() + 0.001,
            box.getMaxY() - 0.001);
    assertThat(numbers(BASE.listTouched(SHAPES.toGeometry(wider))))
        .containsExactly("95213036", "95213037");
  }

  @Test
  void anAreaOverACornerTouchesFourSheetsAndWithoutTheShiftOthers() {
    Envelope box = BASE.getSheet("95213036").frame().getEnvelopeInternal();
    Geometry corner =
        SHAPES.createPoint(new Coordinate(box.getMaxX(), box.getMinY())).buffer(0.001);
    assertThat(numbers(BASE.listTouched(corner)))
        .containsExactly("95213036", "95213037", "95213046", "95213047");
  }

  @Test
  void aStripOfAFewMetresIsNamedWithItsDepth() {
    Envelope box = BASE.getSheet("95213036").frame().getEnvelopeInternal();
    Envelope area =
        new Envelope(
            box.getMinX() + 0.005,
            box.getMaxX() + 0.00006,
            box.getMinY() + 0.005,
            box.getMaxY() - 0.005);
    List<SliverHint> hints = BASE.listSlivers(SHAPES.toGeometry(area), 20);
    assertThat(hints).hasSize(1);
    assertThat(hints.get(0).sheet().number()).isEqualTo("95213037");
    assertThat(hints.get(0).depth()).isCloseTo(6.1, within(0.7));
    assertThat(BASE.listSlivers(SHAPES.toGeometry(area), 3)).isEmpty();
  }

  @Test
  void anAreaThatIsItselfSmallIsNotAllSlivers() {
    Envelope box = BASE.getSheet("95213036").frame().getEnvelopeInternal();
    Geometry small =
        SHAPES.createPoint(new Coordinate(box.getMaxX(), box.centre().getY())).buffer(0.00005);
    assertThat(BASE.listTouched(small)).hasSize(2);
    assertThat(BASE.listSlivers(small, 20)).isEmpty();
  }

  @Test
  void citySheetsAreEightHundredBySixHundredMetres() {
    String number = CITY.numberAt(120.6470, 24.1617);
    Sheet sheet = CITY.getSheet(number);
    assertThat(number).matches("T1000-\\d{4}-\\d{4}");
    assertThat(numbers(CITY.listTouched(sheet.frame()))).containsExactly(number);
    Envelope metres =
        CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121)
            .apply(sheet.frame())
            .getEnvelopeInternal();
    assertThat(metres.getWidth()).isCloseTo(800, within(0.01));
    assertThat(metres.getHeight()).isCloseTo(600, within(0.01));
  }

  @Test
  void aLargerAreaNeverTouchesFewerSheets() {
    Geometry centre = SHAPES.createPoint(new Coordinate(120.66, 24.15));
    int before = 0;
    for (double radius = 0.001; radius < 0.2; radius *= 1.4) {
      int count = BASE.listTouched(centre.buffer(radius)).size();
      assertThat(count).isGreaterThanOrEqualTo(before);
      before = count;
    }
  }

  @Test
  void badAreasAndNumbersAreRefusedWithWhatIsAllowed() {
    assertThatThrownBy(() -> BASE.getSheet("95213101"))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("95213036");
    assertThatThrownBy(() -> BASE.getSheet("9521-5-001")).isInstanceOf(RequestException.class);
    assertThatThrownBy(() -> BASE.numberAt(0, 0)).hasMessageContaining("114");
    assertThatThrownBy(() -> CITY.listTouched(SHAPES.toGeometry(new Envelope(119, 122, 22, 25))))
        .hasMessageContaining("10000");
    assertThatThrownBy(() -> BASE.listTouched(SHAPES.createPoint()))
        .hasMessageContaining("polygon");
  }

  private static List<String> numbers(List<Sheet> sheets) {
    return sheets.stream().map(Sheet::number).toList();
  }
}
