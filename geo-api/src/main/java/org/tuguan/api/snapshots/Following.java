package org.tuguan.api.snapshots;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.feature.TableRef;

/**
 * How much of what changes is told to a {@link org.tuguan.core.snapshot.ChangeListener}, for those
 * who keep what they made from a layer. Safe for any thread.
 */
@Component
@ConditionalOnWebApplication
public class Following {
  private static final Duration FOREVER = Duration.ofDays(100_000);

  private final LiveLayers layers;
  private final Duration poll;

  Following(LiveLayers layers, TuguanProperties properties) {
    this.layers = layers;
    this.poll = properties.snapshot().poll();
  }

  /**
   * How long what was made from a layer may be kept if no change was told: practically forever
   * where all changes are told, zero if the layer is not followed (yet).
   *
   * @param name of a vector layer
   */
  public Duration keepsFor(String name) {
    FollowedLayer layer = layers.find(name);
    if (layer == null) {
      return Duration.ZERO;
    }
    return layer.tracked() || layer.state() == FollowedLayer.State.MEMORY ? FOREVER : poll;
  }

  /** When the database was last asked for changes; empty before the first time. */
  public Optional<Instant> caughtUp() {
    return layers.caughtUp();
  }

  /** True if a change is known that is not told yet. */
  public boolean owesChanges() {
    return layers.listLayers().stream().anyMatch(FollowedLayer::behind);
  }

  /** Tables that tell all their changes, by the names of their layers. */
  public Map<String, TableRef> trackedTables() {
    return layers.listLayers().stream()
        .filter(FollowedLayer::tracked)
        .collect(Collectors.toMap(FollowedLayer::name, FollowedLayer::table));
  }
}
