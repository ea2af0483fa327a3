package org.tuguan.core.feature;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;

/** Expressions that {@link TypedExpression} has checked, in SQL. */
final class PostGisExpression {
  private final TableRef table;
  private final PostGisStatement sql;

  /**
   * @param sql is written to
   */
  PostGisExpression(TableRef table, PostGisStatement sql) {
    this.table = table;
    this.sql = sql;
  }

  void add(Expression expression) {
    if (expression instanceof PropertyName name) {
      sql.add(column(name.getPropertyName()));
    } else if (expression instanceof Literal literal) {
      sql.add("?" + cast(literal.getValue()), literal.getValue());
    } else if (expression instanceof BinaryExpression binary) {
      arithmetic(binary);
    } else {
      function((Function) expression);
    }
  }

  private String column(String name) {
    if (name.equals(FeaturePropertyAccess.ID)) {
      return PostGisStatement.quoted(table.keyColumn()) + "::text";
    }
    Attribute attribute = table.type().getAttribute("filter", name);
    String column = PostGisStatement.quoted(attribute.name());
    return switch (attribute.type()) {
      case TEXT -> column + "::text";
      case TIMESTAMP -> column + "::timestamptz";
      default -> column;
    };
  }

  private static String cast(Object value) {
    if (value instanceof Long) {
      return "::bigint";
    }
    if (value instanceof Double) {
      return "::double precision";
    }
    if (value instanceof Boolean) {
      return "::boolean";
    }
    if (value instanceof LocalDate) {
      return "::date";
    }
    return value instanceof OffsetDateTime ? "::timestamptz" : "::text";
  }

  /** In floating point, as in memory; a division by zero has no value. */
  private void arithmetic(BinaryExpression binary) {
    boolean divide = binary instanceof Divide;
    sql.add("((");
    add(binary.getExpression1());
    sql.add(")::double precision ");
    if (binary instanceof Add) {
      sql.add("+");
    } else if (binary instanceof Multiply) {
      sql.add("*");
    } else {
      sql.add(divide ? "/" : "-");
    }
    sql.add(divide ? " nullif((" : " (");
    add(binary.getExpression2());
    sql.add(divide ? ")::double precision, 0))" : ")::double precision)");
  }

  private void function(Function function) {
    List<Expression> arguments = function.getParameters();
    String name =
        switch (function.getName()) {
          case "strToLowerCase" -> "lower";
          case "strToUpperCase" -> "upper";
          case "strLength" -> "char_length";
          case "strConcat" -> "textcat";
          case "ceil" -> "ceil";
          case "floor" -> "floor";
          default -> throw new IllegalArgumentException(function.getName());
        };
    sql.add(name + "(");
    for (int i = 0; i < arguments.size(); i++) {
      sql.add(i == 0 ? "" : ", ");
      add(arguments.get(i));
    }
    sql.add(")");
  }
}
