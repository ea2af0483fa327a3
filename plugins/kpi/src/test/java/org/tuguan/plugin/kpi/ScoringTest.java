package org.tuguan.plugin.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.PluginDatabase;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Indicators;
import org.tuguan.core.analysis.Period;

class ScoringTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneId.of("Asia/Taipei"));

  private final PluginDatabase database = PluginDatabase.of("kpi");
  private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
  private final JdbcEntries entries = new JdbcEntries(jdbc);
  private final Map<String, Function<Period, IndicatorValue>> computed = new HashMap<>();
  private final Definitions definitions =
      new Definitions(new JdbcDefinitions(jdbc), (action, subject, details) -> {}, CLOCK);
  private final Scoring scoring =
      new Scoring(definitions, new Figures(indicators(), entries), CLOCK);

  @AfterEach
  void stop() {
    database.close();
  }

  private Indicators indicators() {
    return new Indicators() {
      @Override
      public List<Indicator> list() {
        return List.of();
      }

      @Override
      public Optional<Indicator> find(String name) {
        return Optional.ofNullable(computed.get(name)).map(each -> new Made(name, each));
      }
    };
  }

  private record Made(String name, Function<Period, IndicatorValue> by) implements Indicator {
    @Override
    public LocalText title() {
      return LocalText.same(name);
    }

    @Override
    public IndicatorUnit unit() {
      return IndicatorUnit.RATE;
    }

    @Override
    public IndicatorValue value(Period period) {
      return by.apply(period);
    }

    @Override
    public List<Evidence> evidence(Period period, int limit) {
      return List.of();
    }
  }

  private Scored line(Scoreboard board, String id) {
    return board.indicators().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theElevenIndicatorsOf2011HaveTheWeightsAndTargetsOfThePlan() {
    List<Definition> plan = Definitions.shipped();
    assertThat(plan)
        .extracting(each -> each.weight().movePointRight(2).intValueExact())
        .containsExactly(5, 5, 5, 10, 5, 10, 10, 5, 5, 5, 5);
    assertThat(plan)
        .extracting(each -> each.target(2011).orElseThrow())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            List.of(
                    "0.70", "0.90", "0.50", "0.85", "0.40", "0.97", "0.99", "1", "1.00", "0.30",
                    "0.50")
                .stream()
                .map(BigDecimal::new)
                .toArray(BigDecimal[]::new));
    assertThat(plan)
        .extracting(Definition::objective)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8);
    assertThat(scoring.of(2011, 12).weight()).isEqualByComparingTo("0.70");
  }

  @Test
  void oneIndicatorThatFailsBlanksNoOther() {
    computed.put("registers-petitions-in-time", period -> IndicatorValue.rate(99, 100));
    computed.put(
        "circulation-rate",
        period -> {
          throw new IllegalStateException("the ledger is torn");
        });
    computed.put(
        "coverage-wifi",
        period -> {
          throw new NoClassDefFoundError("org/ortools/Gone");
        });
    Scoreboard board = scoring.of(2011, 12);
    assertThat(line(board, "kpi-7").state()).isEqualTo(State.MET);
    assertThat(line(board, "kpi-7").score().orElseThrow()).isEqualByComparingTo("0.10");
    assertThat(line(board, "kpi-8d").state()).isEqualTo(State.BROKEN);
    assertThat(line(board, "kpi-8d").cause().orElseThrow().en())
        .contains("log")
        .doesNotContain("torn");
    assertThat(line(board, "kpi-8c").state()).isEqualTo(State.BROKEN);
    assertThat(line(board, "kpi-1").cause().orElseThrow().zh())
        .contains("registers-research-adoption");
    assertThat(board.score()).isEqualByComparingTo("0.10");
  }

  @Test
  void everybodysComparisonIsComputedOnceInFiveMinutes() {
    AtomicInteger asked = new AtomicInteger();
    computed.put(
        "circulation-rate",
        period -> {
          asked.incrementAndGet();
          return IndicatorValue.rate(14, 27);
        });
    AtomicReference<Instant> now = new AtomicReference<>(CLOCK.instant());
    PublicBoards boards = new PublicBoards(scoring, now::get);
    assertThat(line(boards.ofYear(2011), "kpi-8d").state()).isEqualTo(State.MET);
    int once = asked.get();

    boards.ofYear(2011);
    assertThat(asked).hasValue(once);
    now.set(CLOCK.instant().plusSeconds(300));
    boards.ofYear(2011);
    assertThat(asked).hasValue(2 * once);
  }

  @Test
  void whatIsRefusedIsSaidInBothLanguages() {
    assertThatThrownBy(() -> scoring.of(2011, 13))
        .isInstanceOfSatisfying(
            RequestException.class,
            e ->
                assertThat(e.text())
                    .isEqualTo(new LocalText("month='13'：1 至 12 月", "month='13': 1 to 12")));
  }

  @Test
  void aDenominatorOfZeroIsNoValueAndNoScore() {
    computed.put("registers-overseas-reports", period -> IndicatorValue.rate(0, 0));
    Scored line = line(scoring.of(2011, 12), "kpi-2");
    assertThat(line.state()).isEqualTo(State.NO_VALUE);
    assertThat(line.value()).isEmpty();
    assertThat(line.score()).isEmpty();
  }

  @Test
  void theScoreIsTheShareOfTheTargetAndNeverMoreThanTheWeight() {
    computed.put("circulation-rate", period -> IndicatorValue.rate(14, 27));
    computed.put("registers-instructions-released", period -> IndicatorValue.rate(51, 120));
    Scoreboard board = scoring.of(2011, 12);
    assertThat(line(board, "kpi-8d").state()).isEqualTo(State.MET);
    assertThat(line(board, "kpi-8d").score().orElseThrow()).isEqualByComparingTo("0.05");
    // 42.5 % of a target of 85 % is half of it.
    assertThat(line(board, "kpi-4").state()).isEqualTo(State.MISSED);
    assertThat(line(board, "kpi-4").score().orElseThrow()).isEqualByComparingTo("0.05");
  }

  @Test
  void aRunningYearIsJudgedByWhereItGoes() {
    publish("kpi-7", 2, "0.90");
    // Ten cases a month, all in time at first, none in the last three months.
    computed.put("registers-petitions-in-time", falling());
    Scored line = line(scoring.of(2026, 12), "kpi-7");
    assertThat(line.trend()).hasSize(6);
    assertThat(line.state()).isEqualTo(State.AT_RISK);
    assertThat(line.projected().orElseThrow()).isEqualByComparingTo("0.25");
    computed.put(
        "registers-petitions-in-time",
        period -> IndicatorValue.rate(9L * months(period), 10L * months(period)));
    assertThat(line(scoring.of(2026, 12), "kpi-7").state()).isEqualTo(State.MET);
    computed.put("registers-petitions-in-time", rising());
    assertThat(line(scoring.of(2026, 12), "kpi-7").state()).isEqualTo(State.ON_TRACK);
  }

  private static int months(Period period) {
    return period.until().getMonthValue();
  }

  private static Function<Period, IndicatorValue> falling() {
    return period -> IndicatorValue.rate(10L * Math.min(3, months(period)), 10L * months(period));
  }

  private static Function<Period, IndicatorValue> rising() {
    return period -> {
      int month = months(period);
      return IndicatorValue.rate(
          7L * Math.min(3, month) + 10L * Math.max(0, month - 3), 10L * month);
    };
  }

  @Test
  void aCountOfARunningYearGrowsAsInTheLastMonths() {
    List<IndicatorValue> months =
        List.of(0, 0, 0, 1, 1, 3).stream().map(each -> IndicatorValue.count(each)).toList();
    assertThat(Projection.ofYear(IndicatorUnit.TIMES, months).orElseThrow())
        .isEqualByComparingTo("9");
    assertThat(Projection.ofYear(IndicatorUnit.RATE, List.of(IndicatorValue.NONE))).isEmpty();
  }

  @Test
  void yearsToComeAreRefused() {
    assertThatThrownBy(() -> scoring.of(2027, 12))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("1990 to 2026");
  }

  private void publish(String id, int version, String target) {
    String source =
        id.equals("kpi-7")
            ? "{\"kind\": \"indicator\", \"name\": \"registers-petitions-in-time\"}"
            : "{\"kind\": \"entry\"}";
    definitions.publish(
        id,
        version,
        """
        {"id": "%s", "order": 7, "objective": 7, "name": {"zh": "陳情", "en": "petitions"}, "weight": 0.1,
         "numerator": {"zh": "甲", "en": "a"}, "denominator": {"zh": "乙", "en": "b"}, "unit": "rate",
         "period": "year", "targets": {"2026": %s}, "source": %s, "agency": "rdec",
         "basis": {"zh": "計畫", "en": "plan"}}
        """
            .formatted(id, target, source),
        "kpi");
  }

  @Test
  void aVersionIsNeverOverwrittenAndFollowsTheNewest() {
    publish("kpi-7", 2, "0.95");
    assertThatThrownBy(() -> publish("kpi-7", 2, "0.10"))
        .isInstanceOf(RequestException.class)
        .extracting(each -> ((RequestException) each).fault())
        .isEqualTo(Fault.CONFLICT);
    assertThatThrownBy(() -> publish("kpi-7", 4, "0.10")).hasMessageContaining("3");
    assertThat(definitions.get("kpi-7").target(2026).orElseThrow()).isEqualByComparingTo("0.95");
    assertThat(definitions.get("kpi-7").target(2011)).isEmpty();
    assertThat(definitions.list()).hasSize(11);
  }

  @Test
  void aDefinitionThatCannotBeReadSaysInWhichLine() {
    assertThatThrownBy(
            () ->
                definitions.publish(
                    "x", 1, "{\"id\": \"x\",\n \"order\": 1,\n \"weight\": 2}", "kpi"))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("line");
  }

  @Test
  void theNewestEntryOfAMonthCountsAndMonthsAddUp() {
    publish("survey", 1, "0.5");
    Period year = Period.year(2026);
    enter(1, 40, 100);
    enter(2, 30, 50);
    enter(1, 60, 100);
    Definition definition = definitions.get("survey");
    IndicatorValue value = new Figures(indicators(), entries).value(definition, year);
    assertThat(value.numerator()).isEqualByComparingTo("90");
    assertThat(value.denominator()).isEqualByComparingTo("150");
    assertThat(entries.list("survey", Scoring.until(2026, 1))).hasSize(1);
  }

  private void enter(int month, long numerator, long denominator) {
    entries.insert(
        "survey",
        YearMonth.of(2026, month),
        IndicatorValue.rate(numerator, denominator),
        "",
        Optional.empty(),
        CLOCK.instant(),
        "kpi");
  }

  @Test
  void tablesForOtherProgramsSayWhatTheScoreboardSays() throws Exception {
    computed.put("circulation-rate", period -> IndicatorValue.rate(14, 27));
    Scoreboard board = scoring.of(2011, 12);
    String row =
        ScoreboardFiles.csv(board)
            .text()
            .lines()
            .filter(each -> each.startsWith("kpi-8d,"))
            .collect(Collectors.joining());
    assertThat(row).contains(",14,27,0.5185,0.5000,0.05,0.0500,達標");
    com.github.miachm.sods.Sheet sheet =
        new com.github.miachm.sods.SpreadSheet(new ByteArrayInputStream(ScoreboardFiles.ods(board)))
            .getSheet(0);
    assertThat(sheet.getRange(11, 1).getValue()).isEqualTo("增進地理資訊流通率");
    assertThat(sheet.getRange(11, 3).getValue()).isEqualTo(14.0);
  }
}
