package org.tuguan.plugin.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tuguan.plugin.coverage.TwoVillages.X;
import static org.tuguan.plugin.coverage.TwoVillages.Y;
import static org.tuguan.plugin.coverage.TwoVillages.place;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.Period;
import tools.jackson.databind.JsonNode;

/**
 * Figures over a real database: what they rest on, changes that are not saved, who may see them.
 */
@ExtendWith(TwoVillages.class)
class CoverageServerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private static CoverageServer server;
  private static AnnotationConfigApplicationContext context;
  private static StubGifts gifts;

  @BeforeAll
  static void start(CoverageServer shared) {
    server = shared;
    context = shared.context();
    gifts = shared.gifts();
  }

  private static MockHttpServletResponse get(String path) throws Exception {
    return server.get(path);
  }

  private static JsonNode json(String path) throws Exception {
    return server.json(path);
  }

  private static JsonNode post(String path, String body) throws Exception {
    return server.post(path, body);
  }

  @Test
  void theFigureComesWithBothNumbersAndWhatItRestsOn() throws Exception {
    JsonNode figure = json("");
    double people = 1_000 * 2 * Math.PI * 10_000 / 1e6;
    assertThat(figure.get("covered").doubleValue()).isCloseTo(people, within(0.001));
    assertThat(figure.get("total").doubleValue()).isEqualTo(4_000);
    assertThat(figure.get("rate").doubleValue()).isCloseTo(people / 4_000, within(1e-9));
    assertThat(figure.get("method").stringValue()).isEqualTo("areal");
    assertThat(figure.get("census_date").stringValue()).isEqualTo("2021-03-31");
    assertThat(figure.get("inventory_date").stringValue()).isEqualTo("2026-01-15");
    assertThat(figure.get("inventory_version").stringValue()).hasSize(12);
    assertThat(figure.get("technologies").get(0).stringValue()).isEqualTo("wifi");
    assertThat(figure.get("points").intValue()).isEqualTo(3);
    assertThat(figure.get("target").doubleValue()).isEqualTo(0.3);
    assertThat(figure.get("range")).hasSize(1);
    assertThat(figure.get("districts")).hasSize(2);
    assertThat(figure.get("twice").get("covered").doubleValue()).isZero();
  }

  @Test
  void anAreaIsNamedByCodeOrName() throws Exception {
    assertThat(json("?area=2").get("total").doubleValue()).isEqualTo(3_000);
    assertThat(json("?area=1區西里").get("total").doubleValue()).isEqualTo(1_000);
    assertThatThrownBy(() -> json("?area=nowhere")).hasRootCauseInstanceOf(RequestException.class);
  }

  @Test
  void aPastDayHasTheStationsOfThatDay() throws Exception {
    JsonNode past = json("?date=2019-12-31");
    assertThat(past.get("points").intValue()).isEqualTo(2);
    assertThat(past.get("covered").doubleValue())
        .isCloseTo(1_000 * Math.PI * 10_000 / 1e6, within(0.001));
    assertThat(past.get("inventory_version").stringValue())
        .isNotEqualTo(json("").get("inventory_version").stringValue());
  }

  @Test
  void withoutStationsThereIsNoValue() throws Exception {
    JsonNode none = json("?technologies=5g");
    assertThat(none.get("covered").isNull()).isTrue();
    assertThat(none.get("rate").isNull()).isTrue();
    assertThat(none.get("total").doubleValue()).isEqualTo(4_000);
  }

  @Test
  void whatCannotBeUnderstoodNamesTheParameter() {
    for (String wrong :
        List.of("method=guess", "date=today", "radius_m=-1", "technologies=6g", "model=magic")) {
      assertThatThrownBy(() -> json("?" + wrong))
          .rootCause()
          .isInstanceOfSatisfying(
              RequestException.class,
              refused -> assertThat(wrong).startsWith(refused.parameter() + "="));
    }
  }

  @Test
  void aModelOutsideItsRangeWarnsInTheAnswer() throws Exception {
    JsonNode warnings = json("?model=cost231-medium").get("warnings");
    assertThat(warnings.toString()).contains("outside its range").contains("超出適用範圍");
  }

  @Test
  void aPointInsideACircleAddsLittleAndOneInAnEmptyBlockMuch() throws Exception {
    JsonNode inside =
        post(
            "/what-if",
            "{\"changes\": [{\"op\": \"add\", \"id\": \"n\", %s}]}".formatted(place(310)));
    JsonNode empty =
        post(
            "/what-if",
            "{\"changes\": [{\"op\": \"add\", \"id\": \"n\", %s}]}".formatted(place(1_500)));
    double before = inside.get("before").get("covered").doubleValue();
    assertThat(inside.get("after").get("covered").doubleValue() - before).isBetween(0.1, 5.0);
    assertThat(empty.get("after").get("covered").doubleValue() - before)
        .isCloseTo(3_000 * Math.PI * 10_000 / 1e6, within(0.01));
  }

  @Test
  void movingAwayAndRemovingTakePeopleAway() throws Exception {
    JsonNode removed = post("/what-if", "{\"changes\": [{\"op\": \"remove\", \"id\": \"late\"}]}");
    assertThat(removed.get("after").get("covered").doubleValue())
        .isCloseTo(1_000 * Math.PI * 10_000 / 1e6, within(0.001));
    JsonNode moved =
        post(
            "/what-if",
            "{\"changes\": [{\"op\": \"move\", \"id\": \"late\", %s}]}".formatted(place(1_500)));
    assertThat(moved.get("after").get("covered").doubleValue())
        .isGreaterThan(removed.get("after").get("covered").doubleValue() + 90);
    assertThatThrownBy(
            () -> post("/what-if", "{\"changes\": [{\"op\": \"remove\", \"id\": \"nobody\"}]}"))
        .hasRootCauseInstanceOf(RequestException.class);
  }

  @Test
  void whoCoversAPlaceIsSaid() throws Exception {
    double[] degrees = LonLat.degrees(X + 310, Y + 500);
    JsonNode place = json("/at?lon=%s&lat=%s".formatted(degrees[0], degrees[1]));
    assertThat(place.get("times").intValue()).isEqualTo(2);
    assertThat(place.get("points").get(0).get("id").stringValue()).startsWith("a");
    assertThat(place.get("village").get("name").stringValue()).isEqualTo("1區西里");
  }

  @Test
  void theIndicatorIsTheFigureOfThePeriodsLastDay() {
    Indicator indicator = context.getBean(Indicator.class);
    assertThat(indicator.value(Period.year(2019)).numerator().doubleValue())
        .isCloseTo(1_000 * Math.PI * 10_000 / 1e6, within(0.001));
    assertThat(indicator.value(new Period(TODAY, TODAY)).denominator().intValue()).isEqualTo(4_000);
    assertThat(indicator.evidence(Period.year(2019), 10)).hasSize(2);
  }

  @Test
  void strangersSeeFiguresAsFarAsTheLayersAreOpen() throws Exception {
    gifts.asStranger(
        () -> assertThatThrownBy(() -> json("")).hasRootCauseInstanceOf(RequestException.class));
    assertThat(json("/villages?district=1").get(0).get("name").stringValue()).isEqualTo("1區西里");
    String csv = get("/districts.csv").getContentAsString(StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(3);
  }
}
