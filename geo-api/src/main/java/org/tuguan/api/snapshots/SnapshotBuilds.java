package org.tuguan.api.snapshots;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.BackgroundWork;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.Worker;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.Query;
import org.tuguan.core.snapshot.RenderSnapshot;
import org.tuguan.core.snapshot.SnapshotBuilder;

/**
 * Reads layers into memory, one after the other, the smallest first, in a thread of its own.
 *
 * <p>A layer gets all its attributes if it then takes no more than half of the memory that is left
 * of the budget; else those that its styles and the search for places need, if that fits into all
 * that is left; else it is streamed. Reading stops as soon as it would take too much.
 */
@Component
@ConditionalOnWebApplication
class SnapshotBuilds implements BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotBuilds.class);
  private static final int LOOK_MILLIS = 100;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  private final DataSource database;
  private final LiveLayers layers;
  private final PostGisChanges changes;
  private final TuguanProperties.Snapshot settings;
  private final Clock clock;
  private final Worker worker = new Worker("snapshots", this::run);

  SnapshotBuilds(
      DataSource database,
      LiveLayers layers,
      PostGisChanges changes,
      TuguanProperties properties,
      Clock clock) {
    this.database = database;
    this.layers = layers;
    this.changes = changes;
    this.settings = properties.snapshot();
    this.clock = clock;
  }

  @Override
  public Worker worker() {
    return worker;
  }

  private void run() {
    while (isRunning()) {
      Optional<FollowedLayer> next = next();
      if (next.isPresent()) {
        build(next.get());
      } else {
        layers.listLayers().stream()
            .filter(layer -> layer.live().crumbled())
            .forEach(this::compact);
        worker.sleep(LOOK_MILLIS);
      }
    }
  }

  private Optional<FollowedLayer> next() {
    Instant now = clock.instant();
    return layers.listLayers().stream()
        .filter(layer -> layer.due().filter(due -> !due.isAfter(now)).isPresent())
        .min(
            Comparator.comparing(
                layer -> layer.stored().bytes() == 0 ? Long.MAX_VALUE : layer.stored().bytes()));
  }

  private void compact(FollowedLayer layer) {
    layer.live().compact();
    if (layers.bytes() > settings.budget().toBytes()) {
      layer.wantBuild(clock.instant());
    }
  }

  private void build(FollowedLayer layer) {
    layer.beginBuild();
    try (Connection connection = database.getConnection()) {
      Instant start = clock.instant();
      String moment = changes.begin(connection);
      Optional<RenderSnapshot> rows;
      try {
        rows = read(connection, layer);
      } finally {
        PostGisChanges.end(connection);
      }
      Duration took = Duration.between(start, clock.instant());
      if (rows.isPresent()) {
        layers.install(connection, layer, rows.get(), moment, took);
        said(layer, took);
      } else {
        layers.stream(layer, overBudget());
        LOG.info("{}: {}", layer.name(), layer.why());
      }
      if (!layer.tracked()) {
        layer.wantBuild(clock.instant().plus(staleness(took)));
      }
    } catch (SQLException | RuntimeException e) {
      if (isRunning()) {
        LOG.warn("{} cannot be read into memory for the moment: {}", layer.name(), e.getMessage());
        boolean current = layer.tracked() && !layer.behind() && layer.bytes() > 0;
        if (!current) {
          layers.stream(layer, "it could not be read: " + e.getMessage());
        }
        layer.wantBuild(clock.instant().plus(TRY_AGAIN));
      }
    }
  }

  /** Reading what does not tell its changes takes a twentieth of the time at most. */
  private Duration staleness(Duration took) {
    Duration patient = took.multipliedBy(20);
    return patient.compareTo(settings.poll()) > 0 ? patient : settings.poll();
  }

  private String overBudget() {
    return String.format(
        Locale.ROOT,
        "it does not fit into what is left of tuguan.snapshot.budget (%d MB)",
        settings.budget().toMegabytes());
  }

  private static void said(FollowedLayer layer, Duration took) {
    LOG.info(
        "{} in memory: {} features, {} kB, {} ms{}",
        layer.name(),
        layer.live().view().map(view -> view.size()).orElse(0),
        layer.bytes() / 1024,
        took.toMillis(),
        layer.tracked() ? "" : ", polled: the database does not tell its changes");
  }

  private Optional<RenderSnapshot> read(Connection connection, FollowedLayer layer) {
    long room = settings.budget().toBytes() - (layers.bytes() - layer.bytes());
    List<String> all = layer.table().type().attributes().stream().map(Attribute::name).toList();
    Optional<RenderSnapshot> whole = read(connection, layer, all, room / 2);
    boolean lean = layer.needed().size() < all.size();
    return whole.isPresent() ? whole : read(connection, layer, lean ? layer.needed() : all, room);
  }

  private static Optional<RenderSnapshot> read(
      Connection connection, FollowedLayer layer, List<String> attributes, long room) {
    if (room <= 0) {
      return Optional.empty();
    }
    try (Stream<Feature> rows =
        layer.source().features(connection, Query.ALL.withAttributes(attributes))) {
      return new SnapshotBuilder(layer.table().type(), attributes)
          .withStoredGeometries(layer.table().keyIsText())
          .build(rows, room);
    }
  }
}
