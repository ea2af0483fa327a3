package org.tuguan.core.feature;

import static org.tuguan.core.feature.TypedFilter.FILTERS;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.tuguan.core.RequestException;

/** Checks expressions of filters against the attributes of a data set, see {@link TypedFilter}. */
final class TypedExpression {
  /**
   * A function that filters may call, with GeoTools' name for it.
   *
   * @param arguments type of each argument
   */
  record Signature(AttributeType result, List<AttributeType> arguments) {
    private static Signature of(AttributeType result, AttributeType... arguments) {
      return new Signature(result, List.of(arguments));
    }
  }

  static final Map<String, Signature> FUNCTIONS =
      Map.of(
          "strToLowerCase", Signature.of(AttributeType.TEXT, AttributeType.TEXT),
          "strToUpperCase", Signature.of(AttributeType.TEXT, AttributeType.TEXT),
          "strLength", Signature.of(AttributeType.INTEGER, AttributeType.TEXT),
          "strConcat", Signature.of(AttributeType.TEXT, AttributeType.TEXT, AttributeType.TEXT),
          "ceil", Signature.of(AttributeType.NUMBER, AttributeType.NUMBER),
          "floor", Signature.of(AttributeType.NUMBER, AttributeType.NUMBER));

  private final FeatureType type;

  TypedExpression(FeatureType type) {
    this.type = type;
  }

  /** Checked and of one type, literals converted to it. */
  List<Expression> alike(List<Expression> sides) {
    List<Expression> typed = sides.stream().map(this::typed).toList();
    AttributeType common = null;
    for (Expression side : typed) {
      if (!(side instanceof Literal)) {
        common = common == null ? typeOf(side) : common(common, typeOf(side));
      }
    }
    AttributeType wanted = common == null ? typeOf(typed.get(0)) : common;
    return typed.stream().map(side -> as(wanted, side)).toList();
  }

  private static AttributeType common(AttributeType one, AttributeType other) {
    if (one == other) {
      return one;
    }
    if (numeric(one) && numeric(other)) {
      return AttributeType.NUMBER;
    }
    if (temporal(one) && temporal(other)) {
      return AttributeType.TIMESTAMP;
    }
    throw RequestException.invalid(
        "filter", one + " and " + other, "are compared with each other, and are never alike");
  }

  private static boolean numeric(AttributeType type) {
    return type == AttributeType.INTEGER || type == AttributeType.NUMBER;
  }

  private static boolean temporal(AttributeType type) {
    return type == AttributeType.DATE || type == AttributeType.TIMESTAMP;
  }

  private static Expression as(AttributeType wanted, Expression side) {
    return side instanceof Literal literal
        ? FILTERS.literal(FilterLiteral.as(wanted, literal.getValue()))
        : side;
  }

  /** The geometry, or any expression. */
  Expression typedOrGeometry(Expression expression) {
    return expression instanceof PropertyName name && isGeometry(type, name)
        ? FILTERS.property(type.geometryName())
        : typed(expression);
  }

  static boolean isGeometry(FeatureType type, PropertyName name) {
    String text = name.getPropertyName();
    return text.isEmpty() || (text.equals(type.geometryName()) && type.position(text) < 0);
  }

  Expression typed(Expression expression) {
    if (expression instanceof PropertyName name) {
      return property(name.getPropertyName());
    }
    if (expression instanceof Literal literal && literal.getValue() != null) {
      return literal;
    }
    if (expression instanceof BinaryExpression binary) {
      return arithmetic(binary);
    }
    if (expression instanceof Function function) {
      return function(function);
    }
    throw RequestException.invalid("filter", String.valueOf(expression), "is no value to compare");
  }

  private Expression property(String name) {
    if (!name.equals(FeaturePropertyAccess.ID)) {
      type.getAttribute("filter", name);
    }
    return FILTERS.property(name);
  }

  private Expression arithmetic(BinaryExpression binary) {
    Expression left = argument(AttributeType.NUMBER, binary.getExpression1());
    Expression right = argument(AttributeType.NUMBER, binary.getExpression2());
    if (binary instanceof Add) {
      return FILTERS.add(left, right);
    }
    if (binary instanceof Multiply) {
      return FILTERS.multiply(left, right);
    }
    return binary instanceof Divide ? FILTERS.divide(left, right) : FILTERS.subtract(left, right);
  }

  private Expression argument(AttributeType wanted, Expression expression) {
    Expression typed = typed(expression);
    if (!(typed instanceof Literal)) {
      common(wanted, typeOf(typed));
    }
    return as(wanted, typed);
  }

  private Expression function(Function function) {
    Signature signature = FUNCTIONS.get(function.getName());
    if (signature == null || signature.arguments.size() != function.getParameters().size()) {
      throw RequestException.invalid(
          "filter",
          function.getName(),
          "allowed functions are " + String.join(", ", new TreeSet<>(FUNCTIONS.keySet())));
    }
    Expression[] arguments = new Expression[signature.arguments.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(signature.arguments.get(i), function.getParameters().get(i));
    }
    return FILTERS.function(function.getName(), arguments);
  }

  /** Of an expression that was checked. */
  AttributeType typeOf(Expression expression) {
    if (expression instanceof PropertyName name) {
      return type.findAttribute(name.getPropertyName())
          .map(Attribute::type)
          .orElse(AttributeType.TEXT);
    }
    if (expression instanceof Literal literal) {
      return FilterLiteral.typeOf(literal.getValue());
    }
    return expression instanceof Function function
        ? FUNCTIONS.get(function.getName()).result
        : AttributeType.NUMBER;
  }
}
