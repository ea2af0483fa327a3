package org.tuguan.api.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real city: its districts and villages, as they ship with the product. */
final class City {
  static final GeometryFactory GEOMETRIES =
      new GeometryFactory(new PrecisionModel(), Crs.TWD97_TM2_121.srid());

  private static final CoordinateTransform TO_METRES =
      CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121);

  private final List<Boundary> districts;
  private final List<Boundary> villages;
  private final Boundary outline;

  private City(List<Boundary> districts, List<Boundary> villages) {
    this.districts = List.copyOf(districts);
    this.villages = List.copyOf(villages);
    this.outline = outline(districts);
  }

  static City load() {
    List<Boundary> districts = new ArrayList<>();
    for (JsonNode feature : features("districts")) {
      districts.add(boundary(feature, "town_code"));
    }
    List<Boundary> villages = new ArrayList<>();
    for (JsonNode feature : features("villages")) {
      villages.add(boundary(feature, "village_code"));
    }
    return new City(districts, villages);
  }

  List<Boundary> districts() {
    return districts;
  }

  List<Boundary> villages() {
    return villages;
  }

  /** All districts as one. */
  Boundary outline() {
    return outline;
  }

  Optional<Boundary> findDistrict(double x, double y) {
    return districts.stream().filter(each -> each.contains(x, y)).findFirst();
  }

  private static JsonNode features(String name) {
    String path = "/tuguan/city/" + name + ".geojson";
    try (InputStream in = Objects.requireNonNull(City.class.getResourceAsStream(path), path)) {
      return JsonMapper.shared().readTree(in).get("features");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Boundary boundary(JsonNode feature, String key) {
    JsonNode properties = feature.get("properties");
    boolean village = key.equals("village_code");
    return new Boundary(
        properties.get(key).asString(),
        properties.get("name_zh").asString(),
        properties.get("name_en").asString(),
        village ? properties.get("town_code").asString() : "",
        village ? properties.get("town_zh").asString() : "",
        polygon(feature.get("geometry").get("coordinates")));
  }

  private static Geometry polygon(JsonNode rings) {
    LinearRing shell = ring(rings.get(0));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return TO_METRES.apply(GEOMETRIES.createPolygon(shell, holes));
  }

  private static LinearRing ring(JsonNode points) {
    Coordinate[] coordinates = new Coordinate[points.size()];
    for (int i = 0; i < coordinates.length; i++) {
      JsonNode point = points.get(i);
      coordinates[i] = new Coordinate(point.get(0).asDouble(), point.get(1).asDouble());
    }
    return GEOMETRIES.createLinearRing(coordinates);
  }

  private static Boundary outline(List<Boundary> districts) {
    Geometry union = UnaryUnionOp.union(districts.stream().map(Boundary::geometry).toList());
    return new Boundary("66000", "臺中市", "Taichung City", "", "", union);
  }
}
