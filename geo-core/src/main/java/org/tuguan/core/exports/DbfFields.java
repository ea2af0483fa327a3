package org.tuguan.core.exports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tuguan.core.feature.Attribute;

/**
 * The columns of a dBASE table with names that fit: at most ten bytes in its encoding, told apart
 * without regard to case.
 */
final class DbfFields {
  private static final int LONGEST = 10;

  private final List<Attribute> columns;
  private final Charset charset;
  private final List<String> names = new ArrayList<>();

  DbfFields(List<Attribute> columns, Charset charset) {
    this.columns = List.copyOf(columns);
    this.charset = charset;
    Set<String> taken = new HashSet<>();
    for (Attribute column : columns) {
      String name = shortened(column.name(), charset, LONGEST);
      for (int i = 1; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        String number = "_" + i;
        name = shortened(column.name(), charset, LONGEST - number.length()) + number;
      }
      names.add(name);
    }
  }

  /** The longest beginning that fits, with characters that the encoding lacks as underscores. */
  private static String shortened(String name, Charset charset, int longest) {
    StringBuilder result = new StringBuilder();
    int bytes = 0;
    for (int point : name.codePoints().toArray()) {
      String character = Character.toString(point);
      if (!charset.equals(StandardCharsets.UTF_8) && !charset.newEncoder().canEncode(character)) {
        character = "_";
      }
      bytes += character.getBytes(charset).length;
      if (bytes > longest) {
        break;
      }
      result.append(character);
    }
    return result.isEmpty() ? "field" : result.toString();
  }

  List<Attribute> columns() {
    return columns;
  }

  Charset charset() {
    return charset;
  }

  /** In the order of the columns. */
  List<String> names() {
    return names;
  }

  /** True if a name is not what it was. */
  boolean changed() {
    return !names.equals(columns.stream().map(Attribute::name).toList());
  }
}
