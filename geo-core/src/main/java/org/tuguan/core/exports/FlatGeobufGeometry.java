package org.tuguan.core.exports;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Shapes as FlatGeobuf has them; lines and polygons as collections, so that a file holds one kind
 * only.
 */
final class FlatGeobufGeometry {
  private FlatGeobufGeometry() {}

  /**
   * @return where it lies in the builder
   */
  static int write(FlatShape shape, FlatBufferBuilder builder) {
    return switch (shape.dimension()) {
      case 0 -> points(shape, builder);
      case 1 -> lines(shape, builder);
      default -> polygons(shape, builder);
    };
  }

  private static int points(FlatShape shape, FlatBufferBuilder builder) {
    int xy = xy(shape, 0, shape.points(), builder);
    int kind = shape.multiPoint() ? GeometryType.MultiPoint : GeometryType.Point;
    return Geometry.createGeometry(builder, 0, xy, 0, 0, 0, 0, kind, 0);
  }

  private static int lines(FlatShape shape, FlatBufferBuilder builder) {
    int xy = xy(shape, 0, shape.points(), builder);
    int ends = ends(shape, 0, shape.lines(), builder);
    return Geometry.createGeometry(builder, ends, xy, 0, 0, 0, 0, GeometryType.MultiLineString, 0);
  }

  private static int polygons(FlatShape shape, FlatBufferBuilder builder) {
    int[] parts = new int[shape.polygons()];
    for (int i = 0; i < parts.length; i++) {
      int first = shape.polygonStart(i);
      int last = shape.polygonEnd(i);
      int xy = xy(shape, shape.start(first), shape.end(last - 1), builder);
      int ends = last - first > 1 ? ends(shape, first, last, builder) : 0;
      parts[i] = Geometry.createGeometry(builder, ends, xy, 0, 0, 0, 0, GeometryType.Polygon, 0);
    }
    int all = Geometry.createPartsVector(builder, parts);
    return Geometry.createGeometry(builder, 0, 0, 0, 0, 0, 0, GeometryType.MultiPolygon, all);
  }

  private static int xy(FlatShape shape, int first, int after, FlatBufferBuilder builder) {
    ByteBuffer room =
        builder.createUnintializedVector(Double.BYTES, 2 * (after - first), Double.BYTES);
    room.asDoubleBuffer().put(shape.xy(), 2 * first, 2 * (after - first));
    return builder.endVector();
  }

  /** Counted in points from the first of these lines. */
  private static int ends(FlatShape shape, int first, int after, FlatBufferBuilder builder) {
    Geometry.startEndsVector(builder, after - first);
    for (int i = after - 1; i >= first; i--) {
      builder.addInt(shape.end(i) - shape.start(first));
    }
    return builder.endVector();
  }
}
