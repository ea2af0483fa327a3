package org.tuguan.core.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;

/**
 * T_AFTER, T_DURING and the rest as comparisons of first and last moments (OGC 21-065r2, table 8).
 * Attributes and instants are periods whose ends are the same moment.
 */
final class TemporalCompiler {
  /**
   * Conditions that must hold together; a condition is a side of the first period, a comparison,
   * and a side of the second.
   */
  private static final Map<String, List<String>> MEANINGS =
      Map.ofEntries(
          Map.entry("t_after", List.of("start > end")),
          Map.entry("t_before", List.of("end < start")),
          Map.entry("t_intersects", List.of("start <= end", "end >= start")),
          Map.entry("t_equals", List.of("start = start", "end = end")),
          Map.entry("t_contains", List.of("start < start", "end > end")),
          Map.entry("t_during", List.of("start > start", "end < end")),
          Map.entry("t_finishedby", List.of("start < start", "end = end")),
          Map.entry("t_finishes", List.of("start > start", "end = end")),
          Map.entry("t_meets", List.of("end = start")),
          Map.entry("t_metby", List.of("start = end")),
          Map.entry("t_overlappedby", List.of("start > start", "start < end", "end > end")),
          Map.entry("t_overlaps", List.of("start < start", "end > start", "end < end")),
          Map.entry("t_startedby", List.of("start = start", "end > end")),
          Map.entry("t_starts", List.of("start = start", "end < end")));

  private final Operands operands;
  private final Comparisons comparisons;
  private final Logic logic;

  TemporalCompiler(Operands operands, Comparisons comparisons, Logic logic) {
    this.operands = operands;
    this.comparisons = comparisons;
    this.logic = logic;
  }

  Filter compile(Node.Call call) {
    boolean disjoint = call.op().equals("t_disjoint");
    List<String> meaning = MEANINGS.get(disjoint ? "t_intersects" : call.op());
    if (meaning == null || call.args().size() != 2) {
      throw Problem.at(call.place(), "temporal conditions take two arguments and are " + names());
    }
    Period left = period(call.args().get(0));
    Period right = period(call.args().get(1));
    Filter filter = logic.and(meaning.stream().map(each -> condition(each, left, right)).toList());
    return disjoint ? logic.not(filter) : filter;
  }

  private static String names() {
    return String.join(
        ", ", Stream.concat(MEANINGS.keySet().stream(), Stream.of("t_disjoint")).sorted().toList());
  }

  private Period period(Node node) {
    if (node instanceof Node.Interval interval) {
      Operand start = end(interval.start());
      Operand end = end(interval.end());
      boolean reversed =
          start != null && end != null && comparisons.compare(">", start, end) == Filter.INCLUDE;
      if (reversed) {
        throw Problem.at(node.place(), "the interval ends before it starts");
      }
      return new Period(start, end);
    }
    Operand instant = end(node);
    return new Period(instant, instant);
  }

  private Operand end(Node node) {
    if (node == null) {
      return null;
    }
    Operand operand = operands.of(node);
    if (!operand.kind().temporal()) {
      throw Problem.expected(operand.place(), "a date or a time", operand.kind().shown());
    }
    return operand;
  }

  private Filter condition(String meaning, Period left, Period right) {
    String[] words = meaning.split(" ");
    Operand a = words[0].equals("start") ? left.start() : left.end();
    Operand b = words[2].equals("start") ? right.start() : right.end();
    if (a != null && b != null) {
      return comparisons.compare(words[1], a, b);
    }
    int infinityA = a != null ? 0 : words[0].equals("start") ? -1 : 1;
    int infinityB = b != null ? 0 : words[2].equals("start") ? -1 : 1;
    return infinite(words[1], infinityA, infinityB, a != null ? a : b);
  }

  /** An attribute without a value is in no period, open or not. */
  private Filter infinite(String op, int a, int b, Operand finite) {
    int order = Integer.compare(a, b);
    boolean holds =
        switch (op) {
          case "=" -> order == 0;
          case "<" -> order < 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          default -> order >= 0;
        };
    List<Filter> parts = new ArrayList<>(List.of(Logic.constant(holds)));
    if (finite != null && !finite.constant()) {
      parts.add(comparisons.present(finite));
    }
    return logic.and(parts);
  }
}
