package org.tuguan.core.imports;

import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.feature.GeometryKind;

/** What all the geometries of a file have in common. */
final class ShapeGuess {
  private static final String MULTI = "Multi";

  private final Set<String> types = new TreeSet<>();

  void observe(Geometry geometry) {
    types.add(geometry.getGeometryType());
  }

  ImportPlan.Shape shape() {
    Set<String> plain = new TreeSet<>();
    types.forEach(type -> plain.add(type.startsWith(MULTI) ? type.substring(5) : type));
    if (plain.size() != 1 || plain.contains(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      return new ImportPlan.Shape(GeometryKind.MIXED, "Geometry", false);
    }
    String type = plain.iterator().next();
    boolean multi = types.stream().anyMatch(each -> each.startsWith(MULTI));
    return new ImportPlan.Shape(kind(type), multi ? MULTI + type : type, multi && types.size() > 1);
  }

  private static GeometryKind kind(String type) {
    return switch (type) {
      case Geometry.TYPENAME_POINT -> GeometryKind.POINT;
      case Geometry.TYPENAME_LINESTRING -> GeometryKind.LINE;
      default -> GeometryKind.POLYGON;
    };
  }

  /** A multi geometry of one part; multi ones stay as they are. */
  static Geometry promoted(Geometry geometry) {
    GeometryFactory factory = geometry.getFactory();
    if (geometry instanceof GeometryCollection) {
      return geometry;
    }
    if (geometry instanceof Point point) {
      return factory.createMultiPoint(new Point[] {point});
    }
    return geometry instanceof LineString line
        ? factory.createMultiLineString(new LineString[] {line})
        : factory.createMultiPolygon(new Polygon[] {(Polygon) geometry});
  }
}
