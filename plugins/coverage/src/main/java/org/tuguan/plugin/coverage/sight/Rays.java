package org.tuguan.plugin.coverage.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tuguan.plugin.coverage.area.Outline;

/** All rays of one antenna. For use by one thread. */
final class Rays {
  private final Sight sight;
  private final Terrain terrain;
  private final double x;
  private final double y;
  private final double antennaGround;
  private final double[] cos;
  private final double[] sin;
  private final List<List<Ray.Crossing>> crossings = new ArrayList<>();

  /** Where a wall crosses a ray. */
  private record Hit(int ray, double distance) {}

  /**
   * @param obstacles none of which the antenna stands in
   * @param terrain that knows the height of the antenna's ground
   */
  Rays(Sight sight, List<Obstacle> obstacles, Terrain terrain) {
    this.sight = sight;
    this.terrain = terrain;
    this.x = sight.disc().x();
    this.y = sight.disc().y();
    this.antennaGround = terrain.height(x, y);
    int count = sight.rays();
    this.cos = new double[count];
    this.sin = new double[count];
    for (int i = 0; i < count; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / count);
      sin[i] = Math.sin(2 * Math.PI * i / count);
      crossings.add(new ArrayList<>());
    }
    obstacles.forEach(this::cross);
  }

  Outline outline() {
    double[][] seen = new double[cos.length][];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = ray(i).seen();
    }
    return new Fan(seen).outline(x, y);
  }

  private Ray ray(int number) {
    return new Ray(
        sight.antennaM(),
        sight.receiverM(),
        profile(number),
        terrain.step(),
        sight.disc().radius(),
        crossings.get(number));
  }

  /** Where the terrain says nothing it goes on as before. */
  private double[] profile(int number) {
    double step = terrain.step();
    if (Double.isInfinite(step)) {
      return new double[] {antennaGround};
    }
    double[] heights = new double[Math.max(1, (int) Math.ceil(sight.disc().radius() / step)) + 1];
    heights[0] = antennaGround;
    for (int i = 1; i < heights.length; i++) {
      double height = terrain.height(x + i * step * cos[number], y + i * step * sin[number]);
      heights[i] = Double.isNaN(height) ? heights[i - 1] : height;
    }
    return heights;
  }

  private void cross(Obstacle obstacle) {
    List<Hit> hits = new ArrayList<>();
    for (double[] ring : obstacle.rings()) {
      for (int i = 2; i < ring.length; i += 2) {
        wall(ring[i - 2] - x, ring[i - 1] - y, ring[i] - x, ring[i + 1] - y, hits);
      }
    }
    hits.sort(Comparator.comparingInt(Hit::ray).thenComparingDouble(Hit::distance));
    double ground = terrain.height(obstacle.middleX(), obstacle.middleY());
    double top = (Double.isNaN(ground) ? antennaGround : ground) + obstacle.heightM();
    double radius = sight.disc().radius();
    for (int i = 1; i < hits.size(); i += 2) {
      Hit in = hits.get(i - 1);
      Hit out = hits.get(i);
      if (in.ray() != out.ray()) {
        i--;
      } else if (in.distance() < radius && in.distance() < out.distance()) {
        double to = Math.min(out.distance(), radius);
        crossings.get(in.ray()).add(new Ray.Crossing(in.distance(), to, top));
      }
    }
  }

  /**
   * The rays that a wall crosses: those that have its ends on two sides. A ray through a corner
   * crosses one of the two walls there, or both, or none, so that the number stays even.
   */
  private void wall(double x1, double y1, double x2, double y2, List<Hit> hits) {
    double turn = 2 * Math.PI / cos.length;
    double first = Math.atan2(y1, x1);
    double width = Math.IEEEremainder(Math.atan2(y2, x2) - first, 2 * Math.PI);
    int from = (int) Math.floor(Math.min(first, first + width) / turn) - 1;
    int to = (int) Math.ceil(Math.max(first, first + width) / turn) + 1;
    for (int i = from; i <= to && i < from + cos.length; i++) {
      int ray = Math.floorMod(i, cos.length);
      double side1 = cos[ray] * y1 - sin[ray] * x1;
      double side2 = cos[ray] * y2 - sin[ray] * x2;
      if (side1 >= 0 != side2 >= 0) {
        double at = side1 / (side1 - side2);
        double distance = cos[ray] * (x1 + at * (x2 - x1)) + sin[ray] * (y1 + at * (y2 - y1));
        if (distance > 0) {
          hits.add(new Hit(ray, distance));
        }
      }
    }
  }
}
