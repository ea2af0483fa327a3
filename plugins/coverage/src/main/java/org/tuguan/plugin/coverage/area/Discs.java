package org.tuguan.plugin.coverage.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Discs that differ from each other, found by place. Two access points at one position with one
 * radius are one disc here. Immutable and safe for use by several threads.
 */
public final class Discs {
  private final List<Disc> all;
  private final HPRtree index = new HPRtree();

  public Discs(Collection<Disc> discs) {
    all = List.copyOf(new LinkedHashSet<>(discs));
    for (int i = 0; i < all.size(); i++) {
      index.insert(all.get(i).bounds(), i);
    }
    index.build();
  }

  public List<Disc> list() {
    return all;
  }

  public int size() {
    return all.size();
  }

  Disc at(int number) {
    return all.get(number);
  }

  /** Numbers, ascending, of the discs whose bounds meet the box. */
  int[] near(Envelope box) {
    if (all.isEmpty()) {
      return new int[0];
    }
    int[] found = index.query(box).stream().mapToInt(item -> (Integer) item).toArray();
    Arrays.sort(found);
    return found;
  }

  /** How many of the discs a point lies in, their edges included. */
  public int times(double x, double y) {
    int times = 0;
    for (int number : near(new Envelope(x, x, y, y))) {
      if (all.get(number).contains(x, y)) {
        times++;
      }
    }
    return times;
  }

  /** The discs in groups that do not meet each other. */
  public List<Discs> clusters() {
    boolean[] seen = new boolean[all.size()];
    List<Discs> clusters = new ArrayList<>();
    for (int first = 0; first < seen.length; first++) {
      if (!seen[first]) {
        clusters.add(new Discs(cluster(first, seen)));
      }
    }
    return clusters;
  }

  private List<Disc> cluster(int first, boolean[] seen) {
    List<Disc> cluster = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    seen[first] = true;
    while (!open.isEmpty()) {
      Disc disc = all.get(open.pop());
      cluster.add(disc);
      for (int other : near(disc.bounds())) {
        if (!seen[other] && disc.meets(all.get(other))) {
          seen[other] = true;
          open.push(other);
        }
      }
    }
    return cluster;
  }
}
