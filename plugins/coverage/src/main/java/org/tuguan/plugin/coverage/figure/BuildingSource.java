package org.tuguan.plugin.coverage.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.Query;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.plugin.coverage.people.Building;

/**
 * Buildings of a layer of the library, as weights for people. Settings: {@code buildings-layer}
 * (buildings), {@code floors-attribute} (floors). Only sums leave the plugin, never a building.
 */
@Component
public class BuildingSource {
  private final PluginLayers layers;
  private final String layer;
  private final String floors;

  public BuildingSource(PluginLayers layers, PluginSettings settings) {
    this.layers = layers;
    this.layer = settings.text("buildings-layer").orElse("buildings");
    this.floors = settings.text("floors-attribute").orElse("floors");
  }

  public boolean present() {
    return find().isPresent();
  }

  private Optional<Layer> find() {
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
