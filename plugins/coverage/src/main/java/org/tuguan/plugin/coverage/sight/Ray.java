package org.tuguan.plugin.coverage.sight;

import java.util.Arrays;
import java.util.List;

/**
 * What is seen along one ray, by distance from the antenna. The ground is straight between samples,
 * roofs are flat, so that the ends of shadows are solved and not searched. For use by one thread.
 */
final class Ray {
  /**
   * A building on the ray.
   *
   * @param from where the ray enters it, metres from the antenna, greater than 0
   * @param to where it leaves it
   * @param top of its roof, metres above sea
   */
  record Crossing(double from, double to, double top) {}

  private final double antenna;
  private final double receiverM;
  private final double[] ground;
  private final double step;
  private final List<Crossing> crossings;
  private final double length;
  private double[] seen = new double[4];
  private int size;

  /**
   * @param antennaM above the ground where the ray begins
   * @param ground heights from there on, metres above sea, the first at 0, the last at or behind
   *     the end of the ray
   * @param step metres between these
   * @param crossings none of them behind the end of the ray
   */
  Ray(
      double antennaM,
      double receiverM,
      double[] ground,
      double step,
      double length,
      List<Crossing> crossings) {
    this.antenna = ground[0] + antennaM;
    this.receiverM = receiverM;
    this.ground = ground;
    this.step = step;
    this.length = length;
    this.crossings = crossings;
  }

  /** Where it is seen: from, to, from, to …, ascending, neighbours joined. */
  double[] seen() {
    boolean[] reached = new boolean[crossings.size()];
    double[] stops = stops();
    double steepest = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < stops.length; i++) {
      double from = stops[i - 1];
      double to = stops[i];
      if (from == to) {
        continue;
      }
      steepest = piece(from, to, steepest, reached);
    }
    return Arrays.copyOf(seen, size);
  }

  private double[] stops() {
    int samples = Math.max(1, (int) Math.ceil(length / step));
    double[] stops = new double[samples + 1 + 2 * crossings.size()];
    int count = 1;
    while (count < samples) {
      stops[count] = count * step;
      count++;
    }
    stops[count++] = length;
    for (Crossing crossing : crossings) {
      stops[count++] = crossing.from();
      stops[count++] = crossing.to();
    }
    Arrays.sort(stops);
    return stops;
  }

  /**
   * A piece of straight ground that lies in the same buildings from end to end.
   *
   * @param steepest slope to anything before it
   * @return slope to anything before its end
   */
  private double piece(double from, double to, double steepest, boolean[] reached) {
    boolean inside = false;
    boolean met = false;
    double next = steepest;
    for (int i = 0; i < reached.length; i++) {
      Crossing crossing = crossings.get(i);
      if (crossing.from() == from) {
        reached[i] = receiver(from) >= steepest * from;
      }
      if (crossing.from() <= from && crossing.to() >= to) {
        inside = true;
        met |= reached[i];
        double over = crossing.top() - antenna;
        next = Math.max(next, Math.max(over / from, over / to));
      }
    }
    double here = from > 0 ? Math.max(steepest, (ground(from) - antenna) / from) : steepest;
    if (inside && met) {
      add(from, to);
    } else if (!inside) {
      open(from, to, here);
    }
    return Math.max(Math.max(next, here), (ground(to) - antenna) / to);
  }

  /**
   * Outside of buildings: the receiver rises over the line of the steepest slope or sinks under.
   */
  private void open(double from, double to, double steepest) {
    if (Double.isInfinite(steepest)) {
      add(from, to);
      return;
    }
    double first = receiver(from) - steepest * from;
    double last = receiver(to) - steepest * to;
    if (first >= 0 && last >= 0) {
      add(from, to);
    } else if (first >= 0 || last >= 0) {
      double between = from + (to - from) * first / (first - last);
      add(first >= 0 ? from : between, first >= 0 ? between : to);
    }
  }

  /** Height of the receiver over the antenna, below 0 if it is lower. */
  private double receiver(double at) {
    return ground(at) + receiverM - antenna;
  }

  private double ground(double at) {
    if (ground.length == 1) {
      return ground[0];
    }
    int before = (int) Math.min(ground.length - 2, Math.floor(at / step));
    double part = at / step - before;
    return ground[before] + part * (ground[before + 1] - ground[before]);
  }

  private void add(double from, double to) {
    if (from == to) {
      return;
    }
    if (size > 0 && seen[size - 1] == from) {
      seen[size - 1] = to;
      return;
    }
    if (size == seen.length) {
      seen = Arrays.copyOf(seen, 2 * size);
    }
    seen[size++] = from;
    seen[size++] = to;
  }
}
