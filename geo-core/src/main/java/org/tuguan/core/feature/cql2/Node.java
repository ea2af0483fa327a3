package org.tuguan.core.feature.cql2;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What was read, before anything is known of the data set. Every node knows its place in the input
 * for messages: a position in text, a path in JSON.
 */
sealed interface Node {
  String place();

  record Property(String name, String place) implements Node {}

  /**
   * @param value String, Long, Double, Boolean, {@link java.time.LocalDate} or {@link
   *     java.time.OffsetDateTime} in UTC
   */
  record Literal(Object value, String place) implements Node {}

  /** A span of time; both ends belong to it. Null stands for an open end. */
  record Interval(Node start, Node end, String place) implements Node {}

  /** Coordinates as they were written: in the filter's system and its authority's axis order. */
  record Shape(Geometry geometry, String place) implements Node {}

  /** Corners as they were written; the first x may be larger where the box crosses 180 degrees. */
  record Box(double x1, double y1, double x2, double y2, String place) implements Node {}

  /**
   * Anything with arguments.
   *
   * @param op as CQL2 JSON spells it, in lower case
   */
  record Call(String op, List<Node> args, String place) implements Node {
    public Call {
      args = List.copyOf(args);
    }

    static Call of(String op, String place, Node... args) {
      return new Call(op, List.of(args), place);
    }
  }
}
