package org.tuguan.plugin.siteaudit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An agency's place.
 *
 * @param place 1 for the best; those of equal score share one
 * @param sites that were judged
 * @param total mean of the totals of its sites, a fraction of 1; empty if none could be judged
 */
record Ranked(int place, String agency, int sites, Score means, Optional<Double> total) {

  static List<Ranked> of(List<Audit> last, Map<Long, Site> sites) {
    Map<String, List<Score>> byAgency = new TreeMap<>();
    for (Audit audit : last) {
      Site site = sites.get(audit.site());
      if (site != null) {
        byAgency.computeIfAbsent(site.agency(), any -> new ArrayList<>()).add(audit.score());
      }
    }
    List<Ranked> ranked = new ArrayList<>();
    byAgency.forEach((agency, scores) -> ranked.add(unplaced(agency, scores)));
    ranked.sort(Comparator.comparing((Ranked each) -> each.total.orElse(-1.0)).reversed());
    return placed(ranked);
  }

  private static Ranked unplaced(String agency, List<Score> scores) {
    Score means =
        new Score(
            mean(scores, Score::links),
            mean(scores, Score::freshness),
            mean(scores, Score::content),
            mean(scores, Score::answers));
    return new Ranked(0, agency, scores.size(), means, mean(scores, Score::total));
  }

  private static List<Ranked> placed(List<Ranked> sorted) {
    List<Ranked> placed = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Ranked each = sorted.get(i);
      boolean same = i > 0 && sorted.get(i - 1).total.equals(each.total);
      int place = same ? placed.get(i - 1).place : i + 1;
      placed.add(new Ranked(place, each.agency, each.sites, each.means, each.total));
    }
    return List.copyOf(placed);
  }

  private static Optional<Double> mean(
      List<Score> scores, Function<Score, Optional<Double>> criterion) {
    OptionalDouble mean =
        scores.stream()
            .map(criterion)
            .flatMap(Optional::stream)
            .mapToDouble(Double::doubleValue)
            .average();
    return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
  }
}
