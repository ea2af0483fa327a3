package org.tuguan.core.feature;

import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
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
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Spatial operators that {@link TypedSpatial} has checked, in SQL. */
final class PostGisSpatial {
  private final TableRef table;
  private final PostGisStatement sql;

  /**
   * @param sql is written to
   */
  PostGisSpatial(TableRef table, PostGisStatement sql) {
    this.table = table;
    this.sql = sql;
  }

  void add(BinarySpatialOperator filter) {
    sql.add((filter instanceof Beyond ? "NOT ST_DWithin(" : function(filter) + "("));
    operand(filter.getExpression1());
    sql.add(", ");
    operand(filter.getExpression2());
    if (filter instanceof DistanceBufferOperator buffer) {
      sql.add(", ?", buffer.getDistance());
    }
    sql.add(")");
  }

  private static String function(BinarySpatialOperator filter) {
    if (filter instanceof Intersects) {
      return "ST_Intersects";
    }
    if (filter instanceof Disjoint) {
      return "ST_Disjoint";
    }
    if (filter instanceof Contains) {
      return "ST_Contains";
    }
    if (filter instanceof Touches) {
      return "ST_Touches";
    }
    if (filter instanceof Crosses) {
      return "ST_Crosses";
    }
    if (filter instanceof Overlaps) {
      return "ST_Overlaps";
    }
    if (filter instanceof DWithin) {
      return "ST_DWithin";
    }
    return filter instanceof Equals ? "ST_Equals" : "ST_Within";
  }

  private void operand(Expression expression) {
    if (expression instanceof Literal literal) {
      byte[] wkb = new WKBWriter().write((Geometry) literal.getValue());
      sql.add("ST_GeomFromWKB(?, ?)", wkb, table.type().crs().srid());
    } else {
      sql.add(PostGisStatement.quoted(table.type().geometryName()));
    }
  }
}
