package org.tuguan.api.sharing.circulation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tuguan.api.people.AgencyEntry;
import org.tuguan.api.people.JdbcAgencies;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;
import org.tuguan.core.sharing.AdoptionEvidence;
import org.tuguan.core.sharing.CirculationRate;

/** The circulation rate at the end of a period, or today where that is not over. */
@Component
class CirculationIndicator implements Indicator {
  private final CirculationFigures figures;
  private final JdbcAgencies agencies;

  CirculationIndicator(CirculationFigures figures, JdbcAgencies agencies) {
    this.figures = figures;
    this.agencies = agencies;
  }

  @Override
  public String name() {
    return "circulation-rate";
  }

  @Override
  public LocalText title() {
    return new LocalText("地理資訊流通率", "Circulation rate of geographic information");
  }

  @Override
  public IndicatorUnit unit() {
    return IndicatorUnit.RATE;
  }

  @Override
  public IndicatorValue value(Period period) {
    return find(period)
        .map(rate -> IndicatorValue.rate(rate.adopters().size(), rate.agencies().size()))
        .orElse(IndicatorValue.NONE);
  }

  /** Every agency is a row; those that adopted first. */
  @Override
  public List<Evidence> evidence(Period period, int limit) {
    Optional<CirculationRate> rate = find(period);
    return rate.isEmpty() ? List.of() : evidence(rate.get(), limit);
  }

  private List<Evidence> evidence(CirculationRate rate, int limit) {
    Map<String, LocalDate> last =
        rate.evidence().stream()
            .collect(
                Collectors.toMap(
                    AdoptionEvidence::agency,
                    AdoptionEvidence::last,
                    (one, other) -> one.isAfter(other) ? one : other));
    return agencies.list().stream()
        .filter(each -> rate.agencies().contains(each.id()))
        .sorted(Comparator.comparing((AgencyEntry each) -> !rate.adopters().contains(each.id())))
        .limit(limit)
        .map(
            each ->
                new Evidence(
                    each.id(),
                    each.nameOn(rate.on()),
                    rate.adopters().contains(each.id()),
                    Optional.ofNullable(last.get(each.id())),
                    "/circulation.html?on=%s#agency-%s".formatted(rate.on(), each.id())))
        .toList();
  }

  private Optional<CirculationRate> find(Period period) {
    LocalDate today = figures.today();
    LocalDate on = period.until().isAfter(today) ? today : period.until();
    return period.from().isAfter(today) || on.isBefore(Circulation.FIRST)
        ? Optional.empty()
        : Optional.of(figures.get(on, Optional.empty(), FigureReader.ONLOOKER).rate());
  }
}
