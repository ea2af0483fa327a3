package org.tuguan.api.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Lines that are not straight: through given points, smoothly, or wandering between two. */
final class Course {
  private Course() {}

  /**
   * A curve through all points (Catmull-Rom), every fifty metres or so.
   *
   * @param points pairs of x and y
   */
  static double[] smooth(double... points) {
    int count = points.length / 2;
    List<Double> curve = new ArrayList<>();
    for (int i = 0; i + 1 < count; i++) {
      int steps = (int) Math.ceil(distance(points, i, i + 1) / 50);
      for (int step = 0; step < steps; step++) {
        double t = (double) step / steps;
        curve.add(between(points, count, i, t, 0));
        curve.add(between(points, count, i, t, 1));
      }
    }
    curve.add(points[points.length - 2]);
    curve.add(points[points.length - 1]);
    return curve.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Leaves each point sideways by up to {@code reach} metres, over swells of {@code length} metres;
   * the ends stay.
   */
  static double[] wander(double[] line, Noise noise, double reach, double length) {
    double[] result = line.clone();
    int last = line.length / 2 - 1;
    for (int i = 1; i < last; i++) {
      double x = line[2 * i];
      double y = line[2 * i + 1];
      double calm = Math.min(1, Math.min(i, last - i) / 8.0);
      result[2 * i] += calm * reach * (2 * noise.rough(x / length, y / length, 4) - 1);
      result[2 * i + 1] += calm * reach * (2 * noise.rough(y / length + 31, x / length, 4) - 1);
    }
    return result;
  }

  static LineString lineString(double[] xy) {
    Coordinate[] coordinates = new Coordinate[xy.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return City.GEOMETRIES.createLineString(coordinates);
  }

  /** The parts of a line inside a boundary; bits shorter than thirty metres are dropped. */
  static List<double[]> inside(Boundary boundary, double[] xy) {
    LineString line = lineString(xy);
    if (boundary.covers(line)) {
      return List.of(xy);
    }
    Geometry cut = boundary.geometry().intersection(line);
    List<double[]> parts = new ArrayList<>();
    for (int i = 0; i < cut.getNumGeometries(); i++) {
      if (cut.getGeometryN(i) instanceof LineString part && part.getLength() > 30) {
        parts.add(pairs(part.getCoordinates()));
      }
    }
    return parts;
  }

  static double[] pairs(Coordinate[] coordinates) {
    double[] xy = new double[2 * coordinates.length];
    for (int i = 0; i < coordinates.length; i++) {
      xy[2 * i] = coordinates[i].x;
      xy[2 * i + 1] = coordinates[i].y;
    }
    return xy;
  }

  private static double distance(double[] points, int a, int b) {
    return Math.hypot(points[2 * b] - points[2 * a], points[2 * b + 1] - points[2 * a + 1]);
  }

  private static double between(double[] points, int count, int i, double t, int axis) {
    double p0 = points[2 * Math.max(0, i - 1) + axis];
    double p1 = points[2 * i + axis];
    double p2 = points[2 * (i + 1) + axis];
    double p3 = points[2 * Math.min(count - 1, i + 2) + axis];
    return 0.5
        * (2 * p1
            + (p2 - p0) * t
            + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t
            + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
  }
}
