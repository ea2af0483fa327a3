package org.tuguan.core.feature;

import static org.tuguan.core.feature.TypedFilter.FILTERS;

import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.AnyInteracts;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.Begins;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.Ends;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.temporal.Period;
import org.tuguan.core.RequestException;

/**
 * Temporal operators between an attribute, which holds an instant, and an instant or a period, as
 * comparisons (ISO 19108 relations as FES 2.0, 7.14 uses them).
 *
 * @param from first moment of the period; the instant itself
 * @param to last moment of the period; the instant itself
 */
record TemporalComparison(Expression value, Expression from, Expression to) {

  static Filter of(BinaryTemporalOperator operator) {
    Expression left = operator.getExpression1();
    Expression right = operator.getExpression2();
    boolean swapped = left instanceof Literal && !(right instanceof Literal);
    TemporalComparison sides = swapped ? between(right, left) : between(left, right);
    if (operator instanceof After) {
      return swapped ? sides.before() : sides.after();
    }
    if (operator instanceof Before) {
      return swapped ? sides.after() : sides.before();
    }
    if (operator instanceof TEquals) {
      return FILTERS.and(
          FILTERS.equal(sides.value, sides.from, true), FILTERS.equal(sides.value, sides.to, true));
    }
    if (operator instanceof AnyInteracts) {
      return FILTERS.between(sides.value, sides.from, sides.to);
    }
    return swapped ? unsupported(operator) : sides.inPeriod(operator);
  }

  private static TemporalComparison between(Expression value, Expression other) {
    return other instanceof Literal literal && literal.getValue() instanceof Period period
        ? new TemporalComparison(
            value, FILTERS.literal(period.getBeginning()), FILTERS.literal(period.getEnding()))
        : new TemporalComparison(value, other, other);
  }

  private Filter after() {
    return FILTERS.greater(value, to, true);
  }

  private Filter before() {
    return FILTERS.less(value, from, true);
  }

  private Filter inPeriod(BinaryTemporalOperator operator) {
    if (operator instanceof During) {
      return FILTERS.and(FILTERS.greater(value, from, true), FILTERS.less(value, to, true));
    }
    if (operator instanceof Begins) {
      return FILTERS.equal(value, from, true);
    }
    return operator instanceof Ends ? FILTERS.equal(value, to, true) : unsupported(operator);
  }

  private static Filter unsupported(BinaryTemporalOperator operator) {
    throw RequestException.invalid(
        "filter",
        operator.getClass().getSimpleName(),
        "an attribute is compared by after, before, during, tequals, begins, ends, anyinteracts");
  }
}
