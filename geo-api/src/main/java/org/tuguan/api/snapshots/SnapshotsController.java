package org.tuguan.api.snapshots;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.snapshot.LayerView;

/** {@code /api/v1/snapshots}: which layers are drawn from memory, and how fresh they are. */
@RestController
@ConditionalOnWebApplication
class SnapshotsController {
  private final LiveLayers layers;
  private final CatalogStore catalogs;
  private final TuguanProperties.Snapshot settings;
  private final Clock clock;

  SnapshotsController(
      LiveLayers layers, CatalogStore catalogs, TuguanProperties properties, Clock clock) {
    this.layers = layers;
    this.catalogs = catalogs;
    this.settings = properties.snapshot();
    this.clock = clock;
  }

  record Snapshots(long budget, long bytes, List<LayerStatus> layers) {}

  /**
   * @param state memory, loading or streamed
   * @param why it is streamed; empty otherwise
   * @param follows notices, or poll where the database does not tell changes
   * @param features in memory
   * @param parts that they lie in: the layer as it was read, and changes since
   * @param age seconds since the whole layer was read; null if it has not been
   * @param lastChange that was seen; null if none was
   * @param pending true if changes are known that are not to be seen yet
   */
  record LayerStatus(
      String layer,
      String state,
      String why,
      String follows,
      long bytes,
      int features,
      int parts,
      List<String> attributes,
      Double age,
      Double readSeconds,
      Instant lastChange,
      boolean pending,
      long version) {}

  /** Of the layers that the caller may query all over. */
  @GetMapping("/api/v1/snapshots")
  Snapshots snapshots() {
    Catalog seen = catalogs.catalog();
    List<FollowedLayer> followed =
        layers.listLayers().stream().filter(layer -> open(seen, layer.name())).toList();
    return new Snapshots(
        settings.budget().toBytes(),
        followed.stream().mapToLong(FollowedLayer::bytes).sum(),
        followed.stream()
            .sorted(Comparator.comparing(FollowedLayer::name))
            .map(this::status)
            .toList());
  }

  private static boolean open(Catalog seen, String layer) {
    return seen.findLayer(layer)
        .flatMap(each -> each.terms().access().ground(Right.QUERY))
        .filter(Ground.EVERYWHERE::equals)
        .isPresent();
  }

  private LayerStatus status(FollowedLayer layer) {
    Optional<LayerView> view = layer.live().view();
    return new LayerStatus(
        layer.name(),
        layer.state().name().toLowerCase(Locale.ROOT),
        layer.why(),
        layer.tracked() ? "notices" : "poll",
        layer.bytes(),
        view.map(LayerView::size).orElse(0),
        view.map(each -> each.parts().size()).orElse(0),
        view.map(each -> List.copyOf(each.parts().get(0).snapshot().attributes()))
            .orElse(List.of()),
        layer.built().map(built -> seconds(Duration.between(built, clock.instant()))).orElse(null),
        layer.built().map(built -> seconds(layer.buildTime())).orElse(null),
        layer.lastChange().orElse(null),
        layer.behind(),
        layer.version());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
