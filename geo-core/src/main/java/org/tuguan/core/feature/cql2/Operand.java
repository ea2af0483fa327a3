package org.tuguan.core.feature.cql2;

import java.util.Locale;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;

/**
 * A value in a comparison, of known kind.
 *
 * @param expression reads or holds a value of the kind
 */
record Operand(Expression expression, Kind kind, String place) {
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    TIMESTAMP;

    String shown() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean temporal() {
      return this == DATE || this == TIMESTAMP;
    }
  }

  /** True if no attribute is involved. */
  boolean constant() {
    return expression instanceof Literal;
  }

  Object value() {
    return ((Literal) expression).getValue();
  }
}
