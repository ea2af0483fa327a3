package org.tuguan.plugin.coverage.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.Query;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.layer.LayerUpkeep;
import org.tuguan.plugin.coverage.radio.Models;
import org.tuguan.plugin.coverage.radio.PropagationModel;
import org.tuguan.plugin.coverage.store.PostGisInventory;

/** Stations from a layer that the caller may query. */
@Component
public class StationImport {
  static final List<String> NAMES =
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
  private static final LocalText NO_POSITION = new LocalText("沒有位置", "has no position");

  /**
   * What is to be imported.
   *
   * @param columns attribute of the layer by our name; without {@code id} the key of the feature
   * @param fixed values by our name, where no attribute says more
   * @param replace whether all other stations are removed
   * @param dryRun whether nothing is written, and what is wrong is told row by row
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
  private final PluginAudit audit;
  private final LayerUpkeep upkeep;
  private final TransactionTemplate transactions;

  StationImport(
      PluginLayers layers,
      PostGisInventory inventory,
      PluginAudit audit,
      LayerUpkeep upkeep,
      PlatformTransactionManager transactions) {
    this.layers = layers;
    this.inventory = inventory;
    this.audit = audit;
    this.upkeep = upkeep;
    this.transactions = new TransactionTemplate(transactions);
  }

  /**
   * Checks all rows, and writes all of them unless it is a dry run, one is wrong or there is none.
   */
  public ImportReport run(Body body) {
    Layer layer =
        layers.seen().getLayer("layer", body.layer() == null ? "" : body.layer(), Right.QUERY);
    FeatureType type = layer.table().orElseThrow(() -> LayerFaults.noFeatures(layer.name())).type();
    Columns columns = new Columns(body.columns(), body.fixed());
    columns.check(NAMES, type);
    Faults faults = new Faults();
    List<AccessPoint> points = read(layer, type, columns, faults);
    if (!body.dryRun()) {
      faults.throwIfAny();
      if (points.isEmpty()) {
        throw LayerFaults.nothing(layer.name());
      }
    }
    ImportReport report = report(points, body, faults);
    if (!body.dryRun()) {
      transactions.executeWithoutResult(status -> write(layer, points, body));
    }
    return report;
  }

  private void write(Layer layer, List<AccessPoint> points, Body body) {
    inventory.save(points, layer.provenance().synthetic(), body.replace(), layer.name());
    audit.record(
        "points.import",
        "layer:" + layer.name(),
        Map.of("points", points.size(), "replace", body.replace()));
    upkeep.changed();
  }

  private ImportReport report(List<AccessPoint> points, Body body, Faults faults) {
    Set<String> there = new HashSet<>(inventory.listIds());
    int before = there.size();
    points.forEach(point -> there.remove(point.id()));
    long changed = before - there.size();
    List<LocalText> notes = new ArrayList<>();
    long silent = points.stream().filter(StationImport::saysNothingOfReach).count();
    if (silent > 0) {
      notes.add(
          new LocalText(
              "%s 個點位未記載半徑或模式：以該技術的典型半徑計算。".formatted(Values.grouped(silent)),
              "%s stations say no radius or model: the typical radius of their technology counts."
                  .formatted(Values.grouped(silent))));
    }
    return new ImportReport(
        points.size(),
        0,
        points.size() - changed,
        changed,
        body.replace() ? there.size() : 0,
        body.dryRun(),
        notes,
        faults.count(),
        faults.list());
  }

  private static boolean saysNothingOfReach(AccessPoint point) {
    Radio radio = point.radio();
    return radio.radiusM().isEmpty() && radio.model().isEmpty();
  }

  private List<AccessPoint> read(Layer layer, FeatureType type, Columns columns, Faults faults) {
    CoordinateTransform toMetres = CoordinateTransform.between(type.crs(), Crs.TWD97_TM2_121);
    Map<String, AccessPoint> points = new LinkedHashMap<>();
    try (Stream<Feature> features = layers.features(layer, Right.QUERY).features(Query.ALL)) {
      features.forEach(
          feature -> {
            RowReader row = new RowReader(feature, columns, faults);
            point(feature, row, toMetres)
                .ifPresent(
                    point -> {
                      if (points.putIfAbsent(point.id(), point) != null) {
                        row.wrong("id", twice(point.id()));
                      }
                    });
          });
    }
    return List.copyOf(points.values());
  }

  private static LocalText twice(String id) {
    return new LocalText("編號 %s 重複".formatted(id), "the id %s is there twice".formatted(id));
  }

  private static Optional<AccessPoint> point(
      Feature feature, RowReader row, CoordinateTransform toMetres) {
    Optional<Point> at =
        Optional.ofNullable(feature.geometry())
            .filter(geometry -> !geometry.isEmpty())
            .map(geometry -> toMetres.apply(geometry).getCentroid())
            .filter(point -> Double.isFinite(point.getX()) && Double.isFinite(point.getY()));
    if (at.isEmpty()) {
      row.wrong("", NO_POSITION);
    }
    Radio radio = radio(row);
    Optional<Lifetime> lifetime = lifetime(row);
    if (!row.good()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessPoint(
            row.text("id").orElse(feature.id()),
            row.text("name").orElse(""),
            at.orElseThrow().getX(),
            at.orElseThrow().getY(),
            row.text("operator").orElse(""),
            radio,
            lifetime.orElseThrow()));
  }

  private static Radio radio(RowReader row) {
    return new Radio(
        row.word("technology", Technology::find, Technology.listCodes()).orElse(Technology.WIFI),
        row.positive("band_mhz"),
        row.number("eirp_dbm"),
        row.positive("height_m"),
        row.within("radius_m", 1, 50_000),
        row.word("model", Models::find, Models.listIds()).map(PropagationModel::id));
  }

  private static Optional<Lifetime> lifetime(RowReader row) {
    Optional<LocalDate> from = row.date("valid_from");
    Optional<LocalDate> until = row.date("valid_until");
    boolean built = row.flag("built", true);
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      row.wrong(
          "valid_until",
          new LocalText(
              "%s 不在啟用日 %s 之後".formatted(until.get(), from.get()),
              "%s is not after the first day, %s".formatted(until.get(), from.get())));
      return Optional.empty();
    }
    return Optional.of(new Lifetime(from, until, built));
  }
}
