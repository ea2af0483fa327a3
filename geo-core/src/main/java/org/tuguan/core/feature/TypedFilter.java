package org.tuguan.core.feature;

import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNil;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.factory.CommonFactoryFinder;
import org.tuguan.core.RequestException;

/**
 * A filter checked against the attributes of a data set and brought to fewer kinds.
 *
 * <p>In the result every attribute exists; literals have the Java class of what they are compared
 * with; temporal operators have become comparisons, boxes have become intersections and lists of
 * values alternatives; distances are in units of the data set. Whatever cannot be brought to that
 * is a {@link RequestException} for the parameter {@code filter}.
 */
public final class TypedFilter {
  static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private final TypedExpression expressions;
  private final TypedSpatial spatial;

  private TypedFilter(FeatureType type) {
    this.expressions = new TypedExpression(type);
    this.spatial = new TypedSpatial(type);
  }

  public static Filter of(FeatureType type, Filter filter) {
    return new TypedFilter(type).typed(filter);
  }

  private Filter typed(Filter filter) {
    if (filter instanceof IncludeFilter
        || filter instanceof ExcludeFilter
        || filter instanceof Id) {
      return filter;
    }
    if (filter instanceof And and) {
      return FILTERS.and(typed(and.getChildren()));
    }
    if (filter instanceof Or or) {
      return FILTERS.or(typed(or.getChildren()));
    }
    if (filter instanceof Not not) {
      return FILTERS.not(typed(not.getFilter()));
    }
    if (filter instanceof BinarySpatialOperator operator) {
      return spatial.typed(operator);
    }
    return filter instanceof BinaryTemporalOperator operator
        ? typed(TemporalComparison.of(operator))
        : predicate(filter);
  }

  private List<Filter> typed(List<Filter> filters) {
    return filters.stream().map(this::typed).toList();
  }

  private Filter predicate(Filter filter) {
    if (filter instanceof PropertyIsEqualTo equal && inFunction(equal) != null) {
      return alternatives(inFunction(equal), equal);
    }
    if (filter instanceof BinaryComparisonOperator comparison) {
      return comparison(comparison);
    }
    if (filter instanceof PropertyIsBetween between) {
      List<Expression> all =
          expressions.alike(
              List.of(
                  between.getExpression(), between.getLowerBoundary(), between.getUpperBoundary()));
      return FILTERS.between(all.get(0), all.get(1), all.get(2));
    }
    if (filter instanceof PropertyIsLike like) {
      return like(like);
    }
    if (filter instanceof PropertyIsNull isNull) {
      return FILTERS.isNull(expressions.typedOrGeometry(isNull.getExpression()));
    }
    if (filter instanceof PropertyIsNil isNil) {
      return FILTERS.isNull(expressions.typedOrGeometry(isNil.getExpression()));
    }
    throw RequestException.invalid("filter", filter.getClass().getSimpleName(), "not supported");
  }

  private static Function inFunction(PropertyIsEqualTo equal) {
    boolean first = equal.getExpression1() instanceof Function;
    Expression one = first ? equal.getExpression1() : equal.getExpression2();
    return one instanceof Function function
            && function.getName().toLowerCase(Locale.ROOT).matches("in|in\\d+")
        ? function
        : null;
  }

  /** {@code in(a, 1, 2) = true} as {@code a = 1 OR a = 2}. */
  private Filter alternatives(Function in, PropertyIsEqualTo equal) {
    Expression other =
        equal.getExpression1() == in ? equal.getExpression2() : equal.getExpression1();
    boolean wanted =
        other instanceof Literal literal
            && FilterLiteral.as(AttributeType.BOOLEAN, literal.getValue()).equals(true);
    List<Expression> values = in.getParameters();
    List<Filter> any =
        values.subList(1, values.size()).stream()
            .map(value -> comparison(FILTERS.equal(values.get(0), value, true)))
            .toList();
    Filter or = FILTERS.or(any);
    return wanted ? or : FILTERS.not(or);
  }

  private Filter comparison(BinaryComparisonOperator filter) {
    List<Expression> sides =
        expressions.alike(List.of(filter.getExpression1(), filter.getExpression2()));
    Expression left = sides.get(0);
    Expression right = sides.get(1);
    boolean exact = filter.isMatchingCase();
    if (filter instanceof PropertyIsEqualTo) {
      return FILTERS.equal(left, right, exact);
    }
    if (filter instanceof PropertyIsNotEqualTo) {
      return FILTERS.notEqual(left, right, exact);
    }
    if (filter instanceof PropertyIsLessThan) {
      return FILTERS.less(left, right, exact);
    }
    if (filter instanceof PropertyIsLessThanOrEqualTo) {
      return FILTERS.lessOrEqual(left, right, exact);
    }
    if (filter instanceof PropertyIsGreaterThan) {
      return FILTERS.greater(left, right, exact);
    }
    if (filter instanceof PropertyIsGreaterThanOrEqualTo) {
      return FILTERS.greaterOrEqual(left, right, exact);
    }
    throw RequestException.invalid("filter", filter.getClass().getSimpleName(), "not supported");
  }

  private Filter like(PropertyIsLike like) {
    Expression value = expressions.typed(like.getExpression());
    if (expressions.typeOf(value) != AttributeType.TEXT) {
      throw RequestException.invalid("filter", like.getLiteral(), "LIKE compares text only");
    }
    return FILTERS.like(
        value,
        (String) FilterLiteral.as(AttributeType.TEXT, like.getLiteral()),
        like.getWildCard(),
        like.getSingleChar(),
        like.getEscape(),
        like.isMatchingCase());
  }
}
