package org.tuguan.plugin.coverage.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.plugin.coverage.figure.CoverageJson.AreaJson;
import org.tuguan.plugin.coverage.figure.CoverageJson.ByMethod;
import org.tuguan.plugin.coverage.figure.CoverageJson.Named;
import org.tuguan.plugin.coverage.figure.CoverageJson.Pair;
import org.tuguan.plugin.coverage.figure.CoverageJson.Warning;
import org.tuguan.plugin.coverage.people.CoverageCount;
import org.tuguan.plugin.coverage.people.Figure;
import org.tuguan.plugin.coverage.people.Unit;

/**
 * Puts figures into words. Settings: {@code city} (臺中市), {@code target-percent} (30, of the policy
 * plan of 2011).
 */
@Component
public class CoverageAnswers {
  private static final int POLICY_TARGET = 30;

  private final Figures figures;
  private final String city;
  private final double target;

  public CoverageAnswers(Figures figures, PluginSettings settings) {
    this.figures = figures;
    this.city = settings.text("city").orElse("臺中市");
    this.target = settings.number("target-percent", POLICY_TARGET) / 100.0;
  }

  public double target() {
    return target;
  }

  /**
   * @param area code or name of a district or village; empty for the city
   */
  public CoverageJson answer(CoverageQuery query, Optional<String> area) {
    return answer(query, List.of(), area);
  }

  public CoverageJson answer(CoverageQuery query, List<Change> changes, Optional<String> area) {
    Measured measured = figures.measure(query, changes);
    AreaJson chosen = area(measured.once(), area);
    return new CoverageJson(
        chosen.covered(),
        chosen.total(),
        chosen.rate(),
        query.method().code(),
        measured.once().spread().census().date(),
        query.selection().on(),
        measured.inventory().version(),
        Arrays.asList(query.selection().technologyCodes().split(",")),
        measured.inventory().points().size(),
        query.segments(),
        query.sight() ? "sight" : "circle",
        measured.obstacles(),
        chosen,
        query.method().title(),
        query.method().explanation(),
        target,
        Pair.of(figure(measured.twice(), chosen)),
        range(query, changes, chosen),
        districts(measured.once()),
        warnings(measured),
        figures.synthetic(measured));
  }

  private List<ByMethod> range(CoverageQuery query, List<Change> changes, AreaJson chosen) {
    List<ByMethod> range = new ArrayList<>();
    for (Measured measured : figures.range(query, changes)) {
      Figure figure = figure(measured.once(), chosen);
      range.add(
          new ByMethod(
              measured.query().method().code(),
              measured.query().method().title(),
              measured.once().spread().census().date(),
              CoverageJson.rounded(figure),
              figure.total(),
              CoverageJson.rate(figure)));
    }
    return range;
  }

  private static Figure figure(CoverageCount count, AreaJson area) {
    Map<String, Figure> figures =
        switch (area.level()) {
          case "district" -> count.districts();
          case "village" -> count.villages();
          default -> Map.of(area.code(), count.city());
        };
    return figures.getOrDefault(area.code(), new Figure(OptionalDouble.empty(), 0));
  }

  private static List<Warning> warnings(Measured measured) {
    List<Warning> warnings = new ArrayList<>();
    measured.warnings().forEach((text, count) -> warnings.add(new Warning(text, count)));
    return warnings;
  }

  public List<AreaJson> districts(CoverageCount count) {
    Map<String, Named> named = new LinkedHashMap<>();
    for (Unit unit : count.spread().census().units()) {
      Unit.Village village = unit.village();
      name(named, village.districtCode(), village.districtName(), unit);
    }
    Map<String, Figure> districts = count.districts();
    return named.values().stream()
        .map(one -> AreaJson.of("district", one, districts.get(one.code())))
        .toList();
  }

  private static void name(Map<String, Named> named, String code, String name, Unit unit) {
    named
        .computeIfAbsent(code, key -> new Named(key, name, new Envelope()))
        .box()
        .expandToInclude(unit.zone().bounds());
  }

  /** Villages of a district; of all if none is named. */
  public List<AreaJson> villages(CoverageCount count, Optional<String> district) {
    Map<String, Named> named = new LinkedHashMap<>();
    for (Unit unit : count.spread().census().units()) {
      Unit.Village village = unit.village();
      if (district.isEmpty()
          || district.get().equals(village.districtCode())
          || district.get().equals(village.districtName())) {
        name(named, village.code(), village.districtName() + village.name(), unit);
      }
    }
    Map<String, Figure> villages = count.villages();
    return named.values().stream()
        .map(one -> AreaJson.of("village", one, villages.get(one.code())))
        .toList();
  }

  private AreaJson area(CoverageCount count, Optional<String> wanted) {
    AreaJson whole = AreaJson.of("city", new Named("", city, new Envelope()), count.city());
    if (wanted.isEmpty() || wanted.get().equals(city)) {
      return whole;
    }
    List<AreaJson> areas = new ArrayList<>(districts(count));
    areas.addAll(villages(count, Optional.empty()));
    return areas.stream()
        .filter(area -> area.code().equals(wanted.get()) || area.name().equals(wanted.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.INVALID_PARAMETER,
                    "area",
                    new LocalText(
                        "area=%s：不是行政區或村里的代碼或名稱".formatted(RequestException.quote(wanted.get())),
                        "area=%s: not the code or name of a district or village"
                            .formatted(RequestException.quote(wanted.get())))));
  }
}
