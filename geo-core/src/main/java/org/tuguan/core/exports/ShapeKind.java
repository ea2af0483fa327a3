package org.tuguan.core.exports;

import org.tuguan.core.feature.GeometryKind;

/** Shape types (ESRI Shapefile Technical Description, July 1998); a file holds one. */
enum ShapeKind {
  POINT(1),
  LINE(3),
  POLYGON(5),
  MULTIPOINT(8);

  private final int code;

  ShapeKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ShapeKind of(FlatShape shape) {
    return switch (shape.dimension()) {
      case 0 -> shape.points() == 1 ? POINT : MULTIPOINT;
      case 1 -> LINE;
      default -> POLYGON;
    };
  }

  /** For features that have no geometry. */
  static ShapeKind of(GeometryKind kind) {
    return switch (kind) {
      case POINT, MIXED -> POINT;
      case LINE -> LINE;
      case POLYGON -> POLYGON;
    };
  }
}
