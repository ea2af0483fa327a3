package org.tuguan.core.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/** Packs a stream of features, keeping none of them. Belongs to one thread. */
public final class SnapshotBuilder {
  private static final int LOOK_EVERY = 1024;

  private final FeatureType type;
  private final Grid grid;
  private final PackedShapes shapes;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();
  private int[] boxes = new int[1024];
  private long idBytes;
  private boolean textKeys;

  /** Null if geometries are not kept as they were given. */
  private StoredGeometries stored;

  /**
   * @param attributes which values are kept; names of the type
   */
  public SnapshotBuilder(FeatureType type, List<String> attributes) {
    this.type = type;
    this.grid = Grid.of(type.crs());
    this.shapes = new PackedShapes(grid);
    for (String name : attributes) {
      Attribute attribute = type.attributes().get(type.position(name));
      columns.put(name, new Column(attribute.type()));
    }
  }

  /**
   * Has geometries kept as they are given too, if there is room, so that rows can be given away
   * exactly as they lie in the database.
   *
   * @param text true if keys are text, false if they are whole numbers
   */
  public SnapshotBuilder withStoredGeometries(boolean text) {
    textKeys = text;
    stored = new StoredGeometries(boxes.length / 4);
    return this;
  }

  /**
   * Reads the stream to its end; empty as soon as the snapshot would need more than {@code budget}
   * bytes even without stored geometries.
   */
  public Optional<RenderSnapshot> build(Stream<Feature> features, long budget) {
    int count = 0;
    for (var each = features.iterator(); each.hasNext(); ) {
      add(each.next());
      if (++count % LOOK_EVERY == 0 && !fits(budget)) {
        return Optional.empty();
      }
    }
    RenderSnapshot snapshot = snapshot();
    if (stored != null && snapshot.bytes() > budget) {
      stored = null;
      snapshot = snapshot();
    }
    return snapshot.bytes() > budget ? Optional.empty() : Optional.of(snapshot);
  }

  private boolean fits(long budget) {
    if (stored != null && bytes() + stored.bytes() > budget) {
      stored = null;
    }
    return bytes() <= budget;
  }

  private void add(Feature feature) {
    int at = 4 * ids.size();
    if (at + 4 > boxes.length) {
      boxes = Arrays.copyOf(boxes, boxes.length * 2);
    }
    box(feature, at);
    ids.add(feature.id());
    idBytes += 56 + feature.id().length();
    shapes.add(feature.geometry());
    if (stored != null) {
      stored.add(feature.wkb());
    }
    columns.forEach((name, column) -> column.add(feature.value(name)));
  }

  private void box(Feature feature, int at) {
    Envelope envelope =
        feature.geometry() == null ? new Envelope() : feature.geometry().getEnvelopeInternal();
    boolean none = envelope.isNull();
    boxes[at] = none ? Integer.MAX_VALUE : grid.below(envelope.getMinX());
    boxes[at + 1] = none ? Integer.MAX_VALUE : grid.below(envelope.getMinY());
    boxes[at + 2] = none ? Integer.MIN_VALUE : grid.above(envelope.getMaxX());
    boxes[at + 3] = none ? Integer.MIN_VALUE : grid.above(envelope.getMaxY());
  }

  private long bytes() {
    long total = shapes.bytes() + 4L * boxes.length + idBytes;
    for (Column column : columns.values()) {
      total += column.bytes();
    }
    return total;
  }

  private RenderSnapshot snapshot() {
    int[] trimmed = Arrays.copyOf(boxes, 4 * ids.size());
    int[] order = Hilbert.order(trimmed);
    int[] sortedBoxes = new int[trimmed.length];
    List<String> sortedIds = new ArrayList<>(order.length);
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(trimmed, 4 * order[i], sortedBoxes, 4 * i, 4);
      sortedIds.add(ids.get(order[i]));
    }
    Map<String, Column> sortedColumns = new LinkedHashMap<>();
    columns.forEach((name, column) -> sortedColumns.put(name, column.ordered(order)));
    return new RenderSnapshot(
        type,
        FeatureIds.of(sortedIds, textKeys),
        shapes.ordered(order),
        new BoxTree(sortedBoxes),
        sortedColumns,
        stored == null ? null : stored.ordered(order));
  }
}
