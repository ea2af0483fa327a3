package org.tuguan.core.feature;

import java.util.Optional;

/**
 * The key of a table in SQL: text byte by byte, or whole numbers.
 *
 * @param column expression that can be compared and ordered; qualified, since in ORDER BY a bare
 *     name would be that of an output column
 */
record PostGisKey(String column, boolean text) {
  static PostGisKey of(TableRef table) {
    String name =
        PostGisStatement.quoted(table.table()) + "." + PostGisStatement.quoted(table.keyColumn());
    return table.keyIsText()
        ? new PostGisKey(name + "::text COLLATE \"C\"", true)
        : new PostGisKey(name, false);
  }

  /** To be bound; empty if no row can have this id. */
  Optional<Object> find(String id) {
    if (text) {
      return id.indexOf('\0') < 0 ? Optional.of(id) : Optional.empty();
    }
    try {
      return id.matches("0|-?[1-9]\\d*") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }
}
