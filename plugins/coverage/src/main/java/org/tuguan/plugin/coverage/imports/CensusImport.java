package org.tuguan.plugin.coverage.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.Query;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.figure.CoverageData;
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
  private static final List<String> NAMES =
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

  CensusImport(PluginLayers layers, PostGisCensuses censuses, CoverageData data) {
    this.layers = layers;
    this.censuses = censuses;
    this.data = data;
  }

  /** The census, after a check of all rows. */
  public Census run(Body body) {
    UnitKind kind =
        List.of(UnitKind.values()).stream()
            .filter(one -> one.code().equals(body.kind()))
            .findFirst()
            .orElseThrow(
                () ->
                    RequestException.invalid(
                        "kind", String.valueOf(body.kind()), "village or statistical-area"));
    if (body.date() == null) {
      throw RequestException.missing("date");
    }
    Layer layer =
        layers.seen().getLayer("layer", body.layer() == null ? "" : body.layer(), Right.QUERY);
    FeatureType type = layer.table().orElseThrow(() -> LayerFaults.noFeatures(layer.name())).type();
    Columns columns = new Columns(body.columns(), Map.of());
    columns.check(NAMES, type);
    if (!columns.attributes().containsKey("code")) {
      throw RequestException.missing("columns.code");
    }
    List<Unit> units = units(layer, type, columns, table(body));
    Census census = new Census(body.date(), kind, layer.provenance().synthetic(), units);
    if (!body.dryRun()) {
      censuses.save(census, body.source() == null ? layer.name() : body.source());
    }
    return census;
  }

  private List<Unit> units(
      Layer layer, FeatureType type, Columns columns, Optional<Map<String, Integer>> table) {
    CoordinateTransform toMetres = CoordinateTransform.between(type.crs(), Crs.TWD97_TM2_121);
    Optional<Census> villages =
        data.findSpread(Method.AREAL, Optional.empty(), LocalDate.MAX).map(Spread::census);
    List<Unit> units = new ArrayList<>();
    Faults faults = new Faults();
    Set<String> codes = new HashSet<>();
    try (Stream<Feature> features = layers.features(layer, Right.QUERY).features(Query.ALL)) {
      features.forEach(
          feature -> {
            try {
              Unit unit = unit(feature, columns, table, villages, toMetres);
              if (!codes.add(unit.id())) {
                throw new IllegalArgumentException("second row with code " + unit.id());
              }
              units.add(unit);
            } catch (RuntimeException e) {
              faults.add(feature.id(), e);
            }
          });
    }
    table.ifPresent(
        people ->
            people.keySet().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> faults.add(code, new IllegalArgumentException("no such area"))));
    faults.throwIfAny();
    return units;
  }

  private static Unit unit(
      Feature feature,
      Columns columns,
      Optional<Map<String, Integer>> table,
      Optional<Census> villages,
      CoordinateTransform toMetres) {
    String code =
        columns.text(feature, "code").orElseThrow(() -> new IllegalArgumentException("no code"));
    if (feature.geometry() == null) {
      throw new IllegalArgumentException("no area");
    }
    Zone zone = new Zone(toMetres.apply(feature.geometry()));
    int people =
        table.isPresent()
            ? table.get().getOrDefault(code, 0)
            : (int) Math.round(columns.number(feature, "people").orElse(0));
    return new Unit(code, village(feature, code, columns, villages, zone), people, zone);
  }

  private static Unit.Village village(
      Feature feature, String code, Columns columns, Optional<Census> villages, Zone zone) {
    Unit.Village around = around(code, villages, zone);
    return new Unit.Village(
        columns.text(feature, "village_code").orElse(around.code()),
        columns.text(feature, "village_name").orElse(around.name()),
        columns.text(feature, "district_code").orElse(around.districtCode()),
        columns.text(feature, "district_name").orElse(around.districtName()));
  }

  /** The village in which an area lies by a point inside it, or one of its own. */
  private static Unit.Village around(String code, Optional<Census> villages, Zone zone) {
    if (villages.isPresent()) {
      Point inside = zone.geometry().getInteriorPoint();
      int number = villages.get().unitAt(inside.getX(), inside.getY());
      if (number >= 0) {
        return villages.get().units().get(number).village();
      }
    }
    return new Unit.Village(code, code, "", "");
  }

  private static Optional<Map<String, Integer>> table(Body body) {
    if (body.table() == null) {
      return Optional.empty();
    }
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    Map<String, Integer> people = new HashMap<>();
    String text = body.table().startsWith("\uFEFF") ? body.table().substring(1) : body.table();
    try (CSVParser parser = format.parse(new StringReader(text))) {
      column(parser, "table_code", body.tableCode());
      column(parser, "table_people", body.tablePeople());
      for (CSVRecord row : parser) {
        String number = row.get(body.tablePeople()).replace(",", "");
        people.put(row.get(body.tableCode()), number.isEmpty() ? 0 : Integer.parseInt(number));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      throw RequestException.invalid("table_people", e.getMessage(), "whole numbers");
    }
    return Optional.of(people);
  }

  private static void column(CSVParser parser, String parameter, String name) {
    if (name == null) {
      throw RequestException.missing(parameter);
    }
    if (!parser.getHeaderNames().contains(name)) {
      throw RequestException.invalid(
          parameter, name, "columns are " + String.join(", ", parser.getHeaderNames()));
    }
  }
}
