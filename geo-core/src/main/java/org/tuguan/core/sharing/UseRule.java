package org.tuguan.core.sharing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One rule of what does not count as use. A condition that is empty holds for everything; all must
 * hold.
 *
 * @param result never {@link UseClass#USE}: that is what no rule applies to
 * @param outcomes any of these
 * @param methods any of these, of HTTP
 * @param operations any of these
 * @param paths the path begins with any of these
 * @param agents the program's name has any of these in it, in any case
 * @param anonymous whether it must be anonymous or must not
 * @param own whether the operator must have named the caller as theirs or must not
 */
public record UseRule(
    UseClass result,
    List<String> outcomes,
    List<String> methods,
    List<String> operations,
    List<String> paths,
    List<String> agents,
    Optional<Boolean> anonymous,
    Optional<Boolean> own) {
  public UseRule {
    if (Objects.requireNonNull(result) == UseClass.USE) {
      throw new IllegalArgumentException("use is what no rule applies to");
    }
    outcomes = List.copyOf(outcomes);
    methods = List.copyOf(methods);
    operations = List.copyOf(operations);
    paths = List.copyOf(paths);
    agents = agents.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    Objects.requireNonNull(anonymous);
    Objects.requireNonNull(own);
  }

  boolean holds(UseFacts facts) {
    return any(outcomes, facts.outcome().code())
        && any(methods, facts.method())
        && any(operations, facts.operation())
        && (paths.isEmpty() || paths.stream().anyMatch(facts.path()::startsWith))
        && anonymous.map(wanted -> wanted == facts.anonymous()).orElse(true)
        && own.map(wanted -> wanted == facts.own()).orElse(true)
        && (agents.isEmpty() || names(facts.agent().toLowerCase(Locale.ROOT)));
  }

  private static boolean any(List<String> allowed, String value) {
    return allowed.isEmpty() || allowed.contains(value);
  }

  private boolean names(String agent) {
    return agents.stream().anyMatch(agent::contains);
  }
}
