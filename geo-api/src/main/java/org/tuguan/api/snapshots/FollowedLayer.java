package org.tuguan.api.snapshots;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.feature.PostGisFeatureSource;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.snapshot.LayerChange;
import org.tuguan.core.snapshot.LayerView;
import org.tuguan.core.snapshot.LiveLayer;

/**
 * A layer whose table is followed, and how far. Written by the threads that follow and build, one
 * at a time (the monitor of {@link LiveLayers}); read by all.
 */
final class FollowedLayer {
  /** Where drawing gets the layer from. */
  enum State {
    LOADING,
    MEMORY,
    STREAMED
  }

  private final TableRef table;
  private final PostGisFeatureSource source;
  private final LiveLayer live;
  private final PostGisChanges.Stored stored;
  private final boolean tracked;
  private volatile List<String> needed;
  private volatile State state = State.LOADING;
  private volatile String why = "";
  private volatile String seen;
  private volatile boolean behind;
  private volatile Instant due;
  private volatile Instant built;
  private volatile Duration buildTime = Duration.ZERO;
  private volatile Instant lastChange;
  private volatile long version;

  /**
   * @param tracked true if the database tells of changes
   * @param needed attributes that styles and the search for places use
   */
  FollowedLayer(
      TableRef table,
      PostGisFeatureSource source,
      PostGisChanges.Stored stored,
      boolean tracked,
      List<String> needed) {
    this.table = table;
    this.source = source;
    this.live = new LiveLayer(source);
    this.stored = stored;
    this.tracked = tracked;
    this.needed = needed;
  }

  String name() {
    return table.type().name();
  }

  TableRef table() {
    return table;
  }

  PostGisFeatureSource source() {
    return source;
  }

  LiveLayer live() {
    return live;
  }

  PostGisChanges.Stored stored() {
    return stored;
  }

  boolean tracked() {
    return tracked;
  }

  List<String> needed() {
    return needed;
  }

  void need(List<String> attributes) {
    needed = attributes;
  }

  State state() {
    return state;
  }

  /** Why it is streamed, for people. */
  String why() {
    return why;
  }

  long bytes() {
    return live.view().map(LayerView::bytes).orElse(0L);
  }

  /** The moment up to which changes are in memory and told; null before the first. */
  String seen() {
    return seen;
  }

  void see(String moment) {
    seen = moment;
  }

  /** True if changes are known that only reading the layer anew will bring. */
  boolean behind() {
    return behind;
  }

  void fallBehind(Instant readAgain) {
    behind = true;
    wantBuild(readAgain);
  }

  /** When it should be read; empty if not. */
  Optional<Instant> due() {
    return Optional.ofNullable(due);
  }

  synchronized void wantBuild(Instant when) {
    if (due == null || when.isBefore(due)) {
      due = when;
    }
  }

  synchronized void beginBuild() {
    due = null;
  }

  void load(Instant now, Duration took) {
    state = State.MEMORY;
    why = "";
    behind = false;
    built = now;
    buildTime = took;
  }

  void stream(String reason) {
    live.unload();
    state = State.STREAMED;
    why = reason;
    behind = false;
  }

  Optional<Instant> built() {
    return Optional.ofNullable(built);
  }

  Duration buildTime() {
    return buildTime;
  }

  Optional<Instant> lastChange() {
    return Optional.ofNullable(lastChange);
  }

  void changedAt(Instant when) {
    lastChange = when;
  }

  long version() {
    return version;
  }

  /** Versions go up, and on from those of the last run of the server. */
  synchronized long nextVersion(Instant now) {
    version = Math.max(version + 1, now.toEpochMilli());
    return version;
  }

  /** What listeners are told, with the present version. */
  List<LayerChange> changes(Changes changes) {
    return changes
        .boxes()
        .map(
            boxes ->
                boxes.stream()
                    .map(box -> new LayerChange(name(), Optional.of(box), version))
                    .toList())
        .orElseGet(() -> List.of(changeAnywhere()));
  }

  LayerChange changeAnywhere() {
    return new LayerChange(name(), Optional.empty(), version);
  }
}
