package org.tuguan.plugin.coverage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginUsage;
import org.tuguan.plugin.coverage.LonLat;
import org.tuguan.plugin.coverage.figure.Asked;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Ground;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Footprint;
import org.tuguan.plugin.coverage.inventory.Footprints;
import org.tuguan.plugin.coverage.layer.CoverageLayers;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;

/**
 * What is drawn over the map: stations with their radii ({@code /points}), the ground they reach
 * ({@code /footprint}), and who covers a place ({@code /at}). GeoJSON, CRS:84.
 */
@RestController
@RequestMapping("/api/v1/coverage")
class MapController {
  private static final int SEGMENTS = 48;

  /** What is seen is drawn to so many metres. */
  private static final double TOLERANCE_M = 0.5;

  private final Figures figures;
  private final CoverageRights rights;
  private final PluginUsage usage;
  private final Clock clock;

  MapController(Figures figures, CoverageRights rights, PluginUsage usage, Clock clock) {
    this.figures = figures;
    this.rights = rights;
    this.usage = usage;
    this.clock = clock;
  }

  /**
   * Who covers a place.
   *
   * @param village null outside the city
   * @param people of the smallest area for which they are known
   */
  record PlaceJson(
      int times, List<Map<String, Object>> points, AreaPeople village, AreaPeople people) {}

  /** An area and its people. */
  record AreaPeople(String code, String name, int people, double covered) {}

  @GetMapping("/points")
  ResponseEntity<Map<String, Object>> points(@RequestParam Map<String, String> given) {
    rights.requireStations();
    CoverageQuery query = query(given);
    Footprints footprints = Footprints.of(figures.inventory(query), query.rule());
    usage.served("points", "json", List.of(CoverageLayers.POINTS), Optional.empty());
    usage.counted(CoverageLayers.POINTS, footprints.list().size());
    List<Map<String, Object>> features = new ArrayList<>();
    for (Footprint footprint : footprints.list()) {
      AccessPoint point = footprint.point();
      features.add(GeoJson.point(point.x(), point.y(), properties(footprint)));
    }
    return fresh(GeoJson.collection(features, Map.of()));
  }

  private static Map<String, Object> properties(Footprint footprint) {
    AccessPoint point = footprint.point();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", point.id());
    properties.put("name", point.name());
    properties.put("operator", point.operator());
    properties.put("technology", point.radio().technology().code());
    properties.put("radius_m", Math.round(footprint.disc().radius() * 10) / 10.0);
    properties.put("built", point.lifetime().built());
    return properties;
  }

  @GetMapping("/footprint")
  ResponseEntity<Map<String, Object>> footprint(@RequestParam Map<String, String> given) {
    rights.requireFigures();
    CoverageQuery query = query(given);
    Ground ground = figures.ground(query);
    rights.requireObstacles(ground);
    usage.served("footprint", "json", List.of(CoverageLayers.FOOTPRINT), Optional.empty());
    Map<String, Object> properties =
        Map.of(
            "inventory_date",
            query.selection().on().toString(),
            "technologies",
            query.selection().technologyCodes(),
            "footprint",
            query.sight() ? "sight" : "circle",
            query.sight() ? "tolerance_m" : "segments",
            query.sight() ? TOLERANCE_M : SEGMENTS);
    Geometry picture = figures.picture(ground, SEGMENTS, TOLERANCE_M);
    return fresh(GeoJson.collection(List.of(GeoJson.area(picture, properties)), Map.of()));
  }

  @GetMapping("/at")
  ResponseEntity<PlaceJson> at(@RequestParam Map<String, String> given) {
    rights.requireFigures();
    Asked asked = new Asked(given);
    double[] place =
        LonLat.metres(
            "lon",
            asked.number("lon", -180, 180).orElseThrow(() -> RequestException.missing("lon")),
            asked.number("lat", -90, 90).orElseThrow(() -> RequestException.missing("lat")));
    CoverageQuery query = query(given);
    rights.requireObstacles(figures.ground(query));
    Measured measured = figures.measure(query);
    List<Footprint> covering = measured.ground().covering(place[0], place[1]);
    List<Map<String, Object>> points =
        rights.stations() ? covering.stream().map(MapController::properties).toList() : List.of();
    Census census = measured.once().spread().census();
    int number = census.unitAt(place[0], place[1]);
    AreaPeople people = null;
    AreaPeople village = null;
    if (number >= 0) {
      Unit unit = census.units().get(number);
      people = new AreaPeople(unit.id(), unit.id(), unit.people(), measured.once().covered(number));
      village = village(measured, unit.village());
    }
    return fresh(new PlaceJson(covering.size(), points, village, people));
  }

  private static AreaPeople village(Measured measured, Unit.Village village) {
    var figure = measured.once().villages().get(village.code());
    return new AreaPeople(
        village.code(),
        village.districtName() + village.name(),
        (int) figure.total(),
        figure.covered().orElse(0));
  }

  private CoverageQuery query(Map<String, String> given) {
    return CoverageQuery.parse(given, LocalDate.now(clock));
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }
}
