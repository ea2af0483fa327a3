package org.tuguan.core.map;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.identity.Identifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads OGC filters: Filter 1.0 and 1.1, and the names of FES 2.0 where they mean the same.
 *
 * <p>Geometries get their SRID from {@code srsName} and are x east, whatever the axis order of the
 * document; without a {@code srsName} the SRID is 0 and they are in the system of the data.
 */
final class SldFilters {
  private final FilterFactory factory;
  private final SldExpressions expressions;

  SldFilters(FilterFactory factory, SldExpressions expressions) {
    this.factory = factory;
    this.expressions = expressions;
  }

  /** A {@code Filter} element: one predicate, or any number of ids. */
  Filter filter(SldElement element) {
    List<SldElement> children = element.children();
    if (children.isEmpty()) {
      throw element.fault("an operator is expected");
    }
    if (isId(children.get(0))) {
      return ids(element);
    }
    if (children.size() > 1) {
      throw children.get(1).fault("one operator is expected; join several with <And> or <Or>");
    }
    return predicate(children.get(0));
  }

  /** True where any of them is; everything if there are none. */
  Filter anyOf(List<Filter> filters) {
    if (filters.isEmpty() || filters.contains(Filter.INCLUDE)) {
      return Filter.INCLUDE;
    }
    return filters.size() == 1 ? filters.get(0) : factory.or(filters);
  }

  private Filter predicate(SldElement element) {
    return switch (element.name()) {
      case "And" -> factory.and(several(element));
      case "Or" -> factory.or(several(element));
      case "Not" -> not(element);
      case "PropertyIsLike" -> like(element);
      case "PropertyIsNull", "PropertyIsNil" -> factory.isNull(expressions.onlyOperand(element));
      case "PropertyIsBetween" ->
          factory.between(
              expressions.expression(firstOperand(element)),
              expressions.onlyOperand(element.getChild("LowerBoundary")),
              expressions.onlyOperand(element.getChild("UpperBoundary")));
      case "FeatureId", "GmlObjectId", "ResourceId" -> ids(element);
      case "BBOX" -> bbox(element);
      case "DWithin", "Beyond" -> distance(element);
      default -> element.name().startsWith("PropertyIs") ? compare(element) : spatial(element);
    };
  }

  private List<Filter> several(SldElement element) {
    List<Filter> all = element.children().stream().map(this::predicate).toList();
    if (all.size() < 2) {
      throw element.fault("two operators or more are expected");
    }
    return all;
  }

  private Filter not(SldElement element) {
    if (element.children().size() != 1) {
      throw element.fault("one operator is expected");
    }
    return factory.not(predicate(element.children().get(0)));
  }

  private static boolean isId(SldElement element) {
    return Set.of("FeatureId", "GmlObjectId", "ResourceId").contains(element.name());
  }

  private Filter ids(SldElement element) {
    Set<Identifier> ids = new LinkedHashSet<>();
    for (SldElement each : isId(element) ? List.of(element) : element.children()) {
      if (!isId(each)) {
        throw each.fault("ids and operators cannot be mixed");
      }
      ids.add(
          factory.featureId(
              each.attribute("fid")
                  .or(() -> each.attribute("rid"))
                  .or(() -> each.attribute("id"))
                  .orElseThrow(() -> each.fault("the id is missing"))));
    }
    return factory.id(ids);
  }

  private Filter compare(SldElement element) {
    List<Expression> both = expressions.operands(element);
    if (both.size() != 2) {
      throw element.fault("two expressions are expected, there are " + both.size());
    }
    Expression one = both.get(0);
    Expression two = both.get(1);
    boolean matchCase = !element.attribute("matchCase").orElse("true").equals("false");
    return switch (element.name()) {
      case "PropertyIsEqualTo" -> factory.equal(one, two, matchCase);
      case "PropertyIsNotEqualTo" -> factory.notEqual(one, two, matchCase);
      case "PropertyIsLessThan" -> factory.less(one, two, matchCase);
      case "PropertyIsLessThanOrEqualTo" -> factory.lessOrEqual(one, two, matchCase);
      case "PropertyIsGreaterThan" -> factory.greater(one, two, matchCase);
      case "PropertyIsGreaterThanOrEqualTo" -> factory.greaterOrEqual(one, two, matchCase);
      default -> throw unknown(element);
    };
  }

  private Filter like(SldElement element) {
    String pattern = element.getChild("Literal").plainText();
    boolean matchCase = !element.attribute("matchCase").orElse("true").equals("false");
    return factory.like(
        expressions.expression(firstOperand(element)),
        pattern,
        element.attribute("wildCard").orElse("*"),
        element.attribute("singleChar").orElse("?"),
        element.attribute("escapeChar").or(() -> element.attribute("escape")).orElse("\\"),
        matchCase);
  }

  private static SldElement firstOperand(SldElement element) {
    return element.children().stream()
        .findFirst()
        .orElseThrow(() -> element.fault("an expression is expected"));
  }

  private Filter bbox(SldElement element) {
    SldOperands operands = SldOperands.of(element, expressions, factory);
    Geometry box = operands.geometry();
    if (box.getSRID() != 0) {
      return factory.intersects(operands.property(), factory.literal(box));
    }
    Envelope edges = box.getEnvelopeInternal();
    return factory.bbox(
        operands.property(),
        edges.getMinX(),
        edges.getMinY(),
        edges.getMaxX(),
        edges.getMaxY(),
        null);
  }

  private Filter distance(SldElement element) {
    SldElement distance = element.getChild("Distance");
    String unit = distance.attribute("units").or(() -> distance.attribute("uom")).orElse("m");
    double value = distance.number();
    SldOperands operands = SldOperands.of(element, expressions, factory);
    return element.is("DWithin")
        ? factory.dwithin(operands.first(), operands.second(), value, unit)
        : factory.beyond(operands.first(), operands.second(), value, unit);
  }

  private Filter spatial(SldElement element) {
    Function<SldOperands, Filter> operator =
        switch (element.name()) {
          case "Equals" -> both -> factory.equal(both.first(), both.second());
          case "Disjoint" -> both -> factory.disjoint(both.first(), both.second());
          case "Touches" -> both -> factory.touches(both.first(), both.second());
          case "Within" -> both -> factory.within(both.first(), both.second());
          case "Overlaps" -> both -> factory.overlaps(both.first(), both.second());
          case "Crosses" -> both -> factory.crosses(both.first(), both.second());
          case "Intersects" -> both -> factory.intersects(both.first(), both.second());
          case "Contains" -> both -> factory.contains(both.first(), both.second());
          default -> throw unknown(element);
        };
    return operator.apply(SldOperands.of(element, expressions, factory));
  }

  private static RuntimeException unknown(SldElement element) {
    return element.fault("<%s> is not a filter operator".formatted(element.name()));
  }
}
