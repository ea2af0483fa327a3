package org.tuguan.plugin.coverage.figure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.plugin.coverage.inventory.FootprintRule;
import org.tuguan.plugin.coverage.inventory.Selection;
import org.tuguan.plugin.coverage.inventory.Technology;
import org.tuguan.plugin.coverage.people.Method;
import org.tuguan.plugin.coverage.radio.Models;

/**
 * What figure is wanted.
 *
 * @param sight whether of each circle only ground counts that its antenna sees
 * @param segments 0 to measure circles as they are; else polygons of so many corners
 * @param censusDate the census of this day; empty for the latest that is not after the day of the
 *     inventory, or else the first
 * @param given the parameters as they were given, for links and saved plans
 */
public record CoverageQuery(
    Method method,
    Selection selection,
    FootprintRule rule,
    boolean sight,
    int segments,
    Optional<LocalDate> censusDate,
    Map<String, String> given) {
  private static final List<String> PARAMETERS =
      List.of(
          "method",
          "date",
          "technologies",
          "operator",
          "planned",
          "radius_m",
          "model",
          "receiver_gain_dbi",
          "sensitivity_dbm",
          "margin_db",
          "receiver_height_m",
          "footprint",
          "segments",
          "census_date");

  /** Values of {@code footprint}: the whole circle, or of it what the antenna sees. */
  public static final List<String> FOOTPRINTS = List.of("circle", "sight");

  public CoverageQuery {
    given = Map.copyOf(given);
  }

  /**
   * Reads {@code method, date, technologies, operator, planned, radius_m, model, …}; whatever is
   * missing: by area of villages, today, Wi-Fi, built ones only, as far as the inventory says.
   */
  public static CoverageQuery parse(Map<String, String> values, LocalDate today) {
    Asked asked = new Asked(values);
    Map<String, String> given = new LinkedHashMap<>();
    PARAMETERS.forEach(name -> asked.text(name).ifPresent(text -> given.put(name, text)));
    Method method =
        asked.oneOf("method", Method.listCodes()).flatMap(Method::find).orElse(Method.AREAL);
    Selection selection =
        new Selection(
            asked.date("date").orElse(today),
            technologies(asked),
            asked.text("operator"),
            asked.flag("planned"));
    int segments = asked.whole("segments", 0, 1_024).orElse(0);
    if (segments > 0 && segments < 8) {
      segments = asked.whole("segments", 8, 1_024).orElseThrow();
    }
    boolean sight = asked.oneOf("footprint", FOOTPRINTS).filter("sight"::equals).isPresent();
    if (sight && segments > 0) {
      throw RequestException.invalid(
          "segments",
          String.valueOf(segments),
          new LocalText("footprint=sight 時不可指定", "not together with footprint=sight"));
    }
    return new CoverageQuery(
        method, selection, rule(asked, sight), sight, segments, asked.date("census_date"), given);
  }

  private static Set<Technology> technologies(Asked asked) {
    EnumSet<Technology> technologies = EnumSet.noneOf(Technology.class);
    for (String code : asked.list("technologies")) {
      technologies.add(
          Technology.find(code)
              .orElseThrow(() -> Asked.notAllowed("technologies", code, Technology.listCodes())));
    }
    return technologies.isEmpty() ? EnumSet.of(Technology.WIFI) : technologies;
  }

  /** By line of sight the receiver's height counts to a tenth of a metre. */
  private static FootprintRule rule(Asked asked, boolean sight) {
    FootprintRule.Receiver usual = FootprintRule.Receiver.TELEPHONE;
    double height = asked.number("receiver_height_m", 0.1, 100).orElse(usual.heightM());
    FootprintRule.Receiver receiver =
        new FootprintRule.Receiver(
            asked.number("receiver_gain_dbi", -20, 40).orElse(usual.gainDbi()),
            asked.number("sensitivity_dbm", -150, 0).orElse(usual.sensitivityDbm()),
            asked.number("margin_db", 0, 60).orElse(usual.marginDb()),
            sight ? Math.round(height * 10) / 10.0 : height);
    return new FootprintRule(
        asked.number("radius_m", 1, 50_000),
        asked.oneOf("model", Models.listIds()).flatMap(Models::find),
        receiver);
  }

  /** The same by another method. */
  public CoverageQuery by(Method other) {
    return new CoverageQuery(other, selection, rule, sight, segments, censusDate, given);
  }

  /** The same with the census that suits the day of the inventory. */
  public CoverageQuery anyCensus() {
    return new CoverageQuery(method, selection, rule, sight, segments, Optional.empty(), given);
  }
}
