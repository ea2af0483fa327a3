package org.tuguan.core.snapshot;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.Feature;

/**
 * Rows of an exact view in key order. For one thread.
 *
 * <p>A row whose box lies inside the area meets it; the others near it are asked by their exact
 * geometries. So numbers that were rounded never decide.
 */
final class KeyOrder {
  private static final int[] NONE = {};

  private final LayerView view;
  private final int[] positions;

  /**
   * @param positions in the type of the attributes that features are to have
   */
  KeyOrder(LayerView view, int[] positions) {
    this.view = view;
    this.positions = positions;
  }

  /** Features, and how many there are before and behind them too. */
  record Found(long matched, Stream<Feature> features) {}

  /** True if rows may follow this key; another kind of key is for the database to refuse. */
  boolean knows(String key) {
    return view.parts().get(0).snapshot().ids().text() || FeatureIds.plainNumber(key);
  }

  /** All rows behind a key, as they are asked for. */
  Found all(Optional<String> after) {
    return new Found(
        view.size(), merged(view.parts().stream().map(part -> new Walk(part, start(part, after)))));
  }

  /**
   * The first rows behind a key that meet an area. All that do are counted, so that few need be
   * sorted.
   */
  Found meeting(Area area, Optional<String> after, int most) {
    long[] matched = {0};
    Stream.Builder<Walk> walks = Stream.builder();
    for (LayerView.Part part : view.parts()) {
      FeatureIds ids = part.snapshot().ids();
      int start = start(part, after);
      SmallestNumbers places = new SmallestNumbers(most);
      search(
          part,
          area,
          row -> {
            matched[0]++;
            if (ids.placeOf(row) >= start) {
              places.add(ids.placeOf(row));
            }
          });
      walks.add(new Walk(part, places.sorted()));
    }
    return new Found(matched[0], merged(walks.build()));
  }

  private static void search(LayerView.Part part, Area area, IntConsumer visitor) {
    RenderSnapshot snapshot = part.snapshot();
    int[] inside = snapshot.inward(area.inside());
    snapshot.search(
        Bounds.of(snapshot.type().crs(), area.box()),
        row -> {
          if (!part.hidden().get(row)
              && (snapshot.liesIn(inside, row) || meets(area, snapshot, row))) {
            visitor.accept(row);
          }
          return true;
        });
  }

  private static boolean meets(Area area, RenderSnapshot snapshot, int row) {
    Geometry exact = snapshot.row(row, NONE).geometry();
    return exact != null && area.meets(exact);
  }

  private static int start(LayerView.Part part, Optional<String> after) {
    if (after.isEmpty()) {
      return 0;
    }
    FeatureIds ids = part.snapshot().ids();
    int place = ids.place(after.get());
    boolean same = place < ids.size() && ids.get(ids.inOrder(place)).equals(after.get());
    return same ? place + 1 : place;
  }

  /** Rows of all parts, the one with the least key first. */
  private Stream<Feature> merged(Stream<Walk> walks) {
    PriorityQueue<Walk> waiting = new PriorityQueue<>(Walk.BY_KEY);
    walks.filter(Walk::advance).forEach(waiting::add);
    return Stream.generate(() -> take(waiting)).takeWhile(feature -> feature != null);
  }

  private Feature take(PriorityQueue<Walk> waiting) {
    Walk walk = waiting.poll();
    if (walk == null) {
      return null;
    }
    Feature feature = walk.part.snapshot().row(walk.row, positions);
    if (walk.advance()) {
      waiting.add(walk);
    }
    return feature;
  }

  /** A way through the rows of a part, in key order, past those that are hidden. */
  private static final class Walk {
    private static final Comparator<Walk> BY_KEY = Walk::compare;

    private final LayerView.Part part;
    private final FeatureIds ids;

    /** Null for all places from {@link #next} on. */
    private final long[] places;

    private int next;
    private int row;

    Walk(LayerView.Part part, long[] places) {
      this.part = part;
      this.ids = part.snapshot().ids();
      this.places = places;
    }

    Walk(LayerView.Part part, int start) {
      this(part, (long[]) null);
      next = start;
    }

    boolean advance() {
      int end = places == null ? ids.size() : places.length;
      while (next < end) {
        row = ids.inOrder(places == null ? next : (int) places[next]);
        next++;
        if (!part.hidden().get(row)) {
          return true;
        }
      }
      return false;
    }

    private static int compare(Walk one, Walk other) {
      return one.ids.numeric() && other.ids.numeric()
          ? Long.compare(one.ids.number(one.row), other.ids.number(other.row))
          : FeatureIds.compare(one.ids.get(one.row), other.ids.get(other.row));
    }
  }
}
