package org.tuguan.plugin.coverage.figure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.area.DiscReach;
import org.tuguan.plugin.coverage.area.Discs;
import org.tuguan.plugin.coverage.area.OutlineReach;
import org.tuguan.plugin.coverage.area.Outlines;
import org.tuguan.plugin.coverage.area.Reach;
import org.tuguan.plugin.coverage.inventory.Footprints;
import org.tuguan.plugin.coverage.inventory.Inventory;
import org.tuguan.plugin.coverage.people.CoverageCount;
import org.tuguan.plugin.coverage.people.Method;
import org.tuguan.plugin.coverage.people.Spread;

/**
 * Counts people on reached ground; the last few counts are kept, since a planner's changes start
 * from one of them. Safe for any thread.
 */
@Component
public class Figures {
  private static final int KEPT = 24;

  private record Key(
      Method method, long people, String census, Footprints footprints, int segments) {}

  private final CoverageData data;
  private final Cache<Key, Measured> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  public Figures(CoverageData data) {
    this.data = data;
  }

  public Inventory inventory(CoverageQuery query) {
    return Inventory.of(query.selection(), data.stations());
  }

  public Measured measure(CoverageQuery query) {
    Spread spread = data.getSpread(query.method(), query.censusDate(), query.selection().on());
    Inventory inventory = inventory(query);
    Footprints footprints = Footprints.of(inventory, query.rule());
    Key key =
        new Key(
            query.method(),
            data.peopleRevision(),
            spread.census().date().toString(),
            footprints,
            query.segments());
    Measured found = kept.get(key, missing -> measure(query, inventory, footprints, spread));
    return new Measured(query, inventory, footprints, found.once(), found.twice());
  }

  private static Measured measure(
      CoverageQuery query, Inventory inventory, Footprints footprints, Spread spread) {
    Discs discs = footprints.discs();
    return new Measured(
        query,
        inventory,
        footprints,
        CoverageCount.of(spread, reach(discs, 1, query.segments())),
        CoverageCount.of(spread, reach(discs, 2, query.segments())));
  }

  private static Reach reach(Discs discs, int times, int segments) {
    return segments == 0
        ? new DiscReach(discs, times)
        : OutlineReach.of(Outlines.of(discs, segments), times);
  }

  /** The figure after changes; only what they touch is measured again. */
  public Measured measure(CoverageQuery query, List<Change> changes) {
    Measured before = measure(query);
    if (changes.isEmpty()) {
      return before;
    }
    Inventory inventory = Change.apply(changes, before.inventory());
    Footprints footprints = Footprints.of(inventory, query.rule());
    Discs discs = footprints.discs();
    List<Envelope> changed = changed(before.footprints().discs(), discs);
    return new Measured(
        query,
        inventory,
        footprints,
        before.once().with(reach(discs, 1, query.segments()), changed),
        before.twice().with(reach(discs, 2, query.segments()), changed));
  }

  /** Boxes of the discs that only one of two sets has. */
  private static List<Envelope> changed(Discs before, Discs after) {
    Set<Disc> old = new HashSet<>(before.list());
    Set<Disc> now = new HashSet<>(after.list());
    List<Envelope> boxes = new ArrayList<>();
    before.list().stream()
        .filter(disc -> !now.contains(disc))
        .map(Disc::bounds)
        .forEach(boxes::add);
    after.list().stream().filter(disc -> !old.contains(disc)).map(Disc::bounds).forEach(boxes::add);
    return boxes;
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
