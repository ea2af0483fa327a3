package org.tuguan.core.sharing;

import java.util.List;

/**
 * What counts as use, as data: the first rule that holds decides, and what none holds for is use.
 *
 * @param version goes into every record, so that it can be told later by which rules it was classed
 */
public record UseRules(int version, List<UseRule> rules) {
  public UseRules {
    rules = List.copyOf(rules);
    if (version < 1) {
      throw new IllegalArgumentException("versions count from 1");
    }
  }

  /** True if it matters to any rule where a request went. */
  public boolean lookAtPaths() {
    return rules.stream().anyMatch(rule -> !rule.paths().isEmpty());
  }

  public UseClass classify(UseFacts facts) {
    for (UseRule rule : rules) {
      if (rule.holds(facts)) {
        return rule.result();
      }
    }
    return UseClass.USE;
  }
}
