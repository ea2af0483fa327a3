package org.tuguan.plugin.coverage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.plugin.coverage.figure.CoverageData;
import org.tuguan.plugin.coverage.imports.CensusImport;
import org.tuguan.plugin.coverage.imports.StationImport;
import org.tuguan.plugin.coverage.layer.CoverageLayers;
import org.tuguan.plugin.coverage.people.Census;

/**
 * Stations and people come from layers of the library: {@code POST
 * /api/v1/coverage/imports/points}, {@code POST …/imports/census}; {@code GET …/censuses} says what
 * there is.
 */
@RestController
@RequestMapping("/api/v1/coverage")
class ImportsController {
  private final StationImport stations;
  private final CensusImport censuses;
  private final CoverageData data;
  private final CoverageLayers layers;
  private final CoverageRights rights;
  private final PluginAudit audit;

  ImportsController(
      StationImport stations,
      CensusImport censuses,
      CoverageData data,
      CoverageLayers layers,
      CoverageRights rights,
      PluginAudit audit) {
    this.stations = stations;
    this.censuses = censuses;
    this.data = data;
    this.layers = layers;
    this.rights = rights;
    this.audit = audit;
  }

  /** What an import read. */
  record ImportedJson(long units, long people, boolean dryRun) {}

  /** A census that figures can use. */
  record CensusJson(LocalDate date, String kind, String source, boolean synthetic, long people) {}

  @PostMapping("/imports/points")
  ImportedJson points(@RequestBody StationImport.Body body) {
    rights.requirePlanner();
    int points = stations.run(body);
    if (!body.dryRun()) {
      audit.record(
          "points.import", "layer:" + body.layer(), Map.of("points", String.valueOf(points)));
      layers.refresh();
    }
    return new ImportedJson(points, 0, body.dryRun());
  }

  @PostMapping("/imports/census")
  ImportedJson census(@RequestBody CensusImport.Body body) {
    rights.requirePlanner();
    Census census = censuses.run(body);
    if (!body.dryRun()) {
      audit.record(
          "census.import", "layer:" + body.layer(), Map.of("date", body.date().toString()));
      layers.refresh();
    }
    return new ImportedJson(census.units().size(), census.people(), body.dryRun());
  }

  @GetMapping("/censuses")
  List<CensusJson> censuses() {
    rights.requireFigures();
    return data.censuses().stream()
        .map(
            entry ->
                new CensusJson(
                    entry.date(),
                    entry.kind().code(),
                    entry.source(),
                    entry.synthetic(),
                    entry.people()))
        .toList();
  }
}
