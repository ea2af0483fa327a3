package org.tuguan.core.feature.cql2;

import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.tuguan.core.feature.cql2.Operand.Kind;

/**
 * {@code = <> < <= > >=} between values of one kind.
 *
 * <p>A date and a time compare as the day in Asia/Taipei and a moment of it: {@code t =
 * DATE('2026-01-31')} holds for the whole day, {@code t > DATE('2026-01-31')} from the next day on.
 */
final class Comparisons {
  private static final Set<String> ORDERLESS = Set.of("=", "<>");

  private final FilterFactory filters;
  private final Logic logic;

  Comparisons(FilterFactory filters, Logic logic) {
    this.filters = filters;
    this.logic = logic;
  }

  Filter compare(String op, Operand left, Operand right) {
    if (left.kind().temporal() && right.kind().temporal() && left.kind() != right.kind()) {
      Kind common = common(left, right);
      return days(op, Period.of(left, common, filters), Period.of(right, common, filters));
    }
    if (left.kind() != right.kind()) {
      throw Problem.expected(right.place(), expected(left.kind()), right.kind().shown());
    }
    if (left.kind() == Kind.BOOLEAN && !ORDERLESS.contains(op)) {
      throw Problem.at(right.place(), "truth values compare by = and <> only");
    }
    return simple(op, left, right);
  }

  /** Of a date and a time: what the attribute is; two literals compare as times. */
  private static Kind common(Operand left, Operand right) {
    Operand date = left.kind() == Kind.DATE ? left : right;
    Operand time = date == left ? right : left;
    if (!date.constant() && !time.constant()) {
      throw Problem.at(right.place(), "a date and a time compare only if one is a literal");
    }
    return date.constant() ? Kind.TIMESTAMP : Kind.DATE;
  }

  private static String expected(Kind kind) {
    return switch (kind) {
      case TEXT -> "a text in single quotes";
      case NUMBER -> "a number";
      case BOOLEAN -> "TRUE or FALSE";
      case DATE -> "a date as DATE('2026-01-31')";
      case TIMESTAMP -> "a time as TIMESTAMP('2026-01-31T08:00:00Z')";
    };
  }

  /** Of operands of one kind. */
  Filter simple(String op, Operand left, Operand right) {
    Expression a = left.expression();
    Expression b = right.expression();
    Filter filter =
        switch (op) {
          case "=" -> filters.equal(a, b, true);
          case "<>" -> filters.notEqual(a, b, true);
          case "<" -> filters.less(a, b, true);
          case "<=" -> filters.lessOrEqual(a, b, true);
          case ">" -> filters.greater(a, b, true);
          default -> filters.greaterOrEqual(a, b, true);
        };
    boolean constant = left.constant() && right.constant();
    return constant && left.kind().temporal()
        ? Logic.constant(holds(op, Period.order(left.value(), right.value())))
        : logic.decided(constant, filter);
  }

  /** Holds where the operand has a value. */
  Filter present(Operand operand) {
    return logic.not(filters.isNull(operand.expression()));
  }

  private static boolean holds(String op, int order) {
    return switch (op) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private Filter days(String op, Period a, Period b) {
    return switch (op) {
      case "=" -> logic.and(List.of(days("<=", a, b), days(">=", a, b)));
      case "<>" -> logic.or(List.of(days("<", a, b), days(">", a, b)));
      case "<", ">=" -> simple(op, a.end(), b.start());
      default -> simple(op, a.start(), b.end());
    };
  }
}
