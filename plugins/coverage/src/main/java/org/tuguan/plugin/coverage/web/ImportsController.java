package org.tuguan.plugin.coverage.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.plugin.coverage.figure.CoverageData;
import org.tuguan.plugin.coverage.imports.CensusImport;
import org.tuguan.plugin.coverage.imports.ColumnGuess;
import org.tuguan.plugin.coverage.imports.ImportColumns;
import org.tuguan.plugin.coverage.imports.ImportReport;
import org.tuguan.plugin.coverage.imports.StationImport;
import org.tuguan.plugin.coverage.layer.LayerUpkeep;
import org.tuguan.plugin.coverage.people.UnitKind;
import org.tuguan.plugin.coverage.store.PostGisInventory;

/**
 * Stations and people come from layers of the library: {@code POST
 * /api/v1/coverage/imports/points}, {@code POST …/imports/census}; {@code GET
 * …/imports/layers/{name}} and {@code GET …/imports/guess} help to map columns. {@code GET
 * …/inventory} and {@code GET …/censuses} say what there is.
 */
@RestController
@RequestMapping("/api/v1/coverage")
class ImportsController {
  private final StationImport stations;
  private final CensusImport censuses;
  private final ImportColumns columns;
  private final CoverageData data;
  private final PostGisInventory inventory;
  private final LayerUpkeep layers;
  private final CoverageRights rights;

  ImportsController(
      StationImport stations,
      CensusImport censuses,
      ImportColumns columns,
      CoverageData data,
      PostGisInventory inventory,
      LayerUpkeep layers,
      CoverageRights rights) {
    this.stations = stations;
    this.censuses = censuses;
    this.columns = columns;
    this.data = data;
    this.inventory = inventory;
    this.layers = layers;
    this.rights = rights;
  }

  /** A census that figures can use. */
  record CensusJson(
      LocalDate date, String kind, String source, boolean synthetic, long units, long people) {}

  /**
   * What an import did, and whether the layers are now brought up to it, in a job.
   *
   * @param layersFollow false after a dry run
   */
  record ImportedJson(@JsonUnwrapped ImportReport report, boolean layersFollow) {}

  @PostMapping("/imports/points")
  ImportedJson points(@RequestBody StationImport.Body body) {
    rights.requirePlanner();
    ImportReport report = stations.run(body);
    if (!body.dryRun()) {
      layers.announce();
    }
    return new ImportedJson(report, !body.dryRun());
  }

  @PostMapping("/imports/census")
  ImportedJson census(@RequestBody CensusImport.Body body) {
    rights.requirePlanner();
    ImportReport report = censuses.run(body);
    if (!body.dryRun()) {
      layers.announce();
    }
    return new ImportedJson(report, !body.dryRun());
  }

  @GetMapping("/imports/layers/{name}")
  ImportColumns.LayerColumns layer(@PathVariable String name) {
    rights.requirePlanner();
    return columns.of(name);
  }

  /** Which of the columns of a table with people are which. */
  @GetMapping("/imports/guess")
  Map<String, String> guess(@RequestParam("column") List<String> names) {
    rights.requirePlanner();
    return ColumnGuess.census(names);
  }

  /** By source, the latest import first. */
  @GetMapping("/inventory")
  List<PostGisInventory.Source> inventory() {
    rights.requireFigures();
    return inventory.listSources();
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
                    entry.units(),
                    entry.people()))
        .toList();
  }

  @DeleteMapping("/censuses/{kind}/{date}")
  ResponseEntity<Void> remove(
      @PathVariable String kind,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date) {
    rights.requirePlanner();
    boolean removed = UnitKind.find(kind).filter(each -> censuses.remove(date, each)).isPresent();
    if (!removed) {
      throw new RequestException(
          Fault.NOT_FOUND, "date", new LocalText("沒有這份人口統計", "there is no such census"));
    }
    layers.announce();
    return ResponseEntity.noContent().build();
  }
}
