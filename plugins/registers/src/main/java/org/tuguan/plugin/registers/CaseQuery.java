package org.tuguan.plugin.registers;

import java.util.Optional;

/**
 * What the address of a list asks for.
 *
 * @param q in the number or the title
 */
record CaseQuery(String state, String category, String agency, String q, Boolean overdue) {
  JdbcCaseFilter filter(String register, Optional<String> after, int limit) {
    return new JdbcCaseFilter(
        register,
        Optional.ofNullable(state),
        Optional.ofNullable(category),
        Optional.ofNullable(agency),
        Optional.ofNullable(q),
        Boolean.TRUE.equals(overdue),
        after,
        limit);
  }
}
