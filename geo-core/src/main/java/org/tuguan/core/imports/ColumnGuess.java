package org.tuguan.core.imports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.tuguan.core.feature.AttributeType;

/** Which type all the values of a column have in common. */
final class ColumnGuess {
  private final TextTyping typing;
  private final Set<AttributeType> typed = EnumSet.noneOf(AttributeType.class);

  /** What the column's text could still be. */
  private Set<AttributeType> readable;

  private boolean text;

  ColumnGuess(TextTyping typing) {
    this.typing = typing;
    this.readable =
        switch (typing) {
          case KEPT -> EnumSet.noneOf(AttributeType.class);
          case DATES -> EnumSet.of(AttributeType.DATE, AttributeType.TIMESTAMP);
          case ALL -> EnumSet.complementOf(EnumSet.of(AttributeType.TEXT));
        };
  }

  void observe(Object value) {
    if (value instanceof String string) {
      if (!string.isBlank()) {
        text = true;
        narrow(string.strip());
      } else if (typing == TextTyping.KEPT) {
        text = true;
      }
    } else if (value != null) {
      typed.add(typeOf(value));
    }
  }

  private void narrow(String value) {
    if (!readable.isEmpty()) {
      readable.removeIf(type -> ValueParser.convert(value, type) == null);
    }
  }

  private static AttributeType typeOf(Object value) {
    if (value instanceof Long) {
      return AttributeType.INTEGER;
    }
    if (value instanceof Double) {
      return AttributeType.NUMBER;
    }
    if (value instanceof Boolean) {
      return AttributeType.BOOLEAN;
    }
    if (value instanceof LocalDate) {
      return AttributeType.DATE;
    }
    if (value instanceof OffsetDateTime) {
      return AttributeType.TIMESTAMP;
    }
    throw new IllegalArgumentException("no attribute type for " + value.getClass());
  }

  /** Text if nothing else fits all, or if there are no values. */
  AttributeType type() {
    Set<AttributeType> all = EnumSet.copyOf(typed);
    if (text) {
      all.add(readable.stream().findFirst().orElse(AttributeType.TEXT));
    }
    if (all.equals(EnumSet.of(AttributeType.INTEGER, AttributeType.NUMBER))) {
      return AttributeType.NUMBER;
    }
    return all.size() == 1 ? all.iterator().next() : AttributeType.TEXT;
  }
}
