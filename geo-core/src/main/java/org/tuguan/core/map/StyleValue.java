package org.tuguan.core.map;

import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.NilExpression;
import org.geotools.filter.visitor.IsStaticExpressionVisitor;

/**
 * A parameter of a style: evaluated once if it is the same for all features, otherwise for each.
 *
 * @param <T> what the expression's result is converted to
 */
final class StyleValue<T> {
  private final Expression expression;
  private final Class<T> type;
  private final T fallback;
  private final boolean constant;
  private final T value;

  /**
   * @param expression may be null, which stands for the fallback
   * @param fallback where the expression gives nothing; may be null
   */
  StyleValue(Expression expression, Class<T> type, T fallback) {
    this.expression = expression;
    this.type = type;
    this.fallback = fallback;
    this.constant =
        expression == null
            || expression instanceof NilExpression
            || Boolean.TRUE.equals(expression.accept(IsStaticExpressionVisitor.VISITOR, null));
    this.value = constant ? evaluate(null) : null;
  }

  /** For this feature; null only if the fallback is. */
  T of(Object feature) {
    return constant ? value : evaluate(feature);
  }

  /** True if all features give the same. */
  boolean constant() {
    return constant;
  }

  private T evaluate(Object feature) {
    if (expression == null) {
      return fallback;
    }
    T result = expression.evaluate(feature, type);
    boolean usable =
        result != null && !(result instanceof Double number && !Double.isFinite(number));
    return usable ? result : fallback;
  }
}
