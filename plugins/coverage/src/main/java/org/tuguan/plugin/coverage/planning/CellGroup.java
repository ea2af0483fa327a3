package org.tuguan.plugin.coverage.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells of one district that the same candidates reach: for a plan they are one.
 *
 * @param candidates ascending, at least one
 */
record CellGroup(List<Integer> candidates, int district, double people) {
  private record Key(List<Integer> candidates, int district) {}

  /** Those that some candidate reaches and no existing site does. */
  static List<CellGroup> of(SiteProblem problem) {
    List<List<Integer>> reachedBy = new ArrayList<>();
    for (int cell = 0; cell < problem.demand().cells().size(); cell++) {
      reachedBy.add(new ArrayList<>());
    }
    for (int candidate = 0; candidate < problem.candidates().size(); candidate++) {
      if (!problem.excluded(candidate)) {
        for (int cell : problem.reaches(candidate)) {
          reachedBy.get(cell).add(candidate);
        }
      }
    }
    Map<Key, Double> people = new LinkedHashMap<>();
    for (int cell = 0; cell < reachedBy.size(); cell++) {
      if (!reachedBy.get(cell).isEmpty() && problem.people(cell) > 0) {
        Key key = new Key(reachedBy.get(cell), problem.district(cell));
        people.merge(key, problem.people(cell), Double::sum);
      }
    }
    List<CellGroup> groups = new ArrayList<>();
    people.forEach((key, sum) -> groups.add(new CellGroup(key.candidates(), key.district(), sum)));
    return groups;
  }
}
