package org.tuguan.core.feature;

import static org.tuguan.core.feature.PostGisStatement.quoted;

import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.tuguan.core.RequestException;

/**
 * A filter as a condition in SQL, after {@link TypedFilter} has checked it. Values are bound;
 * column names come from the feature type and are quoted. A row whose values are missing where the
 * filter compares them is not selected.
 */
final class PostGisFilter {
  private final TableRef table;
  private final TypedExpression types;
  private final PostGisExpression expressions;
  private final PostGisStatement sql = new PostGisStatement();

  private PostGisFilter(TableRef table) {
    this.table = table;
    this.types = new TypedExpression(table.type());
    this.expressions = new PostGisExpression(table, sql);
  }

  /** In brackets. */
  static PostGisStatement encode(TableRef table, Filter filter) {
    PostGisFilter encoder = new PostGisFilter(table);
    encoder.add(TypedFilter.of(table.type(), filter));
    return encoder.sql;
  }

  private void add(Filter filter) {
    sql.add("(");
    if (filter instanceof And and) {
      join(" AND ", and.getChildren());
    } else if (filter instanceof Or or) {
      join(" OR ", or.getChildren());
    } else if (filter instanceof Not not) {
      sql.add("NOT ");
      add(not.getFilter());
    } else if (filter instanceof IncludeFilter || filter instanceof ExcludeFilter) {
      sql.add(filter instanceof IncludeFilter ? "true" : "false");
    } else if (filter instanceof Id id) {
      ids(id);
    } else if (filter instanceof BinarySpatialOperator operator) {
      new PostGisSpatial(table, sql).add(operator);
    } else {
      predicate(filter);
    }
    sql.add(")");
  }

  private void join(String separator, List<Filter> filters) {
    for (int i = 0; i < filters.size(); i++) {
      sql.add(i == 0 ? "" : separator);
      add(filters.get(i));
    }
  }

  private void ids(Id filter) {
    PostGisKey key = PostGisKey.of(table);
    List<Object> ids =
        filter.getIDs().stream().flatMap(id -> key.find(id.toString()).stream()).toList();
    sql.add("false");
    for (Object id : ids) {
      sql.add(" OR " + key.column() + " = ?", id);
    }
  }

  private void predicate(Filter filter) {
    if (filter instanceof PropertyIsNull isNull) {
      operand(isNull.getExpression());
      sql.add(" IS NULL");
    } else if (filter instanceof PropertyIsLike like) {
      like(like);
    } else if (filter instanceof PropertyIsBetween between) {
      boolean text = types.typeOf(between.getExpression()) == AttributeType.TEXT;
      expressions.add(between.getExpression());
      sql.add(text ? " COLLATE \"C\" BETWEEN " : " BETWEEN ");
      expressions.add(between.getLowerBoundary());
      sql.add(" AND ");
      expressions.add(between.getUpperBoundary());
    } else if (filter instanceof BinaryComparisonOperator comparison) {
      comparison(comparison);
    } else {
      throw RequestException.invalid("filter", filter.getClass().getSimpleName(), "not supported");
    }
  }

  private void operand(Expression expression) {
    if (expression instanceof PropertyName name && TypedExpression.isGeometry(table.type(), name)) {
      sql.add(quoted(table.type().geometryName()));
    } else {
      expressions.add(expression);
    }
  }

  private void comparison(BinaryComparisonOperator filter) {
    boolean text = types.typeOf(filter.getExpression1()) == AttributeType.TEXT;
    boolean fold = text && !filter.isMatchingCase();
    sql.add(fold ? "lower(" : "");
    expressions.add(filter.getExpression1());
    sql.add(fold ? ")" : "")
        .add(text && ordered(filter) ? " COLLATE \"C\"" : "")
        .add(operator(filter));
    sql.add(fold ? "lower(" : "");
    expressions.add(filter.getExpression2());
    sql.add(fold ? ")" : "");
  }

  /** Equality needs no collation, and finds its index without one. */
  private static boolean ordered(BinaryComparisonOperator filter) {
    return !(filter instanceof PropertyIsEqualTo || filter instanceof PropertyIsNotEqualTo);
  }

  private static String operator(BinaryComparisonOperator filter) {
    if (filter instanceof PropertyIsEqualTo) {
      return " = ";
    }
    if (filter instanceof PropertyIsNotEqualTo) {
      return " <> ";
    }
    if (filter instanceof PropertyIsLessThan) {
      return " < ";
    }
    if (filter instanceof PropertyIsGreaterThan) {
      return " > ";
    }
    return filter instanceof PropertyIsGreaterThanOrEqualTo ? " >= " : " <= ";
  }

  private void like(PropertyIsLike like) {
    expressions.add(like.getExpression());
    sql.add(like.isMatchingCase() ? " LIKE ?" : " ILIKE ?", pattern(like));
  }

  /** In SQL's signs; what is one of those in the text is escaped. */
  private static String pattern(PropertyIsLike like) {
    StringBuilder pattern = new StringBuilder();
    String text = like.getLiteral();
    int i = 0;
    while (i < text.length()) {
      String sign = signAt(like, text, i);
      if (sign.isEmpty()) {
        pattern.append(escaped(text.charAt(i)));
        i++;
      } else if (sign.equals(like.getEscape())) {
        i += sign.length();
        pattern.append(i < text.length() ? escaped(text.charAt(i)) : escaped('\\'));
        i++;
      } else {
        pattern.append(sign.equals(like.getWildCard()) ? '%' : '_');
        i += sign.length();
      }
    }
    return pattern.toString();
  }

  private static String signAt(PropertyIsLike like, String text, int position) {
    for (String sign : new String[] {like.getEscape(), like.getWildCard(), like.getSingleChar()}) {
      if (sign != null && !sign.isEmpty() && text.startsWith(sign, position)) {
        return sign;
      }
    }
    return "";
  }

  private static String escaped(char c) {
    return c == '%' || c == '_' || c == '\\' ? "\\" + c : String.valueOf(c);
  }
}
