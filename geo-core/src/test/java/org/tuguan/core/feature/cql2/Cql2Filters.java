package org.tuguan.core.feature.cql2;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.expression.Literal;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;

/** Filters of a feature type that has an attribute of every type. */
final class Cql2Filters {
  static final FeatureType TYPE = type(Crs.CRS84);

  private Cql2Filters() {}

  static FeatureType type(Crs crs) {
    return new FeatureType(
        "places",
        List.of(
            new Attribute("name", AttributeType.TEXT),
            new Attribute("名稱", AttributeType.TEXT),
            new Attribute("two words", AttributeType.TEXT),
            new Attribute("n", AttributeType.INTEGER),
            new Attribute("area", AttributeType.NUMBER),
            new Attribute("open", AttributeType.BOOLEAN),
            new Attribute("built", AttributeType.DATE),
            new Attribute("seen", AttributeType.TIMESTAMP)),
        "geom",
        GeometryKind.MIXED,
        crs);
  }

  static Filter text(String filter) {
    return Cql2.text(filter, TYPE, Crs.CRS84);
  }

  static Filter json(String filter) {
    return Cql2.json(filter, TYPE, Crs.CRS84);
  }

  static Object literal(Filter filter) {
    return ((Literal) ((PropertyIsEqualTo) filter).getExpression2()).getValue();
  }
}
