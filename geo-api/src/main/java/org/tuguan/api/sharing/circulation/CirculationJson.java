package org.tuguan.api.sharing.circulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.sharing.AdoptionRule;
import org.tuguan.core.sharing.CirculationRate;

/**
 * A figure on the wire. Rates and targets are fractions of 1.
 *
 * @param rate null where there was no agency
 * @param rule version
 * @param target of the year, or of the last year before that has one; null if there is none
 * @param published when the figure was told first and fixed; null while it may still change
 * @param sha256 of its evidence; null while it is not published
 * @param adopterList in the order of the city's agencies
 * @param others the agencies that have not adopted
 * @param recount what all that is known today comes to; null if nothing is published yet
 * @param without the figure if one agency is left out; null if none was named
 */
record CirculationJson(
    LocalDate on,
    int adopters,
    int agencies,
    BigDecimal rate,
    int rule,
    LocalText ruleText,
    BigDecimal target,
    Integer targetYear,
    Instant published,
    String sha256,
    List<Named> adopterList,
    List<Named> others,
    Recount recount,
    Without without) {
  /** An agency by the name of the day. */
  record Named(String id, LocalText name) {}

  /**
   * @param differs true if late records would have given another figure
   */
  record Recount(int adopters, int agencies, BigDecimal rate, boolean differs) {}

  /**
   * @param excluded the agency leaves both numbers
   * @param notAdopting the agency stays and is taken not to have adopted
   */
  record Without(String agency, Numbers excluded, Numbers notAdopting) {}

  record Numbers(int adopters, int agencies, BigDecimal rate) {
    static Numbers of(int adopters, int agencies) {
      return new Numbers(adopters, agencies, CirculationRate.rate(adopters, agencies).orElse(null));
    }
  }

  /**
   * One point of a series.
   *
   * @param published true if it will not change any more
   */
  record Point(
      LocalDate on,
      int adopters,
      int agencies,
      BigDecimal rate,
      int rule,
      BigDecimal target,
      boolean published) {}

  record Series(
      LocalDate from, LocalDate to, String step, List<RuleJson> rules, List<Point> figures) {}

  record RuleJson(
      int version,
      LocalDate effectiveFrom,
      int months,
      int applications,
      long uses,
      LocalText text) {
    static RuleJson of(AdoptionRule rule) {
      return new RuleJson(
          rule.version(),
          rule.from(),
          rule.months(),
          rule.applications(),
          rule.uses(),
          rule.words());
    }
  }

  static Point point(Figure figure, Optional<CirculationTarget> target) {
    CirculationRate rate = figure.rate();
    return new Point(
        rate.on(),
        rate.adopters().size(),
        rate.agencies().size(),
        rate.rate().orElse(null),
        rate.rule(),
        target.map(CirculationTarget::target).orElse(null),
        figure.published().isPresent());
  }

  static Recount recount(CirculationRate published, CirculationRate now) {
    return new Recount(
        now.adopters().size(),
        now.agencies().size(),
        now.rate().orElse(null),
        !now.adopters().equals(published.adopters())
            || !now.agencies().equals(published.agencies()));
  }

  static Without without(CirculationRate rate, String agency) {
    CirculationRate excluded = rate.without(agency);
    int dropped = rate.adopters().contains(agency) ? 1 : 0;
    return new Without(
        agency,
        Numbers.of(excluded.adopters().size(), excluded.agencies().size()),
        Numbers.of(rate.adopters().size() - dropped, rate.agencies().size()));
  }

  /** Names by id, in the order of the agencies. */
  static List<Named> named(Map<String, LocalText> names, CirculationRate rate, boolean adopting) {
    return names.entrySet().stream()
        .filter(each -> rate.agencies().contains(each.getKey()))
        .filter(each -> rate.adopters().contains(each.getKey()) == adopting)
        .map(each -> new Named(each.getKey(), each.getValue()))
        .toList();
  }
}
