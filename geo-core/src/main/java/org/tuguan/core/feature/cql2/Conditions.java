package org.tuguan.core.feature.cql2;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.geotools.filter.FilterFactoryImpl;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.FeatureType;

/** Filters for what a request says in parameters of their own: a box, a time, attribute=value. */
public final class Conditions {
  private static final String NOWHERE = "the request";

  private final FeatureType type;

  public Conditions(FeatureType type) {
    this.type = type;
  }

  /**
   * Features that meet a box.
   *
   * @param corners x1, y1, x2, y2 in the axis order of the authority; x1 above x2 in degrees
   *     crosses the antimeridian
   * @param crs of the corners
   */
  public Filter meets(List<Double> corners, Crs crs) {
    Node box =
        new Node.Box(corners.get(0), corners.get(1), corners.get(2), corners.get(3), NOWHERE);
    Node geometry = new Node.Property(type.geometryName(), NOWHERE);
    return compile(Node.Call.of("s_intersects", NOWHERE, geometry, box), crs);
  }

  /**
   * Features whose date or time lies in a period, ends included; an instant is a period of one
   * moment.
   *
   * @param start a {@link java.time.LocalDate}, taken as the whole day, or an {@link
   *     OffsetDateTime}; empty for an open start
   * @param end as {@code start}
   */
  public Filter during(String attribute, Optional<Object> start, Optional<Object> end) {
    Node interval =
        new Node.Interval(
            start.map(Conditions::literal).orElse(null),
            end.map(Conditions::literal).orElse(null),
            NOWHERE);
    Node property = new Node.Property(attribute, NOWHERE);
    return compile(Node.Call.of("t_intersects", NOWHERE, property, interval), Crs.CRS84);
  }

  private static Node literal(Object value) {
    return new Node.Literal(value, NOWHERE);
  }

  /** Features that have this value, written as people write it; the attribute must exist. */
  public Filter has(Attribute attribute, String value) {
    Node literal = literal(read(attribute, value));
    Node property = new Node.Property(attribute.name(), NOWHERE);
    return compile(Node.Call.of("=", NOWHERE, property, literal), Crs.CRS84);
  }

  private static Object read(Attribute attribute, String value) {
    try {
      return switch (attribute.type()) {
        case TEXT -> Literals.text(value, NOWHERE);
        case INTEGER, NUMBER -> Literals.number(value, NOWHERE);
        case BOOLEAN -> truth(value);
        case DATE, TIMESTAMP ->
            Literals.findInstant(value).orElseThrow(IllegalArgumentException::new);
      };
    } catch (RequestException | IllegalArgumentException e) {
      String kind = attribute.type().name().toLowerCase(Locale.ROOT);
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          attribute.name(),
          "%s=%s: expected a value of type %s"
              .formatted(attribute.name(), RequestException.quote(value), kind),
          e);
    }
  }

  private static boolean truth(String value) {
    if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
      return value.equalsIgnoreCase("true");
    }
    throw new IllegalArgumentException();
  }

  /** Those that fulfil all; everything if there are none. */
  public static Filter all(List<Filter> parts) {
    return new Logic(new FilterFactoryImpl()).and(parts);
  }

  /** A date, or a time (in Asia/Taipei if it states no offset, otherwise any); empty if neither. */
  public static Optional<Object> findInstant(String text) {
    return Literals.findInstant(text);
  }

  private Filter compile(Node node, Crs crs) {
    return new FilterCompiler(type, crs).compile(node);
  }
}
