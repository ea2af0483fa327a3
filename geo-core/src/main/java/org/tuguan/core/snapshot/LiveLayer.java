package org.tuguan.core.snapshot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.Query;

/**
 * A layer that may be in memory. Drawing asks for a {@link #view}, who knows that memory is up to
 * date for {@link #rows}; everything else is answered by the source behind it, exactly. Readers are
 * never held up; those who write wait for each other.
 */
public final class LiveLayer implements FeatureSource {
  /** A part is joined with the one before it unless that one is so many times larger. */
  private static final int MUCH_LARGER = 4;

  private static final double COMPACT_SHARE = 0.05;
  private static final int COMPACT_LEAST = 1_000;

  private final FeatureSource source;
  private volatile LayerView view;

  /** What came while {@link #compact} was at work; null if it is not. */
  private List<Replacement> since;

  private record Replacement(Collection<String> ids, RenderSnapshot rows, long version) {}

  /** Not in memory until something is loaded. */
  public LiveLayer(FeatureSource source) {
    this.source = source;
  }

  /**
   * The rows themselves for one who asks, from memory where that is exact, which is as late as
   * memory is.
   */
  public ExactRows rows() {
    return new ExactRows(source, this::view);
  }

  /**
   * The layer as it is now; empty if it is not in memory, or without the values of one of these
   * attributes: then it must be streamed.
   */
  public Optional<LayerView> view(Collection<String> attributes) {
    LayerView now = view;
    return now != null && now.parts().get(0).snapshot().holds(attributes)
        ? Optional.of(now)
        : Optional.empty();
  }

  /** The layer as it is now with the attributes that it has; empty if it is not in memory. */
  public Optional<LayerView> view() {
    return Optional.ofNullable(view);
  }

  /** Takes the place of all that was in memory. */
  public synchronized void load(RenderSnapshot rows, long version) {
    since = null;
    view = new LayerView(List.of(new LayerView.Part(rows, new BitSet())), version);
  }

  /** As loading rows and then replacing some of them, in one step for readers. */
  public synchronized void load(
      RenderSnapshot rows, Collection<String> ids, RenderSnapshot changed, long version) {
    since = null;
    view = with(LayerView.of(rows), new Replacement(ids, changed, version));
  }

  /** From now on the layer is streamed. */
  public synchronized void unload() {
    since = null;
    view = null;
  }

  /**
   * Puts rows in the place of others; no reader sees one without the other. Nothing happens if the
   * layer is not in memory.
   *
   * @param ids of the rows that are gone or changed; those that are not there do no harm
   * @param rows changed and new rows, with the attributes of the rows in memory; their ids are
   *     among {@code ids}
   */
  public synchronized void replace(Collection<String> ids, RenderSnapshot rows, long version) {
    if (view == null) {
      return;
    }
    Replacement replacement = new Replacement(ids, rows, version);
    view = with(view, replacement);
    if (since != null) {
      since.add(replacement);
    }
  }

  private static LayerView with(LayerView old, Replacement replacement) {
    List<LayerView.Part> parts = new ArrayList<>();
    for (LayerView.Part part : old.parts()) {
      LayerView.Part left = without(part, replacement.ids());
      if (parts.isEmpty() || left.live() > 0) {
        parts.add(left);
      }
    }
    if (replacement.rows().size() > 0) {
      parts.add(new LayerView.Part(replacement.rows(), new BitSet()));
    }
    joinSmall(parts);
    return new LayerView(parts, replacement.version());
  }

  private static LayerView.Part without(LayerView.Part part, Collection<String> ids) {
    BitSet hidden = null;
    for (String id : ids) {
      int row = part.snapshot().find(id);
      if (row >= 0 && !part.hidden().get(row)) {
        hidden = hidden == null ? (BitSet) part.hidden().clone() : hidden;
        hidden.set(row);
      }
    }
    return hidden == null ? part : new LayerView.Part(part.snapshot(), hidden);
  }

  /** Keeps the number of parts to the logarithm of what has changed; the first is left alone. */
  private static void joinSmall(List<LayerView.Part> parts) {
    while (parts.size() > 2) {
      LayerView.Part last = parts.get(parts.size() - 1);
      LayerView.Part before = parts.get(parts.size() - 2);
      if (before.live() >= MUCH_LARGER * last.live()) {
        return;
      }
      parts.subList(parts.size() - 2, parts.size()).clear();
      parts.add(new LayerView.Part(RenderSnapshot.joined(List.of(before, last)), new BitSet()));
    }
  }

  /** True if so much has changed that {@link #compact} is worth its time. */
  public boolean crumbled() {
    LayerView now = view;
    if (now == null) {
      return false;
    }
    LayerView.Part base = now.parts().get(0);
    int changed = base.hidden().cardinality() + now.size() - base.live();
    return changed > Math.max(COMPACT_LEAST, COMPACT_SHARE * base.snapshot().size());
  }

  /**
   * Makes one part of all, which takes its time; meanwhile readers and writers go on. One at a
   * time.
   */
  public void compact() {
    LayerView before;
    synchronized (this) {
      if (view == null || since != null) {
        return;
      }
      before = view;
      since = new ArrayList<>();
    }
    RenderSnapshot whole = RenderSnapshot.joined(before.parts());
    synchronized (this) {
      if (since == null) {
        return;
      }
      LayerView joined =
          new LayerView(List.of(new LayerView.Part(whole, new BitSet())), before.version());
      for (Replacement each : since) {
        joined = with(joined, each);
      }
      since = null;
      view = joined;
    }
  }

  @Override
  public FeatureType type() {
    return source.type();
  }

  @Override
  public long count(Query query) {
    return source.count(query);
  }

  @Override
  public Stream<Feature> features(Query query) {
    return source.features(query);
  }

  @Override
  public Optional<Feature> find(String id) {
    return source.find(id);
  }

  @Override
  public Optional<Bounds> bounds() {
    return source.bounds();
  }
}
