package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.DegreeBox;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.sheet.Sheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What areas can be chosen by: map sheets at {@code /api/v1/sheets}, districts and villages at
 * {@code /api/v1/villages}; {@code /api/v1/areas} says what ground a choice comes to. All in
 * CRS:84.
 */
@RestController
class AreasController {
  private static final String GEO_JSON = "application/geo+json";

  private final SheetGrids grids;
  private final Villages villages;
  private final JsonMapper json;

  AreasController(SheetGrids grids, Villages villages, JsonMapper json) {
    this.grids = grids;
    this.villages = villages;
    this.json = json;
  }

  record Names(List<Villages.Name> villages) {}

  @GetMapping("/api/v1/villages")
  Names names() {
    return new Names(villages.list());
  }

  /**
   * @param bbox west, south, east, north in degrees
   */
  @GetMapping(
      path = "/api/v1/sheets",
      produces = {GEO_JSON, MediaType.APPLICATION_JSON_VALUE})
  String sheets(
      @RequestParam(name = "series", defaultValue = SheetGrids.USUAL) String series,
      @RequestParam(name = "bbox") String bbox) {
    ObjectNode answer = json.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = answer.putArray("features");
    for (Sheet sheet : grids.get(series).listTouched(DegreeBox.read("bbox", bbox).polygon())) {
      ObjectNode feature = features.addObject().put("type", "Feature").put("id", sheet.number());
      feature.putObject("properties").put("sheet", sheet.number()).put("series", series);
      feature.set("geometry", GeoJsonPolygons.json(sheet.frame()));
    }
    return json.writeValueAsString(answer);
  }

  /**
   * @param body area, sheets (with series) or villages as in a quote; {@code without}: numbers of
   *     sheets of the series whose ground is taken off
   */
  @PostMapping(
      path = "/api/v1/areas",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {GEO_JSON, MediaType.APPLICATION_JSON_VALUE})
  String area(@RequestBody String body) {
    JsonNode root = JsonBody.object(json, body);
    DataRequest.Where where = DataRequestReader.where(root);
    String series = where.series().orElse(SheetGrids.USUAL);
    Geometry ground = ground(where, series);
    List<String> without = DataRequestReader.texts(root, "", "without");
    if (!without.isEmpty()) {
      ground = less(ground, grids.union(series, without));
    }
    BigDecimal km2 = Extracts.km2(ground);
    ObjectNode answer = json.createObjectNode().put("type", "Feature");
    answer.putObject("properties").put("km2", km2);
    answer.set("geometry", GeoJsonPolygons.json(ground));
    return json.writeValueAsString(answer);
  }

  private Geometry ground(DataRequest.Where where, String series) {
    if (where.area().isPresent()) {
      return where.area().get();
    }
    if (!where.sheets().isEmpty()) {
      return grids.union(series, where.sheets());
    }
    if (!where.villages().isEmpty()) {
      return villages.union(where.villages());
    }
    throw RequestException.missing("area");
  }

  private static Geometry less(Geometry ground, Geometry sheets) {
    Geometry rest =
        Extracts.polygons(OverlayNGRobust.overlay(ground, sheets, OverlayNG.DIFFERENCE));
    if (rest.isEmpty()) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "without",
          new LocalText("去掉這些圖幅後沒有剩下範圍", "nothing is left without these sheets"));
    }
    return rest;
  }
}
