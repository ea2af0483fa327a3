package org.tuguan.plugin.coverage.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.core.plugin.PluginLayer.Opening;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.area.Outlines;
import org.tuguan.plugin.coverage.figure.CoverageData;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.inventory.Footprint;
import org.tuguan.plugin.coverage.inventory.FootprintRule;
import org.tuguan.plugin.coverage.inventory.Footprints;
import org.tuguan.plugin.coverage.inventory.Inventory;
import org.tuguan.plugin.coverage.people.Method;
import org.tuguan.plugin.coverage.radio.SiteGeneral;
import org.tuguan.plugin.coverage.store.JdbcLayerState;
import org.tuguan.plugin.coverage.store.JdbcLayerState.Revisions;
import org.tuguan.plugin.coverage.store.PostGisCensuses;

/**
 * Publishes the state of today as layers: Wi-Fi as the inventory states it, the finest census there
 * is. Settings: {@code theme} of the layers, {@code opening} (public, city or restricted) at the
 * first time; if it is not set, what is made up is public and everything else the city's.
 */
@Component
public class CoverageLayers {
  /** Single stations. */
  public static final String POINTS = "coverage-points";

  /** The ground that they reach. */
  public static final String FOOTPRINT = "coverage-footprint";

  public static final String TIMES = "coverage-times";
  public static final String UNCOVERED = "coverage-uncovered";
  public static final String SIGNAL = "coverage-signal";

  static final int SEGMENTS = 64;
  private static final int DEPTH_SEGMENTS = 48;
  private static final int MOST_TIMES = 5;
  private static final List<Integer> BANDS_DBM = List.of(-75, -67, -60, -50);

  private final PostGisLayerTables tables;
  private final PluginLayers layers;
  private final CoverageData data;
  private final Figures figures;
  private final JdbcLayerState state;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Optional<String> theme;
  private final Optional<Opening> opening;

  CoverageLayers(
      PostGisLayerTables tables,
      PluginLayers layers,
      CoverageData data,
      Figures figures,
      JdbcLayerState state,
      PlatformTransactionManager transactions,
      PluginSettings settings,
      Clock clock) {
    this.tables = tables;
    this.layers = layers;
    this.data = data;
    this.figures = figures;
    this.state = state;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
    this.theme = settings.text("theme");
    this.opening =
        settings.text("opening").map(text -> Opening.valueOf(text.toUpperCase(Locale.ROOT)));
  }

  /**
   * Publishes the layers if they are not: with them the rights hold that figures follow, though
   * there may be nothing in them yet.
   */
  public void announce() {
    if (layers.whole().findLayer(FOOTPRINT).isEmpty()) {
      boolean synthetic =
          data.syntheticStations()
              || data.censuses().stream().anyMatch(PostGisCensuses.Entry::synthetic);
      transactions.executeWithoutResult(status -> publish(synthetic));
    }
  }

  /** Writes all layers anew; those of ground need no people, and without people nobody is left. */
  public void refresh() {
    Revisions revisions = state.current();
    LocalDate today = LocalDate.now(clock);
    Method method =
        data.findSpread(Method.STATISTICAL, Optional.empty(), today).isPresent()
            ? Method.STATISTICAL
            : Method.AREAL;
    CoverageQuery query = CoverageQuery.parse(Map.of("method", method.code()), today);
    Optional<Measured> people =
        data.findSpread(method, Optional.empty(), today).map(there -> figures.measure(query));
    Inventory inventory = people.map(Measured::inventory).orElseGet(() -> figures.inventory(query));
    Footprints reached =
        people.map(Measured::footprints).orElseGet(() -> figures.ground(query).footprints());
    List<Polygon> footprint = Grounds.union(Grounds.outlines(reached, SEGMENTS));
    Map<Integer, List<Polygon>> depths =
        Grounds.depths(Grounds.outlines(reached, DEPTH_SEGMENTS), MOST_TIMES);
    Map<Integer, List<Polygon>> bands = bands(reached);
    transactions.executeWithoutResult(
        status -> {
          tables.footprint(footprint, query.selection().technologyCodes(), inventory);
          tables.timesCovered(depths, today);
          people.ifPresentOrElse(tables::uncovered, tables::nobodyUncovered);
          tables.signal(bands, SiteGeneral.LINE_OF_SIGHT.id(), today);
          publish(people);
          state.written(revisions, clock.instant());
        });
  }

  /** As long as nothing was ever entered there is nothing to publish. */
  private void publish(Optional<Measured> people) {
    if (people.isPresent()
        || !data.stations().isEmpty()
        || layers.whole().findLayer(FOOTPRINT).isPresent()) {
      publish(people.map(figures::synthetic).orElseGet(data::syntheticStations));
    }
  }

  /** Ground between one strength of the signal and the next, in sight of the antenna. */
  private static Map<Integer, List<Polygon>> bands(Footprints footprints) {
    FootprintRule rule =
        new FootprintRule(
            OptionalDouble.empty(),
            Optional.of(SiteGeneral.LINE_OF_SIGHT),
            FootprintRule.Receiver.TELEPHONE);
    LinkedHashMap<Integer, List<Polygon>> outlines = new LinkedHashMap<>();
    for (int band : BANDS_DBM) {
      List<Disc> discs =
          footprints.list().stream()
              .map(Footprint::point)
              .map(point -> rule.atLeast(point, band).disc())
              .distinct()
              .toList();
      outlines.put(band, discs.stream().map(disc -> Outlines.of(disc, SEGMENTS)).toList());
    }
    return Grounds.bands(outlines);
  }

  private void publish(boolean synthetic) {
    publish(POINTS, "access_point", new LocalText("基地臺與熱點", "Access points"), synthetic);
    publish(FOOTPRINT, "footprint", new LocalText("無線網路涵蓋範圍", "Wireless footprint"), synthetic);
    publish(TIMES, "times_covered", new LocalText("重複涵蓋次數", "Times covered"), synthetic);
    publish(
        UNCOVERED,
        "uncovered",
        new LocalText("每公頃未涵蓋人口", "Uncovered people per hectare"),
        synthetic);
    publish(SIGNAL, "signal", new LocalText("訊號強度分級", "Signal strength"), synthetic);
  }

  private void publish(String name, String table, LocalText title, boolean synthetic) {
    LocalText shown =
        synthetic ? new LocalText(title.zh() + "（模擬資料）", title.en() + " (synthetic data)") : title;
    layers.publish(
        new PluginLayer(
            name,
            table,
            "id",
            "geom",
            shown,
            theme,
            Optional.empty(),
            opening.orElse(synthetic ? Opening.PUBLIC : Opening.CITY),
            synthetic,
            Optional.of(style(name))));
  }

  static String style(String name) {
    String file = "/META-INF/tuguan/styles/" + name + ".sld";
    try (InputStream in = CoverageLayers.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
