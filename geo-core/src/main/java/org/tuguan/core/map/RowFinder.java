package org.tuguan.core.map;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.tuguan.core.feature.Query;
import org.tuguan.core.feature.StrictFilter;
import org.tuguan.core.snapshot.LayerView;
import org.tuguan.core.snapshot.RenderSnapshot;

/**
 * Finds what of a layer in memory may be seen on a picture: features, and, where they are so small
 * that nobody can tell them apart, whole runs of them. Belongs to one thread.
 */
final class RowFinder {
  /** Pixels; runs that are smaller both ways are drawn as one. */
  private static final double RUN = 0.75;

  private final PixelGrid grid;
  private final double[] box = new double[4];
  private int[] found = new int[256];
  private int size;

  RowFinder(PixelGrid grid) {
    this.grid = grid;
  }

  /** Numbers of the features that the filter accepts. */
  int[] features(LayerView.Part part, Query query) {
    return find(part, query, (run, first, end) -> false);
  }

  /** Numbers of features and runs; all features of a run are drawn by the same rules. */
  int[] items(LayerView.Part part, Query query, List<RuleChoice> choices) {
    if (query.filter() != Filter.INCLUDE) {
      return features(part, query);
    }
    RenderSnapshot snapshot = part.snapshot();
    RenderSnapshot.Runs runs =
        (run, first, end) -> {
          boolean whole =
              tiny(snapshot, run)
                  && snapshot.alike(run)
                  && untouched(part.hidden(), first, end)
                  && alike(choices, first, end);
          if (whole) {
            add(run);
          }
          return whole;
        };
    return find(part, query, runs);
  }

  private boolean tiny(RenderSnapshot snapshot, int run) {
    double width = snapshot.width(run);
    double height = snapshot.height(run);
    grid.toPixelBox(snapshot.minX(run), snapshot.minY(run), width, height, box);
    return box[2] < RUN && box[3] < RUN;
  }

  private static boolean untouched(BitSet hidden, int first, int end) {
    int next = hidden.nextSetBit(first);
    return next < 0 || next >= end;
  }

  private static boolean alike(List<RuleChoice> choices, int first, int end) {
    for (RuleChoice choice : choices) {
      if (!choice.alike(first, end)) {
        return false;
      }
    }
    return true;
  }

  private int[] find(LayerView.Part part, Query query, RenderSnapshot.Runs runs) {
    RenderSnapshot snapshot = part.snapshot();
    Filter filter =
        query.filter() == Filter.INCLUDE ? null : StrictFilter.of(snapshot.type(), query.filter());
    size = 0;
    snapshot.search(
        query.bounds().orElseThrow(),
        runs,
        feature -> {
          boolean seen =
              !part.hidden().get(feature)
                  && (filter == null || filter.evaluate(snapshot.attributesOf(feature)));
          if (seen) {
            add(feature);
          }
          return true;
        });
    return Arrays.copyOf(found, size);
  }

  private void add(int item) {
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
    }
    found[size++] = item;
  }
}
