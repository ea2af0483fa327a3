package org.tuguan.plugin.coverage.layer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.core.plugin.PluginLayer.Opening;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.figure.Surroundings;

/**
 * Plans and results as layers of the library, for those who may query single stations when they are
 * published. Settings: {@code result-layers}, the most there may be (20). Safe for any thread.
 */
@Component
public class ResultLayers {
  private static final int MOST = 20;
  private static final String STYLE = "coverage-plan";

  private final PostGisResults results;
  private final PluginLayers layers;
  private final Figures figures;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final int most;
  private final Optional<String> theme;

  ResultLayers(
      PostGisResults results,
      PluginLayers layers,
      Figures figures,
      PlatformTransactionManager transactions,
      PluginSettings settings,
      Clock clock) {
    this.results = results;
    this.layers = layers;
    this.figures = figures;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
    this.most = settings.number("result-layers", MOST);
    this.theme = settings.text("theme");
  }

  /** The newest first. */
  public List<ResultLayer> list() {
    return results.list();
  }

  public Optional<ResultLayer> find(String layer) {
    return results.find(layer);
  }

  /**
   * Publishes a result; one of the same name is taken back first.
   *
   * @param account whose plan it is; what a process found stays with the first who had it published
   */
  public ResultLayer publish(Result result, String account) {
    List<Polygon> before = Grounds.drawn(result.before(), figures, CoverageLayers.SEGMENTS);
    List<Polygon> after = Grounds.drawn(result.after(), figures, CoverageLayers.SEGMENTS);
    Set<Polygon> alike = new LinkedHashSet<>(before);
    alike.retainAll(new HashSet<>(after));
    List<Polygon> old = rest(before, alike);
    List<Polygon> now = rest(after, alike);
    List<Polygon> added = Grounds.without(now, old);
    List<Polygon> lost = Grounds.without(old, now);
    List<Polygon> reached = new ArrayList<>(alike);
    reached.addAll(Grounds.without(old, lost));
    return transactions.execute(
        status -> {
          results.lock();
          Optional<ResultLayer> known = results.find(result.name());
          known.ifPresent(this::remove);
          refuseTooMany();
          String owner =
              known
                  .filter(layer -> result.plan().isEmpty())
                  .map(ResultLayer::account)
                  .orElse(account);
          long id = results.add(result, owner, clock.instant());
          results.ground(id, "reached", reached, result);
          results.ground(id, "added", added, result);
          results.ground(id, "lost", lost, result);
          results.sites(id, result);
          results.createView(id);
          layers.publish(layer(id, result));
          return results.find(result.name()).orElseThrow();
        });
  }

  private static List<Polygon> rest(List<Polygon> ground, Set<Polygon> without) {
    return ground.stream().filter(part -> !without.contains(part)).toList();
  }

  private void refuseTooMany() {
    if (results.list().size() >= most) {
      throw new RequestException(
          Fault.CONFLICT,
          "layer",
          new LocalText(
              "方案圖層最多 %d 個，請先收回不用的圖層。".formatted(most),
              "there may be %d layers of plans and results: take back one that is not needed"
                  .formatted(most)));
    }
  }

  private PluginLayer layer(long id, Result result) {
    return new PluginLayer(
        result.name(),
        PostGisResults.view(id),
        "id",
        "geom",
        result.title(),
        theme,
        Optional.empty(),
        opening(result.after()),
        figures.synthetic(result.after()),
        Optional.of(CoverageLayers.style(STYLE)));
  }

  /**
   * As open as what can be told from it: a plan shows single stations, and shadows show what throws
   * them.
   */
  private Opening opening(Measured measured) {
    return Stream.concat(
            Stream.of(CoverageLayers.POINTS),
            measured.ground().surroundings().stream()
                .flatMap(Surroundings::all)
                .map(Surroundings.Used::layer))
        .map(this::opening)
        .reduce(Opening.PUBLIC, Openings::narrower);
  }

  private Opening opening(String layer) {
    return Openings.of(layers.whole().rules().listGrants(layer), LocalDate.now(clock));
  }

  /** Takes a layer back; nothing happens if it is not there. */
  public void withdraw(String layer) {
    transactions.executeWithoutResult(
        status -> {
          results.lock();
          results.find(layer).ifPresent(this::remove);
        });
  }

  private void remove(ResultLayer layer) {
    layers.withdraw(layer.layer());
    results.remove(layer);
  }
}
