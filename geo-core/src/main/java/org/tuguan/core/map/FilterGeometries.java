package org.tuguan.core.map;

import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Literal;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * Brings the geometries of a style's filter into the system of the data. Those that {@link
 * SldReader} read with a {@code srsName} carry its SRID; those without are in that system already.
 */
public final class FilterGeometries {
  private FilterGeometries() {}

  /** The same filter if there is nothing to change. */
  public static Filter in(Filter filter, Crs data) {
    boolean[] foreign = new boolean[1];
    filter.accept(
        new DefaultFilterVisitor() {
          @Override
          public Object visit(Literal literal, Object unused) {
            foreign[0] |= system(literal).filter(crs -> !crs.equals(data)).isPresent();
            return unused;
          }
        },
        null);
    return foreign[0] ? (Filter) filter.accept(into(data), null) : filter;
  }

  private static DuplicatingFilterVisitor into(Crs data) {
    return new DuplicatingFilterVisitor() {
      @Override
      public Object visit(Literal literal, Object unused) {
        return system(literal)
            .map(
                crs ->
                    (Object)
                        getFactory(unused)
                            .literal(
                                CoordinateTransform.between(crs, data)
                                    .apply((Geometry) literal.getValue())))
            .orElse(literal);
      }
    };
  }

  private static Optional<Crs> system(Literal literal) {
    return literal.getValue() instanceof Geometry geometry && geometry.getSRID() != 0
        ? Crs.findSrid(geometry.getSRID())
        : Optional.empty();
  }
}
