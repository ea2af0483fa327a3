package org.tuguan.core.feature;

import static org.tuguan.core.feature.TypedFilter.FILTERS;

import java.util.Locale;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.Beyond;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.geotools.api.geometry.BoundingBox;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/** Checks spatial operators against the geometry of a data set, see {@link TypedFilter}. */
final class TypedSpatial {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Metres to a unit. */
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("m", 1.0),
          Map.entry("metre", 1.0),
          Map.entry("metres", 1.0),
          Map.entry("meter", 1.0),
          Map.entry("meters", 1.0),
          Map.entry("km", 1000.0),
          Map.entry("kilometre", 1000.0),
          Map.entry("kilometres", 1000.0),
          Map.entry("kilometer", 1000.0),
          Map.entry("kilometers", 1000.0),
          Map.entry("ft", 0.3048),
          Map.entry("feet", 0.3048),
          Map.entry("mi", 1609.344),
          Map.entry("statute miles", 1609.344),
          Map.entry("nmi", 1852.0),
          Map.entry("nautical miles", 1852.0));

  private final FeatureType type;

  TypedSpatial(FeatureType type) {
    this.type = type;
  }

  Filter typed(BinarySpatialOperator filter) {
    if (filter instanceof BBOX bbox) {
      return box(bbox);
    }
    Expression left = geometry(filter.getExpression1());
    Expression right = geometry(filter.getExpression2());
    if (filter instanceof DWithin within) {
      return FILTERS.dwithin(left, right, distance(within, left, right), "");
    }
    if (filter instanceof Beyond beyond) {
      return FILTERS.beyond(left, right, distance(beyond, left, right), "");
    }
    return related(filter, left, right);
  }

  private static Filter related(BinarySpatialOperator filter, Expression left, Expression right) {
    if (filter instanceof Intersects) {
      return FILTERS.intersects(left, right);
    }
    if (filter instanceof Disjoint) {
      return FILTERS.disjoint(left, right);
    }
    if (filter instanceof Within) {
      return FILTERS.within(left, right);
    }
    if (filter instanceof Contains) {
      return FILTERS.contains(left, right);
    }
    if (filter instanceof Touches) {
      return FILTERS.touches(left, right);
    }
    if (filter instanceof Crosses) {
      return FILTERS.crosses(left, right);
    }
    if (filter instanceof Overlaps) {
      return FILTERS.overlaps(left, right);
    }
    if (filter instanceof Equals) {
      return FILTERS.equal(left, right);
    }
    throw RequestException.invalid("filter", filter.getClass().getSimpleName(), "not supported");
  }

  private Filter box(BBOX bbox) {
    Expression property =
        bbox.getExpression1() instanceof Literal ? bbox.getExpression2() : bbox.getExpression1();
    BoundingBox box = bbox.getBounds();
    Envelope envelope =
        new Envelope(box.getMinimum(0), box.getMaximum(0), box.getMinimum(1), box.getMaximum(1));
    return FILTERS.intersects(
        geometry(property), geometry(FILTERS.literal(GEOMETRIES.toGeometry(envelope))));
  }

  private Expression geometry(Expression expression) {
    if (expression instanceof PropertyName name && TypedExpression.isGeometry(type, name)) {
      return FILTERS.property(type.geometryName());
    }
    if (expression instanceof Literal literal
        && literal.getValue() instanceof Geometry geometry
        && finite(geometry)) {
      return literal;
    }
    throw RequestException.invalid(
        "filter",
        String.valueOf(expression),
        "is no geometry; the geometry of this layer is " + type.geometryName());
  }

  private static boolean finite(Geometry geometry) {
    for (Coordinate each : geometry.getCoordinates()) {
      if (!Double.isFinite(each.x) || !Double.isFinite(each.y)) {
        return false;
      }
    }
    return true;
  }

  /** In units of the data set; without a unit it is taken to be so. */
  private double distance(DistanceBufferOperator filter, Expression left, Expression right) {
    String unit = String.valueOf(filter.getDistanceUnits()).strip().toLowerCase(Locale.ROOT);
    double distance = filter.getDistance();
    if (!(distance >= 0 && distance < Double.MAX_VALUE)) {
      throw RequestException.invalid("filter", Double.toString(distance), "is no distance");
    }
    if (unit.isEmpty() || unit.equals("null")) {
      return distance;
    }
    Double metres = UNITS.get(unit);
    if (metres == null) {
      throw RequestException.invalid(
          "filter", unit, "units of distance are m, km, feet, statute miles, nautical miles");
    }
    return distance * metres / metresPerUnit(left instanceof Literal ? left : right);
  }

  /**
   * 1 in TM2; elsewhere that of east-west distances near the literal, so that distances on a layer
   * in degrees are right to a tenth only.
   */
  private double metresPerUnit(Expression near) {
    Crs crs = type.crs();
    if (!(near instanceof Literal literal) || !(crs.geographic() || crs.equals(Crs.WEB_MERCATOR))) {
      return 1;
    }
    Coordinate middle = ((Geometry) literal.getValue()).getEnvelopeInternal().centre();
    double[] degrees = {middle.x, middle.y};
    CoordinateTransform.between(crs, Crs.CRS84).apply(degrees, 0, degrees, 0, 1);
    return crs.metresPerUnit() * Math.cos(Math.toRadians(degrees[1]));
  }
}
