package org.tuguan.core.issuing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.issuing.FeeStandards;
import org.tuguan.core.issuing.Quote;
import org.tuguan.core.issuing.QuoteRequest;

class GroundTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final Geometry AREA =
      SHAPES.toGeometry(new Envelope(120.64, 120.66, 24.15, 24.17));
  private static final Geometry WEST = SHAPES.toGeometry(new Envelope(120.63, 120.65, 24.1, 24.2));

  /** 0.02 degrees are 2,032 m east-west and 2,215 m north-south at 24.16 north: 4.50 km2. */
  @Test
  void areasAreMeasuredInThePlane() {
    Ground ground = Ground.area(AREA, SHAPES.createPolygon());
    assertThat(ground.quantity().doubleValue()).isCloseTo(4.50, within(0.01));
    assertThat(ground.before()).isEqualByComparingTo("0");
  }

  @Test
  void whatWasHadBeforeIsAnUpdate() {
    Ground ground = Ground.area(AREA, WEST);
    assertThat(ground.before().doubleValue())
        .isCloseTo(ground.quantity().doubleValue() / 2, within(0.001));
  }

  @Test
  void sheetsHadBeforeAreCountedByNumber() {
    SheetGrid grid = SheetGrid.national(SheetSeries.SCALE_5000);
    List<Sheet> touched =
        grid.listTouched(SHAPES.toGeometry(new Envelope(120.64, 120.70, 24.15, 24.16)));
    Ground ground = Ground.sheets(touched, List.of(touched.get(0).number(), "95181001"));
    assertThat(ground.before()).isEqualByComparingTo("1");
    Quote quote = price(ground, "PHOTO-DIGITAL", "sheet", "nlsc-survey-results", "2017-05-01");
    BigDecimal firsts = ground.quantity().subtract(BigDecimal.ONE);
    assertThat(quote.total().orElseThrow())
        .isEqualByComparingTo(firsts.multiply(new BigDecimal(150)).add(new BigDecimal(75)));
  }

  /** 4.5 km2, half of them before, at 40 and 20. */
  @Test
  void areasHadBeforeAreCheaper() {
    Quote fresh =
        price(
            Ground.area(AREA, SHAPES.createPolygon()),
            "VECTOR-KM2",
            "km2",
            "taichung-geoinfo-demo",
            "2026-01-05");
    Quote update =
        price(Ground.area(AREA, WEST), "VECTOR-KM2", "km2", "taichung-geoinfo-demo", "2026-01-05");
    assertThat(fresh.total().orElseThrow()).isEqualByComparingTo("180");
    assertThat(update.lines()).hasSize(2);
    assertThat(update.total().orElseThrow()).isEqualByComparingTo("135");
  }

  private static Quote price(
      Ground ground, String product, String unit, String schedule, String day) {
    return FeeStandards.shipped()
        .price(
            new QuoteRequest(
                schedule,
                Optional.of(LocalDate.parse(day)),
                new QuoteRequest.Applicant("company", ""),
                "business",
                List.of(ground.item(product, unit).in("西屯區")),
                Map.of()));
  }
}
