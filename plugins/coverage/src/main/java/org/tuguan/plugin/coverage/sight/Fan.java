package org.tuguan.plugin.coverage.sight;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tuguan.plugin.coverage.area.Outline;

/**
 * What rays at equal angles see, as an outline: each ray stands for the ground half way to its
 * neighbours, with straight ends. Sides that two rays share fall away, and what is left is joined
 * to rings with the ground on their left. For use by one thread.
 */
final class Fan {
  /**
   * A corner of the outline.
   *
   * @param side between the ray of that number and the next one; 0 at the antenna
   */
  private record Corner(int side, double distance) {}

  private static final Corner ANTENNA = new Corner(0, 0);

  private final double[][] seen;
  private final Map<Corner, Deque<Corner>> edges = new LinkedHashMap<>();

  /**
   * @param seen of each ray, the first to the east and the others counter-clockwise: from, to,
   *     from, to … in metres
   */
  Fan(double[][] seen) {
    this.seen = seen;
  }

  /** Around an antenna at a place in EPSG:3826. */
  Outline outline(double x, double y) {
    for (int ray = 0; ray < seen.length; ray++) {
      int before = ray == 0 ? seen.length - 1 : ray - 1;
      for (int i = 0; i < seen[ray].length; i += 2) {
        edge(corner(ray, seen[ray][i]), corner(before, seen[ray][i]));
        edge(corner(before, seen[ray][i + 1]), corner(ray, seen[ray][i + 1]));
      }
      side(ray, seen[ray], seen[(ray + 1) % seen.length]);
    }
    List<double[]> rings = new ArrayList<>();
    for (Corner start : List.copyOf(edges.keySet())) {
      while (!edges.get(start).isEmpty()) {
        rings.add(ring(start));
      }
    }
    return new Outline(x, y, rings.toArray(double[][]::new));
  }

  private static Corner corner(int side, double distance) {
    return distance == 0 ? ANTENNA : new Corner(side, distance);
  }

  private void edge(Corner from, Corner to) {
    if (!from.equals(to)) {
      edges.computeIfAbsent(from, corner -> new ArrayDeque<>(2)).add(to);
      edges.computeIfAbsent(to, corner -> new ArrayDeque<>(2));
    }
  }

  /** The side between two rays where only one of them sees: inwards if it is the first. */
  private void side(int side, double[] first, double[] second) {
    int i = 0;
    int j = 0;
    double from = 0;
    while (i < first.length || j < second.length) {
      double to =
          Math.min(
              i < first.length ? first[i] : Double.POSITIVE_INFINITY,
              j < second.length ? second[j] : Double.POSITIVE_INFINITY);
      boolean inFirst = i % 2 == 1;
      boolean inSecond = j % 2 == 1;
      if (inFirst && !inSecond) {
        edge(corner(side, to), corner(side, from));
      } else if (inSecond && !inFirst) {
        edge(corner(side, from), corner(side, to));
      }
      from = to;
      i += i < first.length && first[i] == to ? 1 : 0;
      j += j < second.length && second[j] == to ? 1 : 0;
    }
  }

  private double[] ring(Corner start) {
    List<Corner> corners = new ArrayList<>();
    Corner corner = start;
    do {
      corners.add(corner);
      corner = edges.get(corner).poll();
    } while (!corner.equals(start));
    corners.add(start);
    double[] ring = new double[2 * corners.size()];
    for (int i = 0; i < corners.size(); i++) {
      double angle = (2 * corners.get(i).side() + 1) * Math.PI / seen.length;
      ring[2 * i] = corners.get(i).distance() * Math.cos(angle);
      ring[2 * i + 1] = corners.get(i).distance() * Math.sin(angle);
    }
    return ring;
  }
}
