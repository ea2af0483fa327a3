package org.tuguan.core.sharing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The circulation rate of a day (地理資訊流通率): first-level agencies that adopted the city's map data,
 * over the first-level agencies that existed. Never without its two numbers.
 *
 * @param on the day, in Asia/Taipei; counted as it was at its end
 * @param rule version of the {@link AdoptionRule}
 * @param agencies ids of all that existed
 * @param evidence of adopting, for those of {@code agencies} that did and that did not
 */
public record CirculationRate(
    LocalDate on,
    int rule,
    Set<String> adopters,
    Set<String> agencies,
    List<AdoptionEvidence> evidence) {
  private static final int DECIMALS = 6;

  public CirculationRate {
    Objects.requireNonNull(on);
    adopters = new TreeSet<>(adopters);
    agencies = new TreeSet<>(agencies);
    evidence = List.copyOf(evidence);
    if (!agencies.containsAll(adopters)) {
      throw new IllegalArgumentException("an adopter that is not among the agencies");
    }
  }

  /**
   * @param agencies ids of the first-level agencies of the day
   * @param events of any agencies and days
   */
  public static CirculationRate of(
      LocalDate day, AdoptionRule rule, Set<String> agencies, Collection<AdoptionEvent> events) {
    return counted(day, rule, agencies, rule.evidence(day, events));
  }

  /** From evidence that was added up before. */
  public static CirculationRate counted(
      LocalDate day,
      AdoptionRule rule,
      Set<String> agencies,
      Collection<AdoptionEvidence> evidence) {
    Map<String, List<AdoptionEvidence>> byAgency =
        evidence.stream()
            .filter(each -> agencies.contains(each.agency()))
            .collect(Collectors.groupingBy(AdoptionEvidence::agency));
    Set<String> adopters =
        byAgency.entrySet().stream()
            .filter(each -> rule.isMet(each.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    List<AdoptionEvidence> kept =
        evidence.stream().filter(each -> agencies.contains(each.agency())).toList();
    return new CirculationRate(day, rule.version(), adopters, agencies, kept);
  }

  /** A fraction of 1; empty if there was no agency, since there is no rate then. */
  public Optional<BigDecimal> rate() {
    return rate(adopters.size(), agencies.size());
  }

  public static Optional<BigDecimal> rate(int adopters, int agencies) {
    return agencies == 0
        ? Optional.empty()
        : Optional.of(
            new BigDecimal(adopters)
                .divide(new BigDecimal(agencies), DECIMALS, RoundingMode.HALF_UP));
  }

  /** As if this agency did not exist: it leaves both numbers. */
  public CirculationRate without(String agency) {
    Set<String> rest = new TreeSet<>(agencies);
    rest.remove(agency);
    Set<String> adopting = new TreeSet<>(adopters);
    adopting.remove(agency);
    return new CirculationRate(
        on,
        rule,
        adopting,
        rest,
        evidence.stream().filter(each -> !each.agency().equals(agency)).toList());
  }
}
