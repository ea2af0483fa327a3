package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;

/**
 * Reads the geometries of GML 2 and of the simple profile of GML 3: points, lines, polygons, boxes,
 * and collections of them. Two dimensions; x east after reading.
 */
final class SldGeometries {
  private static final Set<String> COLLECTIONS =
      Set.of(
          "MultiPoint",
          "MultiLineString",
          "MultiCurve",
          "MultiPolygon",
          "MultiSurface",
          "MultiGeometry");
  private static final Set<String> SIMPLE =
      Set.of("Point", "LineString", "LinearRing", "Polygon", "Box", "Envelope");

  private final GeometryFactory factory;
  private final boolean northFirst;

  private SldGeometries(int srid, boolean northFirst) {
    factory = new GeometryFactory(new PrecisionModel(), srid);
    this.northFirst = northFirst;
  }

  static boolean isGeometry(SldElement element) {
    return SIMPLE.contains(element.name()) || COLLECTIONS.contains(element.name());
  }

  /**
   * SRID is that of {@code srsName}, 0 without one. The authority's axis order is meant by names
   * that are a URN or a {@code def/crs} address; {@code EPSG:4326} and {@code …epsg.xml#4326} are
   * written x first by custom.
   */
  static Geometry geometry(SldElement element) {
    Optional<String> name = element.attribute("srsName");
    Optional<Crs> crs = name.map(SldGeometries::withoutFragment).flatMap(Crs::find);
    if (name.isPresent() && crs.isEmpty()) {
      throw element.fault(
          "srsName %s is not a coordinate system that is known here"
              .formatted(RequestException.quote(name.get())));
    }
    boolean northFirst =
        crs.map(Crs::northFirst).orElse(false)
            && (name.orElse("").startsWith("urn:") || name.orElse("").contains("/def/crs/"));
    try {
      return new SldGeometries(crs.map(Crs::srid).orElse(0), northFirst).read(element);
    } catch (IllegalArgumentException notAGeometry) {
      throw element.fault(notAGeometry.getMessage());
    }
  }

  private static String withoutFragment(String name) {
    int code = name.indexOf('#');
    return code < 0 ? name : "EPSG:" + name.substring(code + 1);
  }

  private Geometry read(SldElement element) {
    if (COLLECTIONS.contains(element.name())) {
      List<Geometry> parts = new ArrayList<>();
      for (SldElement member : element.children()) {
        member.children().forEach(each -> parts.add(read(each)));
      }
      return factory.buildGeometry(parts);
    }
    return switch (element.name()) {
      case "Point" -> point(element);
      case "LineString" -> line(element);
      case "LinearRing" -> ring(element);
      case "Polygon" -> polygon(element);
      case "Box", "Envelope" -> box(element);
      default ->
          throw element.fault("<%s> is not a geometry that is read here".formatted(element.name()));
    };
  }

  private Point point(SldElement element) {
    List<Coordinate> all = coordinates(element);
    if (all.size() != 1) {
      throw element.fault("a point has one position");
    }
    return factory.createPoint(all.get(0));
  }

  private LineString line(SldElement element) {
    return factory.createLineString(coordinates(element).toArray(Coordinate[]::new));
  }

  private LinearRing ring(SldElement element) {
    return factory.createLinearRing(coordinates(element).toArray(Coordinate[]::new));
  }

  private Polygon polygon(SldElement element) {
    SldElement outer =
        element.child("exterior").orElseGet(() -> element.getChild("outerBoundaryIs"));
    List<LinearRing> holes = new ArrayList<>();
    for (SldElement child : element.children()) {
      if (child.is("interior") || child.is("innerBoundaryIs")) {
        holes.add(ring(child.getChild("LinearRing")));
      }
    }
    return factory.createPolygon(
        ring(outer.getChild("LinearRing")), holes.toArray(LinearRing[]::new));
  }

  private Geometry box(SldElement element) {
    List<Coordinate> corners =
        element.child("lowerCorner").isPresent()
            ? List.of(
                positions(element.getChild("lowerCorner")).get(0),
                positions(element.getChild("upperCorner")).get(0))
            : coordinates(element);
    if (corners.size() != 2) {
      throw element.fault("a box has two corners");
    }
    return factory.toGeometry(new Envelope(corners.get(0), corners.get(1)));
  }

  private List<Coordinate> coordinates(SldElement element) {
    List<Coordinate> all = new ArrayList<>();
    for (SldElement child : element.children()) {
      switch (child.name()) {
        case "pos", "posList" -> all.addAll(positions(child));
        case "coordinates" -> all.addAll(tuples(child));
        case "coord" ->
            all.add(coordinate(child.getChild("X").number(), child.getChild("Y").number()));
        case "pointProperty", "pointMember" -> all.addAll(coordinates(child.getChild("Point")));
        default ->
            throw child.fault("<%s> is not known in <%s>".formatted(child.name(), element.name()));
      }
    }
    return all;
  }

  private List<Coordinate> positions(SldElement element) {
    String[] numbers = element.plainText().split("\\s+");
    int dimension =
        element
            .attribute("srsDimension")
            .map(text -> text.equals("3") ? 3 : 2)
            .orElse(element.is("posList") || numbers.length != 3 ? 2 : 3);
    if (numbers.length < dimension || numbers.length % dimension != 0) {
      throw element.fault("pairs of numbers are expected");
    }
    List<Coordinate> all = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += dimension) {
      all.add(coordinate(number(element, numbers[i]), number(element, numbers[i + 1])));
    }
    return all;
  }

  /** GML 2 lets a document choose its separators. */
  private List<Coordinate> tuples(SldElement element) {
    String decimal = element.attribute("decimal").orElse(".");
    String between = element.attribute("cs").orElse(",");
    String tuples = element.attribute("ts").orElse(" ");
    List<Coordinate> all = new ArrayList<>();
    String separator = tuples.isBlank() ? "\\s+" : Pattern.quote(tuples);
    for (String tuple : element.plainText().split(separator)) {
      String[] numbers = tuple.strip().split(Pattern.quote(between));
      if (numbers.length < 2) {
        throw element.fault("pairs of numbers are expected");
      }
      all.add(
          coordinate(
              number(element, numbers[0].replace(decimal, ".")),
              number(element, numbers[1].replace(decimal, "."))));
    }
    return all;
  }

  private static double number(SldElement element, String text) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // answered below, as for infinities
    }
    throw element.fault("a number is expected, not " + RequestException.quote(text));
  }

  private Coordinate coordinate(double first, double second) {
    return northFirst ? new Coordinate(second, first) : new Coordinate(first, second);
  }
}
