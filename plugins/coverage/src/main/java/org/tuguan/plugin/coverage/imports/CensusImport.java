package org.tuguan.plugin.coverage.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.Query;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.plugin.coverage.figure.CoverageData;
import org.tuguan.plugin.coverage.layer.LayerUpkeep;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Method;
import org.tuguan.plugin.coverage.people.Spread;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;
import org.tuguan.plugin.coverage.store.PostGisCensuses;

/**
 * People from a layer of areas that the caller may query. The numbers stand in the layer, or in a
 * table with the same codes. Areas that the table does not have are empty of people; rows without
 * an area are a fault.
 */
@Component
public class CensusImport {
  static final List<String> NAMES =
      List.of("code", "people", "village_code", "village_name", "district_code", "district_name");

  /**
   * What is to be imported.
   *
   * @param columns attribute of the layer by our name; {@code code} must be among them, {@code
   *     people} unless there is a table. Villages and districts that no column names are those of
   *     the latest census of villages at the same place
   * @param table CSV with a header line; null if the layer has the numbers
   * @param tableCode column of the table
   * @param tablePeople column of the table
   * @param date the day for which people were counted
   * @param kind village or statistical-area
   */
  public record Body(
      String layer,
      Map<String, String> columns,
      String table,
      String tableCode,
      String tablePeople,
      LocalDate date,
      String kind,
      String source,
      Boolean dryRun) {
    public Body {
      dryRun = Boolean.TRUE.equals(dryRun);
    }
  }

  private final PluginLayers layers;
  private final PostGisCensuses censuses;
  private final CoverageData data;
  private final PluginAudit audit;
  private final LayerUpkeep upkeep;
  private final TransactionTemplate transactions;

  CensusImport(
      PluginLayers layers,
      PostGisCensuses censuses,
      CoverageData data,
      PluginAudit audit,
      LayerUpkeep upkeep,
      PlatformTransactionManager transactions) {
    this.layers = layers;
    this.censuses = censuses;
    this.data = data;
    this.audit = audit;
    this.upkeep = upkeep;
    this.transactions = new TransactionTemplate(transactions);
  }

  /**
   * Checks all rows, and writes all of them unless it is a dry run, one is wrong or there is none.
   */
  public ImportReport run(Body body) {
    UnitKind kind = kind(body);
    if (body.date() == null) {
      throw RequestException.missing("date");
    }
    Layer layer =
        layers.seen().getLayer("layer", body.layer() == null ? "" : body.layer(), Right.QUERY);
    FeatureType type = layer.table().orElseThrow(() -> LayerFaults.noFeatures(layer.name())).type();
    Columns columns = columns(body, type);
    Faults faults = new Faults();
    Optional<PeopleTable> table =
        Optional.ofNullable(body.table()).map(text -> PeopleTable.read(body, faults));
    List<Unit> units = units(layer, type, new UnitReader(kind, columns, table, villages(), faults));
    if (!body.dryRun()) {
      faults.throwIfAny();
      if (units.isEmpty()) {
        throw LayerFaults.nothing(layer.name());
      }
    }
    Census census = new Census(body.date(), kind, layer.provenance().synthetic(), units);
    ImportReport report = report(census, table, body.dryRun(), faults);
    if (!body.dryRun()) {
      String source = body.source() == null ? layer.name() : body.source();
      transactions.executeWithoutResult(status -> write(layer, census, source));
    }
    return report;
  }

  private static UnitKind kind(Body body) {
    return UnitKind.find(String.valueOf(body.kind()))
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "kind",
                    String.valueOf(body.kind()),
                    new LocalText(
                        "應為 village 或 statistical-area", "expected village or statistical-area")));
  }

  private static Columns columns(Body body, FeatureType type) {
    Columns columns = new Columns(body.columns(), Map.of());
    columns.check(NAMES, type);
    if (!columns.has("code")) {
      throw RequestException.missing("columns.code");
    }
    if (body.table() == null && !columns.has("people")) {
      throw RequestException.missing("columns.people");
    }
    return columns;
  }

  private Optional<Census> villages() {
    return data.findSpread(Method.AREAL, Optional.empty(), LocalDate.MAX).map(Spread::census);
  }

  private void write(Layer layer, Census census, String source) {
    censuses.save(census, source);
    audit.record(
        "census.import",
        "layer:" + layer.name(),
        Map.of(
            "date", census.date().toString(),
            "kind", census.kind().code(),
            "units", census.units().size(),
            "people", census.people()));
    upkeep.changed();
  }

  /** True if there was one. */
  public boolean remove(LocalDate date, UnitKind kind) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              boolean removed = censuses.remove(date, kind);
              if (removed) {
                audit.record(
                    "census.remove",
                    "census:" + date,
                    Map.of("date", date.toString(), "kind", kind.code()));
                upkeep.changed();
              }
              return removed;
            }));
  }

  private List<Unit> units(Layer layer, FeatureType type, UnitReader reader) {
    CoordinateTransform toMetres = CoordinateTransform.between(type.crs(), Crs.TWD97_TM2_121);
    List<Unit> units = new ArrayList<>();
    try (Stream<Feature> features = layers.features(layer, Right.QUERY).features(Query.ALL)) {
      features.forEach(feature -> reader.read(feature, toMetres).ifPresent(units::add));
    }
    reader.rowsWithoutArea();
    return units;
  }

  private ImportReport report(
      Census census, Optional<PeopleTable> table, boolean dryRun, Faults faults) {
    List<LocalText> notes = new ArrayList<>();
    table.ifPresent(people -> notes.addAll(notes(census, people)));
    Optional<PostGisCensuses.Entry> same =
        data.censuses().stream()
            .filter(entry -> entry.kind() == census.kind() && entry.date().equals(census.date()))
            .findFirst();
    same.ifPresent(
        entry ->
            notes.add(
                new LocalText(
                    "取代同日同類的人口統計「%s」（%s 人）。"
                        .formatted(entry.source(), Values.grouped(entry.people())),
                    "It takes the place of \"%s\" (%s people), of the same day and kind."
                        .formatted(entry.source(), Values.grouped(entry.people())))));
    return new ImportReport(
        census.units().size(),
        census.people(),
        same.isPresent() ? 0 : census.units().size(),
        same.isPresent() ? census.units().size() : 0,
        0,
        dryRun,
        notes,
        faults.count(),
        faults.list());
  }

  private static List<LocalText> notes(Census census, PeopleTable table) {
    List<LocalText> notes = new ArrayList<>();
    long unlisted =
        census.units().stream().filter(unit -> !table.rows().containsKey(unit.id())).count();
    if (unlisted > 0) {
      notes.add(
          new LocalText(
              "%s 個區域不在表格中：以無人居住計。".formatted(Values.grouped(unlisted)),
              "%s areas are not in the table: nobody lives there."
                  .formatted(Values.grouped(unlisted))));
    }
    if (table.blank() > 0) {
      notes.add(
          new LocalText(
              "表格有 %s 列沒有人數：以 0 人計。".formatted(Values.grouped(table.blank())),
              "%s lines of the table have no number: 0 people."
                  .formatted(Values.grouped(table.blank()))));
    }
    return notes;
  }
}
