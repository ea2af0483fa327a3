package org.tuguan.plugin.coverage.planning;

import java.util.List;
import java.util.OptionalDouble;
import org.tuguan.core.LocalText;

/**
 * Sites to build, and how good they are.
 *
 * @param chosen numbers of candidates; in the order of building for a greedy plan, else ascending
 * @param before people reached by existing sites
 * @param after people reached with the plan
 * @param bound when reaching most people: no plan reaches more than this; when meeting a target: no
 *     plan needs fewer sites than this; empty if nothing was proven
 * @param notes what people should know of it
 */
public record SitePlan(
    Planner planner,
    List<Integer> chosen,
    double before,
    double after,
    OptionalDouble bound,
    Verdict verdict,
    List<LocalText> notes) {

  /** By what a plan was made. */
  public enum Planner {
    GREEDY("greedy"),
    EXACT("exact");

    private final String code;

    Planner(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * What is known of a plan.
   *
   * @param proven whether no plan can be better
   * @param feasible whether every constraint is kept, and the target met
   * @param repeatable whether the same input gives the same plan always; not so when the clock
   *     ended the search
   */
  public record Verdict(boolean proven, boolean feasible, boolean repeatable) {}

  public SitePlan {
    chosen = List.copyOf(chosen);
    notes = List.copyOf(notes);
  }
}
