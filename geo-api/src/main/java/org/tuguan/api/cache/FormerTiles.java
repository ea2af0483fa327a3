package org.tuguan.api.cache;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.tile.cache.TileCache;

/**
 * Decides what tiles of former runs are still good for: tells the cache what changed while no
 * server was running. What cannot be known counts as changed.
 */
@Component
class FormerTiles {
  private static final Logger LOG = LoggerFactory.getLogger(FormerTiles.class);

  /** The change log reaches back a day. */
  private static final Duration LOG_REACHES = Duration.ofHours(20);

  private static final int MOST_CHANGES = 20_000;

  private final TileCache cache;
  private final JdbcMoments moments;
  private final CatalogStore catalogs;
  private final Purges purges;

  FormerTiles(TileCache cache, JdbcMoments moments, CatalogStore catalogs, Purges purges) {
    this.cache = cache;
    this.moments = moments;
    this.catalogs = catalogs;
    this.purges = purges;
  }

  /**
   * To be called once changes of the present run are told.
   *
   * @param tracked tables that tell their changes now, by the names of their layers
   */
  void catchUp(Map<String, TableRef> tracked) {
    Moment now = moments.now(tracked);
    Optional<Moment> then = cache.formerMoment().flatMap(Moment::parse).filter(m -> known(m, now));
    List<JdbcMoments.Change> changes =
        then.map(moment -> moments.listSince(moment, MOST_CHANGES)).orElse(List.of());
    if (then.isEmpty() || changes.size() == MOST_CHANGES) {
      cache.clear();
      LOG.info("tiles of former runs: what changed since is not known, none is kept");
    } else {
      for (Layer layer : catalogs.whole().listLayers()) {
        layer.table().ifPresent(table -> tell(layer.name(), table.ref(), then.get(), now, changes));
      }
      purges.catchUpSince(then.get());
      LOG.info(
          "tiles of former runs: {} on disk, {} changes since",
          cache.statistics().diskEntries(),
          changes.size());
    }
    cache.trustFormerRuns();
  }

  private boolean known(Moment then, Moment now) {
    return then.database().equals(now.database())
        && now.at() - then.at() < LOG_REACHES.toMillis()
        && !moments.isAhead(then);
  }

  private void tell(
      String layer, TableRef table, Moment then, Moment now, List<JdbcMoments.Change> changes) {
    Long number = now.tables().get(layer);
    if (number == null || !number.equals(then.tables().get(layer))) {
      cache.changed(layer, Optional.empty());
      return;
    }
    for (JdbcMoments.Change change : changes) {
      if (change.concerns(table)) {
        tell(layer, table, change);
      }
    }
  }

  private void tell(String layer, TableRef table, JdbcMoments.Change change) {
    Double[] sides = change.boxes();
    if (sides == null || !change.geometryColumn().equals(table.type().geometryName())) {
      cache.changed(layer, Optional.empty());
      return;
    }
    for (int i = 0; i < sides.length; i += 4) {
      cache.changed(layer, box(table, sides, i));
    }
  }

  /** Empty for coordinates that are no numbers: they may lie anywhere. */
  private static Optional<Bounds> box(TableRef table, Double[] sides, int at) {
    try {
      return Optional.of(
          new Bounds(table.type().crs(), sides[at], sides[at + 1], sides[at + 2], sides[at + 3]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
