package org.tuguan.api.snapshots;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.LiveSources;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.PostGisFeatureSource;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.snapshot.ChangeListener;
import org.tuguan.core.snapshot.LayerChange;
import org.tuguan.core.snapshot.LayerView;
import org.tuguan.core.snapshot.RenderSnapshot;

/**
 * The published vector layers of a running server: which are in memory, and how far each has
 * followed its table. {@link ChangeFollower} brings changes in, {@link SnapshotBuilds} reads whole
 * layers; both work under this object's monitor wherever moments are compared, so that no layer
 * ever steps back in time. Drawing never waits for it.
 *
 * <p>Tables whose owner lets us are tracked by triggers (migration V003). Others, and views, are
 * read again when they are older than {@code tuguan.snapshot.poll} (or twenty times as old as
 * reading takes), or when {@code ./tuguan refresh LAYER} says so.
 */
@Component
@ConditionalOnWebApplication
class LiveLayers {
  private static final Logger LOG = LoggerFactory.getLogger(LiveLayers.class);

  private final DataSource database;
  private final PostGisChanges changes;
  private final LiveSources sources;
  private final ObjectProvider<ChangeListener> listeners;
  private final TuguanProperties properties;
  private final Clock clock;
  private volatile Map<String, FollowedLayer> layers = Map.of();
  private volatile Instant caughtUp;
  private String seen;

  LiveLayers(
      DataSource database,
      PostGisChanges changes,
      LiveSources sources,
      ObjectProvider<ChangeListener> listeners,
      TuguanProperties properties,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.sources = sources;
    this.listeners = listeners;
    this.properties = properties;
    this.clock = clock;
  }

  Collection<FollowedLayer> listLayers() {
    return layers.values();
  }

  /** Null if there is none. */
  FollowedLayer find(String name) {
    return layers.get(name);
  }

  /** When the database was last asked for changes; empty if not yet. */
  Optional<Instant> caughtUp() {
    return Optional.ofNullable(caughtUp);
  }

  long bytes() {
    return listLayers().stream().mapToLong(FollowedLayer::bytes).sum();
  }

  /**
   * Follows what the catalog publishes now: new layers and tables that were made anew start from
   * nothing, what is no longer published is let go.
   */
  synchronized void reconcile(Connection connection, Catalog catalog) throws SQLException {
    Map<String, FollowedLayer> next = new LinkedHashMap<>();
    List<LayerChange> news = new ArrayList<>();
    for (Layer layer : catalog.listLayers()) {
      if (layer.table().isPresent()) {
        FollowedLayer old = layers.get(layer.name());
        follow(connection, layer, old)
            .ifPresent(
                followed -> {
                  next.put(layer.name(), followed);
                  if (old != null && old != followed) {
                    followed.nextVersion(clock.instant());
                    news.add(followed.changeAnywhere());
                  }
                });
      }
    }
    boolean roomIsFree = !next.values().containsAll(layers.values());
    layers = Map.copyOf(next);
    Map<String, LiveSources.Followed> live = new LinkedHashMap<>();
    next.forEach(
        (name, layer) ->
            live.put(
                name,
                new LiveSources.Followed(
                    layer.table(), layer.live(), () -> current(layer), layer::version)));
    sources.replaceAll(live);
    if (roomIsFree) {
      next.values().stream()
          .filter(layer -> layer.state() == FollowedLayer.State.STREAMED)
          .forEach(layer -> layer.wantBuild(clock.instant()));
    }
    changes.untrackUnpublished(connection);
    publish(news);
  }

