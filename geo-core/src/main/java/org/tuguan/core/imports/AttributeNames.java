package org.tuguan.core.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of columns as a database can have them: kept as they are wherever they can be, in any
 * script.
 */
final class AttributeNames {
  /** Longest identifier of PostgreSQL, in bytes of UTF-8. */
  private static final int LONGEST = 63;

  /** Columns that every table of PostgreSQL has. */
  private static final Set<String> SYSTEM =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private AttributeNames() {}

  /** The same names in the same order, empty ones and repetitions told apart. */
  static List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>();
    List<String> result = new ArrayList<>();
    for (String name : names) {
      String stripped = name.strip();
      result.add(free(stripped.isEmpty() ? "column" : stripped, taken));
    }
    return result;
  }

  /**
   * Names for columns of a table, in the same order; two that differ in case only count as one.
   *
   * @param reserved lower case: names that other columns of the table have
   */
  static List<String> columns(List<String> names, Set<String> reserved) {
    Set<String> taken = new HashSet<>(reserved);
    taken.addAll(SYSTEM);
    List<String> result = new ArrayList<>();
    for (String name : names) {
      String clean = name.replaceAll("[\\p{Cntrl}\"\\uFFFF]", " ").strip();
      result.add(free(clean.isEmpty() ? "column" : clean, taken));
    }
    return result;
  }

  private static String free(String name, Set<String> taken) {
    String candidate = shortened(name, LONGEST);
    for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
      String suffix = "_" + i;
      candidate = shortened(name, LONGEST - suffix.length()) + suffix;
    }
    return candidate;
  }

  private static String shortened(String name, int bytes) {
    String result = name;
    while (result.getBytes(StandardCharsets.UTF_8).length > bytes) {
      result = result.substring(0, result.offsetByCodePoints(result.length(), -1));
    }
    return result;
  }
}
