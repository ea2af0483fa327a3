package org.tuguan.plugin.coverage;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.plugin.coverage.figure.CoverageAnswers;
import org.tuguan.plugin.coverage.figure.CoverageJson;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.inventory.Technology;

/**
 * 無線寬頻人口覆蓋率 of the policy plan: people on reached ground by all people, on the last day of the
 * period. Settings: {@code indicator-technologies} (wifi), since with mobile networks the target of
 * 30 % would have been met before it was set.
 */
@Component
class CoverageIndicator implements Indicator {
  private final CoverageAnswers answers;
  private final Clock clock;
  private final String technologies;

  CoverageIndicator(CoverageAnswers answers, PluginSettings settings, Clock clock) {
    this.answers = answers;
    this.clock = clock;
    this.technologies = settings.text("indicator-technologies").orElse(Technology.WIFI.code());
  }

  @Override
  public String name() {
    return "coverage-wifi";
  }

  @Override
  public LocalText title() {
    return new LocalText("無線寬頻人口覆蓋率", "Population covered by wireless networks");
  }

  @Override
  public IndicatorUnit unit() {
    return IndicatorUnit.RATE;
  }

  @Override
  public IndicatorValue value(Period period) {
    return answer(period)
        .filter(answer -> answer.rate() != null)
        .map(
            answer ->
                new IndicatorValue(
                    BigDecimal.valueOf(answer.covered()), BigDecimal.valueOf(answer.total())))
        .orElse(IndicatorValue.NONE);
  }

  /** Empty while there are no people to count. */
  private Optional<CoverageJson> answer(Period period) {
    LocalDate today = LocalDate.now(clock);
    LocalDate on = period.until().isAfter(today) ? today : period.until();
    CoverageQuery query =
        CoverageQuery.parse(Map.of("date", on.toString(), "technologies", technologies), today);
    try {
      return Optional.of(answers.answer(query, Optional.empty()));
    } catch (RequestException noCensus) {
      return Optional.empty();
    }
  }

  /** The districts: those that reach the target count. */
  @Override
  public List<Evidence> evidence(Period period, int limit) {
    return answer(period).stream()
        .flatMap(answer -> answer.districts().stream())
        .filter(district -> district.rate() != null)
        .limit(limit)
        .map(
            district ->
                new Evidence(
                    district.code(),
                    new LocalText(
                        "%s：%,.0f / %,.0f 人"
                            .formatted(district.name(), district.covered(), district.total()),
                        "%s: %,.0f of %,.0f people"
                            .formatted(district.name(), district.covered(), district.total())),
                    district.rate() >= answers.target(),
                    Optional.empty(),
                    "/plugins/coverage/coverage.html"))
        .toList();
  }
}