  /**
   * True if the layer in memory can stand for its table: rows as they are stored, and nothing
   * committed that is not seen. What memory has seen is noted after it is there.
   */
  private boolean current(FollowedLayer layer) {
    String moment = layer.seen();
    boolean exact = layer.live().view().map(LayerView::exact).orElse(false);
    if (!layer.tracked() || layer.behind() || moment == null || !exact) {
      return false;
    }
    try (Connection connection = database.getConnection()) {
      return !changes.touched(connection, moment, layer.table());
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  private Optional<FollowedLayer> follow(Connection connection, Layer layer, FollowedLayer old)
      throws SQLException {
    TableRef table = layer.table().orElseThrow().ref();
    Optional<PostGisChanges.Stored> stored = changes.find(connection, table);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    boolean tracked = track(connection, table);
    List<String> needed = needed(layer);
    if (old != null
        && LiveSources.same(old.table(), table)
        && old.stored().oid() == stored.get().oid()
        && old.tracked() == tracked) {
      old.need(needed);
      if (old.live().view().isPresent() && old.live().view(needed).isEmpty()) {
        old.wantBuild(clock.instant());
      }
      return Optional.of(old);
    }
    PostGisFeatureSource source =
        new PostGisFeatureSource(database, table, properties.limits().statementTime());
    FollowedLayer fresh = new FollowedLayer(table, source, stored.get(), tracked, needed);
    fresh.nextVersion(old == null ? clock.instant() : clock.instant().plusMillis(1));
    fresh.wantBuild(clock.instant());
    return Optional.of(fresh);
  }

  private boolean track(Connection connection, TableRef table) {
    try {
      return changes.track(connection, table);
    } catch (SQLException e) {
      LOG.warn(
          "changes of {}.{} cannot be followed for the moment: {}",
          table.schema(),
          table.table(),
          e.getMessage());
      return false;
    }
  }

  /**
   * Attributes that a style may read: whose name stands anywhere in one of the documents, which may
   * be too many and is never too few; and the one by which places are found.
   */
  private static List<String> needed(Layer layer) {
    return layer.table().orElseThrow().type().attributes().stream()
        .map(Attribute::name)
        .filter(
            name ->
                layer.placeName().equals(Optional.of(name))
                    || layer.styles().stream().anyMatch(style -> style.sld().contains(name)))
        .toList();
  }

  /** Brings all layers to the present moment. */
  void catchUp(Connection connection) throws SQLException {
    List<LayerChange> news = new ArrayList<>();
    try {
      catchUp(connection, news);
    } finally {
      publish(news);
    }
  }

  private synchronized void catchUp(Connection connection, List<LayerChange> news)
      throws SQLException {
    String moment = changes.begin(connection);
    try {
      Set<PostGisChanges.Name> touched =
          seen == null ? Set.of() : changes.listTouched(connection, seen);
      for (FollowedLayer layer : listLayers()) {
        if (layer.seen() == null
            || !touched.contains(PostGisChanges.Name.of(layer.table())) && !layer.behind()) {
          layer.see(moment);
        } else if (!layer.behind()) {
          news.addAll(catchUp(connection, layer, moment));
        }
      }
      seen = moment;
      caughtUp = clock.instant();
    } finally {
      PostGisChanges.end(connection);
    }
  }

  /** A layer that cannot be brought up to date is read anew, while the others go on. */
  private List<LayerChange> catchUp(Connection connection, FollowedLayer layer, String moment)
      throws SQLException {
    try {
      List<PostGisChanges.Entry> entries =
          changes.listSince(connection, layer.seen(), layer.table(), Changes.MOST_ENTRIES + 1);
      if (entries.isEmpty()) {
        layer.see(moment);
        return List.of();
      }
      Changes since = Changes.of(entries);
      layer.changedAt(since.last());
      Optional<LayerView> view = layer.live().view();
      if (view.isPresent()) {
        Optional<RowReader.Delta> delta = new RowReader(connection, layer).read(since, view.get());
        if (delta.isEmpty()) {
          layer.fallBehind(clock.instant().plus(pause(layer)));
          return List.of();
        }
        layer
            .live()
            .replace(delta.get().ids(), delta.get().rows(), layer.nextVersion(clock.instant()));
      } else {
        layer.nextVersion(clock.instant());
        if (!layer.tracked()) {
          layer.wantBuild(clock.instant());
        }
      }
      layer.see(moment);
      return layer.changes(since);
    } catch (SQLException | RuntimeException e) {
      layer.fallBehind(clock.instant().plusSeconds(2));
      throw e;
    }
  }

  /** A layer that is read anew again and again leaves time for other work. */
  private Duration pause(FollowedLayer layer) {
    Instant free =
        layer
            .built()
            .map(built -> built.plus(layer.buildTime().multipliedBy(2)))
            .orElse(Instant.EPOCH);
    return free.isAfter(clock.instant()) ? Duration.between(clock.instant(), free) : Duration.ZERO;
  }

  /**
   * Puts a layer that was read as of an earlier moment in memory, brought up to the present one.
   *
   * @param moment when it was read
   */
  void install(
      Connection connection, FollowedLayer layer, RenderSnapshot rows, String moment, Duration took)
      throws SQLException {
    List<LayerChange> news = new ArrayList<>();
    synchronized (this) {
      if (layers.get(layer.name()) != layer) {
        return;
      }
      String now = changes.begin(connection);
      try {
        boolean untold = !layer.tracked() && differs(layer, rows);
        Optional<Changes> sinceSeen = since(connection, layer, layer.seen());
        Optional<Changes> sinceRead = since(connection, layer, moment);
        if (untold || sinceSeen.isPresent()) {
          layer.nextVersion(clock.instant());
        }
        load(connection, layer, rows, sinceRead, took);
        layer.see(layer.behind() ? moment : now);
        sinceSeen.ifPresent(changed -> news.addAll(layer.changes(changed)));
        if (untold) {
          news.add(layer.changeAnywhere());
        }
      } finally {
        PostGisChanges.end(connection);
      }
    }
    publish(news);
  }

  private void load(
      Connection connection,
      FollowedLayer layer,
      RenderSnapshot rows,
      Optional<Changes> sinceRead,
      Duration took)
      throws SQLException {
    layer.load(clock.instant(), took);
    if (sinceRead.isEmpty()) {
      layer.live().load(rows, layer.version());
      return;
    }
    Optional<RowReader.Delta> delta =
        new RowReader(connection, layer).read(sinceRead.get(), LayerView.of(rows));
    if (delta.isPresent()) {
      layer.live().load(rows, delta.get().ids(), delta.get().rows(), layer.version());
    } else {
      layer.live().load(rows, layer.version());
      layer.fallBehind(clock.instant().plus(pause(layer)));
    }
  }

  private Optional<Changes> since(Connection connection, FollowedLayer layer, String moment)
      throws SQLException {
    List<PostGisChanges.Entry> entries =
        moment == null
            ? List.of()
            : changes.listSince(connection, moment, layer.table(), Changes.MOST_ENTRIES + 1);
    return entries.isEmpty() ? Optional.empty() : Optional.of(Changes.of(entries));
  }

  private static boolean differs(FollowedLayer layer, RenderSnapshot rows) {
    return layer
        .live()
        .view()
        .map(view -> view.parts().get(0).snapshot().fingerprint() != rows.fingerprint())
        .orElse(false);
  }

  /** Has a layer streamed from now on; whoever kept pictures of untold changes must ask again. */
  void stream(FollowedLayer layer, String reason) {
    boolean tell;
    synchronized (this) {
      tell = !layer.tracked() || layer.behind();
      layer.stream(reason);
      layer.nextVersion(clock.instant());
    }
    if (tell) {
      publish(List.of(layer.changeAnywhere()));
    }
  }

  /** Forgets how far layers have followed: too much may have been missed. */
  void startOver() {
    List<LayerChange> news = new ArrayList<>();
    synchronized (this) {
      seen = null;
      for (FollowedLayer layer : listLayers()) {
        layer.see(null);
        layer.stream("it is being read anew");
        layer.wantBuild(clock.instant());
        layer.nextVersion(clock.instant());
        news.add(layer.changeAnywhere());
      }
    }
    publish(news);
  }

  private void publish(List<LayerChange> news) {
    for (LayerChange change : news) {
      listeners.orderedStream().forEach(listener -> tell(listener, change));
    }
  }

  private static void tell(ChangeListener listener, LayerChange change) {
    try {
      listener.changed(change);
    } catch (RuntimeException e) {
      LOG.error("{} was not told of a change of {}", listener, change.layer(), e);
    }
  }
}
