package org.tuguan.plugin.coverage.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.Query;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.planning.Cell;
import org.tuguan.plugin.coverage.planning.Demand;

/** Places where sites could be built, in an order that depends on the places alone. */
@Component
class CandidateSource {
  private static final int MOST = 100_000;

  private final PluginLayers layers;

  CandidateSource(PluginLayers layers) {
    this.layers = layers;
  }

  /**
   * A place that may be built on.
   *
   * @param id of the feature or grid point it comes from
   */
  record Place(String id, double x, double y) {}

  /** At most 100,000 places; of more, every so many is taken from south-west to north-east. */
  List<Place> list(PlanRequest.Places wanted, Census census, Catalog catalog) {
    List<Unit> ground = ground(census, wanted.area());
    Collection<Place> all =
        switch (wanted.origin()) {
          case GRID -> grid(ground, census, wanted.spacingM());
          case LAYER -> read(wanted, catalog, false);
          case ROADS -> read(wanted, catalog, true);
        };
    List<Place> inside = new ArrayList<>();
    for (Place place : all) {
      int unit = census.unitAt(place.x(), place.y());
      if (unit >= 0 && (wanted.area().isEmpty() || ground.contains(census.units().get(unit)))) {
        inside.add(place);
      }
    }
    inside.sort(
        Comparator.comparingDouble(Place::y)
            .thenComparingDouble(Place::x)
            .thenComparing(Place::id));
    return thinned(inside);
  }

  private static List<Place> thinned(List<Place> places) {
    if (places.size() <= MOST) {
      return places;
    }
    List<Place> kept = new ArrayList<>(MOST);
    for (int i = 0; i < MOST; i++) {
      kept.add(places.get((int) ((long) i * places.size() / MOST)));
    }
    return kept;
  }

  private static List<Unit> ground(Census census, Optional<String> area) {
    if (area.isEmpty()) {
      return census.units();
    }
    List<Unit> units =
        census.units().stream()
            .filter(
                unit ->
                    unit.village().districtCode().equals(area.get())
                        || unit.village().districtName().equals(area.get()))
            .toList();
    if (units.isEmpty()) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "area",
          new LocalText(
              "area=%s：不是行政區的代碼或名稱".formatted(RequestException.quote(area.get())),
              "area=%s: not the code or name of a district"
                  .formatted(RequestException.quote(area.get()))));
    }
    return units;
  }

  private static List<Place> grid(List<Unit> ground, Census census, double spacingM) {
    Census part = new Census(census.date(), census.kind(), census.synthetic(), ground);
    List<Place> places = new ArrayList<>();
    for (Cell cell : Demand.of(part, spacingM).cells()) {
      places.add(new Place("%.0f-%.0f".formatted(cell.x(), cell.y()), cell.x(), cell.y()));
    }
    return places;
  }

  private Collection<Place> read(PlanRequest.Places wanted, Catalog catalog, boolean ends) {
    Layer layer = catalog.getLayer("layer", wanted.layer().orElseThrow(), Right.QUERY);
    Crs crs =
        layer
            .table()
            .orElseThrow(
                () ->
                    RequestException.invalid(
                        "layer",
                        layer.name(),
                        new LocalText("應為向量圖層", "expected a layer of features")))
            .type()
            .crs();
    CoordinateTransform toMetres = CoordinateTransform.between(crs, Crs.TWD97_TM2_121);
    Map<String, Place> places = new TreeMap<>();
    try (Stream<Feature> features = layers.features(layer, Right.QUERY).features(Query.ALL)) {
      features
          .filter(feature -> feature.geometry() != null && !feature.geometry().isEmpty())
          .forEach(
              feature -> {
                Geometry metres = toMetres.apply(feature.geometry());
                if (ends) {
                  addEnds(metres, places);
                } else {
                  add(feature.id(), metres.getCentroid().getCoordinate(), places);
                }
              });
    }
    return places.values();
  }

  private static void add(String id, Coordinate at, Map<String, Place> places) {
    if (at != null && Double.isFinite(at.x)) {
      places.put(id, new Place(id, at.x, at.y));
    }
  }

  /** Nodes by their place to the metre, so that lines that meet give one. */
  private static void addEnds(Geometry lines, Map<String, Place> places) {
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      if (lines.getGeometryN(i) instanceof LineString line) {
        for (Coordinate end :
            List.of(line.getCoordinateN(0), line.getCoordinateN(line.getNumPoints() - 1))) {
          add("%.0f-%.0f".formatted(end.x, end.y), end, places);
        }
      }
    }
  }
}
