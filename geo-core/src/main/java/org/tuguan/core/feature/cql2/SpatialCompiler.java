package org.tuguan.core.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.FeatureType;

/** S_INTERSECTS and the rest. In what it makes, the attribute always comes first. */
final class SpatialCompiler {
  /** Each condition, and what it becomes when its arguments change places. */
  private static final Map<String, String> CONVERSE =
      Map.of(
          "s_intersects", "s_intersects",
          "s_equals", "s_equals",
          "s_disjoint", "s_disjoint",
          "s_touches", "s_touches",
          "s_within", "s_contains",
          "s_contains", "s_within",
          "s_overlaps", "s_overlaps",
          "s_crosses", "s_crosses");

  private final FeatureType type;
  private final FilterFactory filters;
  private final Logic logic;
  private final ShapeTransform shapes;

  SpatialCompiler(FeatureType type, Crs crs, FilterFactory filters, Logic logic) {
    this.type = type;
    this.filters = filters;
    this.logic = logic;
    this.shapes = new ShapeTransform(crs, type.crs());
  }

  /**
   * True for the name of the geometry, which is {@code geometry} too where no attribute is called
   * so.
   */
  boolean geometry(Node node) {
    return node instanceof Node.Property property
        && (property.name().equals(type.geometryName())
            || property.name().equals("geometry") && type.position("geometry") < 0);
  }

  Filter compile(Node.Call call) {
    if (!CONVERSE.containsKey(call.op()) || call.args().size() != 2) {
      throw Problem.at(
          call.place(),
          "spatial conditions take two arguments and are "
              + String.join(", ", CONVERSE.keySet().stream().sorted().toList()));
    }
    Node left = call.args().get(0);
    Node right = call.args().get(1);
    if (geometry(left)) {
      Expression attribute = filters.property(type.geometryName());
      return geometry(right)
          ? simple(call.op(), attribute, attribute)
          : condition(call.op(), attribute, shape(right), right.place());
    }
    Geometry shape = shape(left);
    if (geometry(right)) {
      Expression attribute = filters.property(type.geometryName());
      return condition(CONVERSE.get(call.op()), attribute, shape, left.place());
    }
    return logic.decided(
        true, simple(call.op(), filters.literal(shape), filters.literal(shape(right))));
  }

  private Geometry shape(Node node) {
    if (node instanceof Node.Shape shape) {
      return shapes.apply(shape);
    }
    if (node instanceof Node.Box box) {
      return shapes.apply(box);
    }
    throw Problem.at(node.place(), "expected a geometry or the attribute " + type.geometryName());
  }

  private Filter condition(String op, Expression attribute, Geometry shape, String place) {
    if (shape.isEmpty()) {
      return Logic.constant(op.equals("s_disjoint"));
    }
    if (!shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      return simple(op, attribute, filters.literal(shape));
    }
    if (!op.equals("s_intersects") && !op.equals("s_disjoint")) {
      throw Problem.at(place, "a GEOMETRYCOLLECTION goes with s_intersects and s_disjoint only");
    }
    List<Filter> parts = new ArrayList<>();
    addParts((GeometryCollection) shape, attribute, parts);
    Filter any = logic.or(parts);
    return op.equals("s_intersects") ? any : logic.not(any);
  }

  private void addParts(GeometryCollection shape, Expression attribute, List<Filter> parts) {
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
        addParts((GeometryCollection) part, attribute, parts);
      } else {
        parts.add(simple("s_intersects", attribute, filters.literal(part)));
      }
    }
  }

  private Filter simple(String op, Expression a, Expression b) {
    return switch (op) {
      case "s_intersects" -> filters.intersects(a, b);
      case "s_equals" -> filters.equal(a, b);
      case "s_disjoint" -> filters.disjoint(a, b);
      case "s_touches" -> filters.touches(a, b);
      case "s_within" -> filters.within(a, b);
      case "s_contains" -> filters.contains(a, b);
      case "s_overlaps" -> filters.overlaps(a, b);
      default -> filters.crosses(a, b);
    };
  }
}
