package org.tuguan.plugin.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Which cases of a register are wanted, newest first.
 *
 * @param text in the number or the title
 * @param overdue only those whose last day is over, still open
 * @param after the number of the last case of the page before
 */
record JdbcCaseFilter(
    String register,
    Optional<String> state,
    Optional<String> category,
    Optional<String> agency,
    Optional<String> text,
    boolean overdue,
    Optional<String> after,
    int limit) {
  static final int MOST = 200;

  JdbcCaseFilter {
    if (limit < 1 || limit > MOST) {
      throw RequestException.invalid(
          "limit", Integer.toString(limit), new LocalText("1 至 " + MOST, "1 to " + MOST));
    }
  }

  /** Conditions with named parameters. */
  record Where(String sql, Map<String, Object> parameters) {}

  /**
   * @param page false for all pages together
   */
  Where where(LocalDate today, boolean page) {
    List<String> conditions = new ArrayList<>(List.of("register = :register"));
    Map<String, Object> parameters = new LinkedHashMap<>(Map.of("register", register));
    equal("state", state, conditions, parameters);
    equal("category", category, conditions, parameters);
    equal("agency", agency, conditions, parameters);
    text.filter(each -> !each.isBlank())
        .ifPresent(
            each -> {
              conditions.add("(number = :number OR title LIKE :like)");
              parameters.put("number", each.strip());
              parameters.put("like", "%" + each.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
            });
    if (overdue) {
      conditions.add("closed IS NULL AND due < :today");
      parameters.put("today", today);
    }
    if (page) {
      after.ifPresent(
          each -> {
            conditions.add(
                """
                (opened, id) < (SELECT opened, id FROM plugin_registers.register_case
                  WHERE number = :after)
                """);
            parameters.put("after", each);
          });
    }
    return new Where(String.join(" AND ", conditions), parameters);
  }

  private static void equal(
      String column,
      Optional<String> wanted,
      List<String> conditions,
      Map<String, Object> parameters) {
    wanted
        .filter(each -> !each.isBlank())
        .ifPresent(
            each -> {
              conditions.add(column + " = :" + column);
              parameters.put(column, each);
            });
  }
}
