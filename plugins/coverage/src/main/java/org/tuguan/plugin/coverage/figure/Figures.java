package org.tuguan.plugin.coverage.figure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.tuguan.plugin.coverage.area.Outline;
import org.tuguan.plugin.coverage.inventory.Inventory;
import org.tuguan.plugin.coverage.people.CoverageCount;
import org.tuguan.plugin.coverage.people.Method;
import org.tuguan.plugin.coverage.people.Spread;

/**
 * Counts people on reached ground; the last few counts are kept, since a planner's changes start
 * from one of them. By line of sight one is computed at a time, and a few more may wait. Safe for
 * any thread.
 */
@Component
public class Figures {
  private static final int KEPT = 24;
  private static final int PICTURES_KEPT = 4;
  private static final int MOST_WAITING = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private record Picture(Ground.Form ground, int segments, double toleranceM) {}

  private record Key(Method method, long people, String census, Ground.Form ground) {}

  private final Cache<Picture, Geometry> pictures =
      Caffeine.newBuilder().maximumSize(PICTURES_KEPT).build();
  private final Turns turns = new Turns(MOST_WAITING, PATIENCE);
  private final CoverageData data;
  private final Views views;
  private final Cache<Key, Measured> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  public Figures(CoverageData data, Views views) {
    this.data = data;
    this.views = views;
  }

  public Inventory inventory(CoverageQuery query) {
    return Inventory.of(query.selection(), data.stations());
  }

  /** The layers that lines of sight are looked over; empty if there is none. */
  public Optional<Surroundings> surroundings() {
    return views.findSurroundings();
  }

  /** The ground that a figure counts. */
  public Ground ground(CoverageQuery query) {
    return Ground.of(query, inventory(query), views);
  }

  /**
   * Ground as one geometry for a map, in EPSG:3826.
   *
   * @param segments of circles
   * @param toleranceM so far corners of what is seen may be from where they are
   */
  public Geometry picture(Ground ground, int segments, double toleranceM) {
    Picture key = new Picture(ground.form(), segments, toleranceM);
    return known(pictures, key, () -> ground.picture(segments, toleranceM), ground);
  }

  /** The outlines of all stations, circles as polygons of so many corners. */
  public List<Outline> outlines(Ground ground, int segments) {
    return inTurn(ground, () -> ground.outlines(segments));
  }

  /**
   * Those who want the same wait for their turn too, since the cache would let all of them wait.
   */
  private <K, V> V known(Cache<K, V> cache, K key, Supplier<V> make, Ground ground) {
    V known = cache.getIfPresent(key);
    return known != null ? known : inTurn(ground, () -> cache.get(key, missing -> make.get()));
  }

  private <T> T inTurn(Ground ground, Supplier<T> work) {
    return ground.surroundings().isPresent() ? turns.take(work) : work.get();
  }

  public Measured measure(CoverageQuery query) {
    Spread spread = data.getSpread(query.method(), query.censusDate(), query.selection().on());
    Inventory inventory = inventory(query);
    Ground ground = Ground.of(query, inventory, views);
    Key key =
        new Key(
            query.method(),
            data.peopleRevision(),
            spread.census().date().toString(),
            ground.form());
    Measured found = known(kept, key, () -> measure(query, inventory, ground, spread), ground);
    return new Measured(
        query, inventory, ground, found.once(), found.twice(), found.warnings(), found.obstacles());
  }

  private static Measured measure(
      CoverageQuery query, Inventory inventory, Ground ground, Spread spread) {
    Ground.Look look = ground.look();
    return new Measured(
        query,
        inventory,
        ground,
        CoverageCount.of(spread, look.once()),
        CoverageCount.of(spread, look.twice()),
        look.warnings(),
        look.obstacles());
  }

  /** The figure after changes; only what they touch is measured again. */
  public Measured measure(CoverageQuery query, List<Change> changes) {
    Measured before = measure(query);
    if (changes.isEmpty()) {
      return before;
    }
    Inventory inventory = Change.apply(changes, before.inventory());
    Ground ground = before.ground().with(query, inventory);
    return inTurn(ground, () -> measure(query, inventory, ground, before));
  }

  private static Measured measure(
      CoverageQuery query, Inventory inventory, Ground ground, Measured before) {
    Ground.Look look = ground.look();
    List<Envelope> changed = ground.changedSince(before.ground());
    return new Measured(
        query,
        inventory,
        ground,
        before.once().with(look.once(), changed),
        before.twice().with(look.twice(), changed),
        look.warnings(),
        look.obstacles());
  }

  /** The same ground by every method for which there are people. */
  public List<Measured> range(CoverageQuery query) {
    List<Measured> range = new ArrayList<>();
    for (Method method : Method.values()) {
      rangeQuery(query, method).map(this::measure).ifPresent(range::add);
    }
    return range;
  }

  /** By another method; with its own census where it has none of the day that was asked for. */
  private Optional<CoverageQuery> rangeQuery(CoverageQuery query, Method method) {
    CoverageQuery other = query.by(method);
    LocalDate on = query.selection().on();
    if (data.findSpread(method, query.censusDate(), on).isPresent()) {
      return Optional.of(other);
    }
    return data.findSpread(method, Optional.empty(), on).map(spread -> other.anyCensus());
  }

  public List<Measured> range(CoverageQuery query, List<Change> changes) {
    return range(query).stream().map(measured -> measure(measured.query(), changes)).toList();
  }

  /** Whether stations or people of a figure are made up. */
  public boolean synthetic(Measured measured) {
    return data.syntheticStations() || measured.once().spread().census().synthetic();
  }
}
