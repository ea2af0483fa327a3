package org.tuguan.api.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Up to where changes are known, for a later run.
 *
 * @param database which one it is
 * @param snapshot transactions that are seen, as PostgreSQL writes it
 * @param at by the clock of the database, milliseconds since 1970
 * @param tables numbers of the tables that tell their changes, by the names of their layers
 */
record Moment(String database, String snapshot, long at, Map<String, Long> tables) {
  Moment {
    Objects.requireNonNull(database);
    Objects.requireNonNull(snapshot);
    tables = Map.copyOf(tables);
  }

  /** A line a value, a line a table. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(database).append('\n').append(snapshot).append('\n').append(at).append('\n');
    new TreeMap<>(tables)
        .forEach((layer, table) -> text.append(layer).append('\t').append(table).append('\n'));
    return text.toString();
  }

  /** Empty if it is no such text. */
  static Optional<Moment> parse(String text) {
    String[] lines = text.split("\n");
    try {
      Map<String, Long> tables = new LinkedHashMap<>();
      for (int i = 3; i < lines.length; i++) {
        String[] parts = lines[i].split("\t");
        tables.put(parts[0], Long.valueOf(parts[1]));
      }
      return Optional.of(new Moment(lines[0], lines[1], Long.parseLong(lines[2]), tables));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
