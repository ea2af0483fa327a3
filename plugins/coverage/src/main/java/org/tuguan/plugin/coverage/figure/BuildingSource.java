package org.tuguan.plugin.coverage.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.springframework.stereotype.Component;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.plugin.coverage.people.Building;
import org.tuguan.plugin.coverage.sight.Obstacle;

/**
 * Buildings of a layer of the library, as weights for people and as obstacles. Settings: {@code
 * buildings-layer} (buildings), {@code floors-attribute} (floors), {@code height-attribute}
 * (height), which holds metres. Only sums and shadows leave the plugin, never a building.
 */
@Component
public class BuildingSource {
  /** From floor to floor, metres. */
  private static final double FLOOR_M = 3.2;

  private final PluginLayers layers;
  private final String layer;
  private final String floors;
  private final String height;

  public BuildingSource(PluginLayers layers, PluginSettings settings) {
    this.layers = layers;
    this.layer = settings.text("buildings-layer").orElse("buildings");
    this.floors = settings.text("floors-attribute").orElse("floors");
    this.height = settings.text("height-attribute").orElse("height");
  }

  public boolean present() {
    return find().isPresent();
  }

  /** What {@code buildings-layer} is set to. */
  String layerName() {
    return layer;
  }

  Optional<Layer> find() {
    return layers.whole().findLayer(layer).filter(found -> found.table().isPresent());
  }

  /** Takes a second or two for a city. */
  public List<Building> read() {
    Layer found = find().orElseThrow();
    CoordinateTransform toMetres =
        CoordinateTransform.between(found.table().orElseThrow().type().crs(), Crs.TWD97_TM2_121);
    List<Building> buildings = new ArrayList<>();
    try (Stream<Feature> features = layers.features(found, Right.QUERY).features(Query.ALL)) {
      features.forEach(feature -> add(feature, toMetres, buildings));
    }
    return buildings;
  }

  /**
   * Buildings that meet a box.
   *
   * @param box in EPSG:3826
   */
  List<Obstacle> obstacles(Envelope box) {
    Layer found = find().orElseThrow();
    FeatureSource source = layers.features(found, Right.QUERY);
    CoordinateTransform toMetres =
        CoordinateTransform.between(source.type().crs(), Crs.TWD97_TM2_121);
    List<String> wanted =
        source.type().attributes().stream()
            .map(Attribute::name)
            .filter(name -> name.equals(height) || name.equals(floors))
            .toList();
    Query query = Query.ALL.withBounds(Bounds.of(Crs.TWD97_TM2_121, box)).withAttributes(wanted);
    List<Obstacle> obstacles = new ArrayList<>();
    try (Stream<Feature> features = source.features(query)) {
      features.forEach(feature -> addObstacle(feature, toMetres, wanted, obstacles));
    }
    return obstacles;
  }

  private void addObstacle(
      Feature feature, CoordinateTransform toMetres, List<String> known, List<Obstacle> obstacles) {
    Geometry geometry = feature.geometry();
    if (!(geometry instanceof Polygonal) || geometry.isEmpty()) {
      return;
    }
    double metres = number(feature, height, known);
    double storeys = number(feature, floors, known);
    boolean guessed = !(metres > 0) && !(storeys > 0);
    double high = metres > 0 ? metres : guessed ? FLOOR_M : storeys * FLOOR_M;
    obstacles.add(new Obstacle(toMetres.apply(geometry), high, guessed));
  }

  /** NaN where the layer or the feature does not say. */
  private static double number(Feature feature, String attribute, List<String> known) {
    return known.contains(attribute) && feature.value(attribute) instanceof Number number
        ? number.doubleValue()
        : Double.NaN;
  }

  private void add(Feature feature, CoordinateTransform toMetres, List<Building> buildings) {
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      return;
    }
    Geometry metres = toMetres.apply(geometry);
    Point middle = metres.getCentroid();
    double storeys =
        feature.value(floors) instanceof Number number ? Math.max(1, number.doubleValue()) : 1;
    double area = Math.max(1, metres.getArea()) * storeys;
    if (Double.isFinite(middle.getX()) && Double.isFinite(area)) {
      buildings.add(new Building(middle.getX(), middle.getY(), area));
    }
  }
}
