package org.tuguan.plugin.siteaudit;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How good a site is, by criterion, each a fraction of 1; empty where there was nothing to judge.
 *
 * @param links share of the links that lead somewhere
 * @param freshness 1 if its newest date is new enough
 * @param content share of the required texts that it has
 * @param answers share of the questions that its mailbox answered in time
 */
record Score(
    Optional<Double> links,
    Optional<Double> freshness,
    Optional<Double> content,
    Optional<Double> answers) {
  /** Of a site that does not answer. */
  static final Score NOTHING_THERE =
      new Score(Optional.of(0.0), Optional.of(0.0), Optional.of(0.0), Optional.empty());

  static Optional<Double> share(int part, int whole) {
    return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
  }

  /** Mean of what was judged; empty if nothing was. */
  Optional<Double> total() {
    OptionalDouble mean =
        Stream.of(links, freshness, content, answers)
            .flatMap(Optional::stream)
            .mapToDouble(Double::doubleValue)
            .average();
    return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
  }
}
