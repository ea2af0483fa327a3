package org.tuguan.plugin.coverage.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.Query;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.radio.Models;
import org.tuguan.plugin.coverage.store.PostGisInventory;

/** Stations from a layer that the caller may query. */
@Component
public class StationImport {
  private static final List<String> NAMES =
      List.of(
          "id",
          "name",
          "operator",
          "technology",
          "band_mhz",
          "eirp_dbm",
          "height_m",
          "radius_m",
          "model",
          "valid_from",
          "valid_until",
          "built");

  /**
   * What is to be imported.
   *
   * @param columns attribute of the layer by our name; without {@code id} the key of the feature
   * @param fixed values by our name, where no attribute says more
   * @param replace whether all other stations are removed
   * @param dryRun whether nothing is written
   */
  public record Body(
      String layer,
      Map<String, String> columns,
      Map<String, String> fixed,
      Boolean replace,
      Boolean dryRun) {
    public Body {
      replace = Boolean.TRUE.equals(replace);
      dryRun = Boolean.TRUE.equals(dryRun);
    }
  }

  private final PluginLayers layers;
  private final PostGisInventory inventory;

  StationImport(PluginLayers layers, PostGisInventory inventory) {
    this.layers = layers;
    this.inventory = inventory;
  }

  /** Number of stations, after a check of all. */
  public int run(Body body) {
    Layer layer =
        layers.seen().getLayer("layer", body.layer() == null ? "" : body.layer(), Right.QUERY);
    FeatureType type = layer.table().orElseThrow(() -> LayerFaults.noFeatures(layer.name())).type();
    Columns columns = new Columns(body.columns(), body.fixed());
    columns.check(NAMES, type);
    List<AccessPoint> points = read(layer, type, columns);
    if (!body.dryRun()) {
      inventory.save(points, layer.provenance().synthetic(), body.replace());
    }
    return points.size();
  }

  private List<AccessPoint> read(Layer layer, FeatureType type, Columns columns) {
    CoordinateTransform toMetres = CoordinateTransform.between(type.crs(), Crs.TWD97_TM2_121);
    Map<String, AccessPoint> points = new LinkedHashMap<>();
    Faults faults = new Faults();
    try (Stream<Feature> features = layers.features(layer, Right.QUERY).features(Query.ALL)) {
      features.forEach(
          feature -> {
            try {
              AccessPoint point = point(feature, columns, toMetres);
              if (points.put(point.id(), point) != null) {
                throw new IllegalArgumentException("second row with id " + point.id());
              }
            } catch (RuntimeException e) {
              faults.add(feature.id(), e);
            }
          });
    }
    faults.throwIfAny();
    return new ArrayList<>(points.values());
  }

  static AccessPoint point(Feature feature, Columns columns, CoordinateTransform toMetres) {
    if (feature.geometry() == null || feature.geometry().isEmpty()) {
      throw new IllegalArgumentException("no position");
    }
    Point at = toMetres.apply(feature.geometry()).getCentroid();
    String technology = columns.text(feature, "technology").orElse(Technology.WIFI.code());
    Optional<String> model = columns.text(feature, "model");
    if (model.isPresent() && Models.find(model.get()).isEmpty()) {
      throw new IllegalArgumentException("no model " + model.get());
    }
    Radio radio =
        new Radio(
            Technology.find(technology)
                .orElseThrow(() -> new IllegalArgumentException("no technology " + technology)),
            columns.number(feature, "band_mhz"),
            columns.number(feature, "eirp_dbm"),
            columns.number(feature, "height_m"),
            columns.number(feature, "radius_m"),
            model);
    Lifetime lifetime =
        new Lifetime(
            columns.date(feature, "valid_from"),
            columns.date(feature, "valid_until"),
            columns.flag(feature, "built", true));
    return new AccessPoint(
        columns.text(feature, "id").orElse(feature.id()),
        columns.text(feature, "name").orElse(""),
        at.getX(),
        at.getY(),
        columns.text(feature, "operator").orElse(""),
        radio,
        lifetime);
  }
}
