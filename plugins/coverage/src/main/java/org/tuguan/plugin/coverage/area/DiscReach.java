package org.tuguan.plugin.coverage.area;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The ground that lies in at least {@code times} of some discs, measured without turning circles
 * into polygons.
 *
 * <p>The area of zone ∩ ground follows from its boundary (Green's theorem): the pieces of the
 * zone's edges that lie in enough discs, and the pieces of the circles that bound the ground and
 * lie in the zone. The only error is that of the arithmetic, under a square millimetre per village.
 */
public final class DiscReach implements Reach {
  private static final double TURN = 2 * Math.PI;

  private final Discs discs;
  private final int times;
  private final AtomicReferenceArray<double[]> arcs;

  /**
   * @param times how many discs must lie over each other, at least 1
   */
  public DiscReach(Discs discs, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times " + times + " is less than 1");
    }
    this.discs = discs;
    this.times = times;
    this.arcs = new AtomicReferenceArray<>(discs.size());
  }

  public Discs discs() {
    return discs;
  }

  @Override
  public boolean isEmpty() {
    return discs.size() == 0;
  }

  @Override
  public boolean contains(double x, double y) {
    return discs.times(x, y) >= times;
  }

  @Override
  public double area(Zone zone) {
    int[] near = discs.near(zone.bounds());
    if (near.length < times) {
      return 0;
    }
    double twice = alongEdges(zone, near);
    ZoneCuts cuts = new ZoneCuts(zone);
    for (int number : near) {
      twice += cuts.alongCircle(discs.at(number), arcs(number));
    }
    return Math.min(Math.max(twice / 2, 0), zone.area());
  }

  private double alongEdges(Zone zone, int[] near) {
    Spans spans = new Spans();
    double sum = 0;
    for (double[] ring : zone.rings()) {
      for (int i = 2; i < ring.length; i += 2) {
        Edge edge = new Edge(ring[i - 2], ring[i - 1], ring[i], ring[i + 1]);
        spans.clear();
        for (int number : near) {
          Disc disc = discs.at(number);
          edge.cover(disc.x() - zone.originX(), disc.y() - zone.originY(), disc.radius(), spans);
        }
        double[] pieces = spans.pieces(0, 1, times, Integer.MAX_VALUE);
        for (int piece = 0; piece < pieces.length; piece += 2) {
          sum += edge.cross() * (pieces[piece + 1] - pieces[piece]);
        }
      }
    }
    return sum;
  }

  /** The pieces of a circle that bound the ground, as angles in 0 … 2π. */
  private double[] arcs(int number) {
    double[] known = arcs.get(number);
    if (known == null) {
      known = computeArcs(number);
      arcs.set(number, known);
    }
    return known;
  }

  private double[] computeArcs(int number) {
    Disc disc = discs.at(number);
    Spans spans = new Spans();
    for (int other : discs.near(disc.bounds())) {
      if (other != number) {
        shade(disc, discs.at(other), spans);
      }
    }
    return spans.pieces(0, TURN, times - 1, times - 1);
  }

  /** Adds the angles of the circle of {@code disc} that lie in {@code other}. */
  private static void shade(Disc disc, Disc other, Spans spans) {
    double dx = other.x() - disc.x();
    double dy = other.y() - disc.y();
    double distance = Math.hypot(dx, dy);
    double r = disc.radius();
    double s = other.radius();
    if (distance >= r + s || distance <= r - s) {
      return;
    }
    if (distance <= s - r) {
      spans.add(0, TURN);
      return;
    }
    double half =
        Math.acos(Math.max(-1, (distance * distance + r * r - s * s) / (2 * distance * r)));
    double start = Math.atan2(dy, dx) - half;
    if (start < 0) {
      start += TURN;
    }
    double end = start + 2 * half;
    spans.add(start, Math.min(end, TURN));
    spans.add(0, end - TURN);
  }
}
