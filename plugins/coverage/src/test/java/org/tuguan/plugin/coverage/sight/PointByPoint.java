package org.tuguan.plugin.coverage.sight;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Whether a point on flat ground is seen, asked of JTS building by building: the plain way. */
final class PointByPoint {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private PointByPoint() {}

  static boolean sees(Sight sight, List<Obstacle> all, double x, double y) {
    List<Obstacle> obstacles = new ArrayList<>(all);
    obstacles.removeIf(each -> each.holds(sight.disc().x(), sight.disc().y()));
    List<Obstacle> around = obstacles.stream().filter(each -> each.holds(x, y)).toList();
    if (around.isEmpty()) {
      return open(sight, obstacles, Math.hypot(x - sight.disc().x(), y - sight.disc().y()), x, y);
    }
    return around.stream().anyMatch(each -> front(sight, obstacles, each, x, y));
  }

  /** Whether the ground is seen where the line to the point last enters the building. */
  private static boolean front(
      Sight sight, List<Obstacle> obstacles, Obstacle building, double x, double y) {
    double distance = Math.hypot(x - sight.disc().x(), y - sight.disc().y());
    double[] ends = ends(sight, building, x, y);
    return open(sight, obstacles, ends[ends.length - 2], x, y) && distance >= ends[ends.length - 2];
  }

  private static boolean open(
      Sight sight, List<Obstacle> obstacles, double distance, double x, double y) {
    double slope = (sight.receiverM() - sight.antennaM()) / distance;
    for (Obstacle obstacle : obstacles) {
      double[] ends = ends(sight, obstacle, x, y);
      double over = obstacle.heightM() - sight.antennaM();
      for (int i = 0; i < ends.length; i += 2) {
        double last = Math.min(ends[i + 1], distance);
        if (ends[i] < distance - 1e-9 && Math.max(over / ends[i], over / last) > slope) {
          return false;
        }
      }
    }
    return true;
  }

  /** From where to where the building lies on the line from the antenna to the point. */
  private static double[] ends(Sight sight, Obstacle obstacle, double x, double y) {
    Coordinate antenna = new Coordinate(sight.disc().x(), sight.disc().y());
    LineString line = GEOMETRIES.createLineString(new Coordinate[] {antenna, new Coordinate(x, y)});
    double[] ring = obstacle.rings()[0];
    Coordinate[] corners = new Coordinate[ring.length / 2];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
    }
    Geometry common = GEOMETRIES.createPolygon(corners).intersection(line);
    if (common.getLength() == 0) {
      return new double[0];
    }
    Coordinate[] ends = common.getCoordinates();
    double from = ends[0].distance(antenna);
    double to = ends[ends.length - 1].distance(antenna);
    return new double[] {Math.min(from, to), Math.max(from, to)};
  }
}
