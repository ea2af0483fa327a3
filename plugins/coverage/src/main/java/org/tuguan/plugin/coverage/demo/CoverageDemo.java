package org.tuguan.plugin.coverage.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.Query;
import org.tuguan.core.plugin.DemoData;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.figure.BuildingSource;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.layer.LayerUpkeep;
import org.tuguan.plugin.coverage.people.Building;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.store.PostGisCensuses;
import org.tuguan.plugin.coverage.store.PostGisInventory;

/**
 * The demonstration's stations and people, made from its layers {@code villages}, {@code wifi} and
 * {@code buildings}. Totals are those of the city in the years; everything else is made up.
 */
@Component
class CoverageDemo implements DemoData {
  private static final String SOURCE = "模擬資料 synthetic";
  private static final LocalDate FIRST = LocalDate.of(2011, 12, 31);
  private static final LocalDate LATEST = LocalDate.of(2021, 3, 31);
  private static final int PEOPLE_FIRST = 2_664_394;
  private static final int PEOPLE_LATEST = 2_821_322;

  private final PluginLayers layers;
  private final BuildingSource buildings;
  private final PostGisInventory inventory;
  private final PostGisCensuses censuses;
  private final LayerUpkeep results;
  private final TransactionTemplate transactions;

  CoverageDemo(
      PluginLayers layers,
      BuildingSource buildings,
      PostGisInventory inventory,
      PostGisCensuses censuses,
      LayerUpkeep results,
      PlatformTransactionManager transactions) {
    this.layers = layers;
    this.buildings = buildings;
    this.inventory = inventory;
    this.censuses = censuses;
    this.results = results;
    this.transactions = new TransactionTemplate(transactions);
  }

  @Override
  public String name() {
    return "coverage";
  }

  @Override
  public long write() {
    List<Building> houses = houses();
    List<AccessPoint> points = new ArrayList<>(DemoStations.hotSpots(spots()));
    points.addAll(DemoStations.baseStations(houses));
    DemoPeople people = new DemoPeople(villages(), houses);
    List<Census> counts =
        List.of(
            people.villages(FIRST, PEOPLE_FIRST),
            people.villages(LATEST, PEOPLE_LATEST),
            people.areas(LATEST, PEOPLE_LATEST));
    transactions.executeWithoutResult(status -> save(points, counts));
    results.announce();
    return points.size() + counts.stream().mapToLong(count -> count.units().size()).sum();
  }

  private void save(List<AccessPoint> points, List<Census> counts) {
    inventory.save(points, true, true, SOURCE);
    censuses.removeSynthetic();
    counts.forEach(count -> censuses.save(count, SOURCE));
    results.changed();
  }

  /** In an order that does not depend on the database. */
  private List<Building> houses() {
    List<Building> houses = new ArrayList<>(buildings.present() ? buildings.read() : List.of());
    houses.sort(
        Comparator.comparingDouble(Building::x)
            .thenComparingDouble(Building::y)
            .thenComparingDouble(Building::floorArea));
    return houses;
  }

  private List<Unit> villages() {
    List<Unit> villages = new ArrayList<>();
    read(
        "villages",
        (feature, geometry) -> {
          String code = text(feature, "village_code");
          villages.add(
              new Unit(
                  code,
                  new Unit.Village(
                      code,
                      text(feature, "name_zh"),
                      text(feature, "town_code"),
                      text(feature, "town_zh")),
                  0,
                  new Zone(geometry)));
        });
    villages.sort(Comparator.comparing(Unit::id));
    return villages;
  }

  private List<DemoStations.Spot> spots() {
    List<DemoStations.Spot> spots = new ArrayList<>();
    read(
        "wifi",
        (feature, geometry) -> {
          Point at = geometry.getCentroid();
          double radius =
              feature.value("radius_m") instanceof Number number ? number.doubleValue() : 100;
          spots.add(
              new DemoStations.Spot(
                  feature.id(), text(feature, "site_zh"), at.getX(), at.getY(), radius));
        });
    return spots;
  }

  /** Takes a feature with its geometry in EPSG:3826. */
  private interface Taker {
    void take(Feature feature, Geometry geometry);
  }

  private void read(String name, Taker taker) {
    Optional<Layer> layer = layers.whole().findLayer(name);
    if (layer.isEmpty() || layer.get().table().isEmpty()) {
      return;
    }
    CoordinateTransform toMetres =
        CoordinateTransform.between(layer.get().table().get().type().crs(), Crs.TWD97_TM2_121);
    Consumer<Feature> each = feature -> taker.take(feature, toMetres.apply(feature.geometry()));
    try (Stream<Feature> features = layers.features(layer.get(), Right.QUERY).features(Query.ALL)) {
      features.filter(feature -> feature.geometry() != null).forEach(each);
    }
  }

  private static String text(Feature feature, String attribute) {
    Object value = feature.value(attribute);
    return value == null ? "" : value.toString();
  }
}
