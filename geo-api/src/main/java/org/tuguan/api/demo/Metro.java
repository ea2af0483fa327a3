package org.tuguan.api.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.GeometryKind;

/** Three made-up metro lines under main roads. */
final class Metro implements DemoLayer {
  /**
   * A line.
   *
   * @param stops pairs of EPSG:3826, one for each station
   */
  record Line(String nameZh, String nameEn, String line, double[] xy, List<double[]> stops) {}

  /** In distances of main roads. */
  private static final double STATION_EVERY = 1.35;

  /** Points on each such distance. */
  private static final int STEPS = 20;

  /** Points that are left out before and after a corner. */
  private static final int BEND = 6;

  private final BentGrid grid;
  private final Boundary outline;
  private final List<Line> lines = new ArrayList<>();

  Metro(City city, BentGrid grid) {
    this.grid = grid;
    this.outline = city.outline();
    add("模擬綠線", "Simulated Green Line", "green", 9, 9, 9, 3, 1, 3, 1, -2, -6, -2, -6, -6);
    add("模擬藍線", "Simulated Blue Line", "blue", -15, 8, -9, 8, -9, 2, -2, 2, -2, 0, 7, 0);
    add("模擬橘線", "Simulated Orange Line", "orange", -3, 13, -3, 4, 0, 4, 0, -6, 4, -6);
  }

  /**
   * @param corners pairs of grid lines, counted in {@link StreetPlan#MAIN}
   */
  private void add(String zh, String en, String line, int... corners) {
    List<double[]> path = new ArrayList<>();
    List<double[]> stops = new ArrayList<>();
    int last = corners.length / 2 - 1;
    for (int i = 0; i < last; i++) {
      double length =
          Math.hypot(corners[2 * i + 2] - corners[2 * i], corners[2 * i + 3] - corners[2 * i + 1]);
      long steps = Math.round(length * STEPS);
      long every = Math.round(steps / Math.max(1.0, Math.rint(length / STATION_EVERY)));
      for (int step = 0; step < steps; step++) {
        double[] at = between(corners, i, (double) step / steps);
        if ((i == 0 || step >= BEND) && (i == last - 1 || steps - step > BEND)) {
          path.add(at);
        }
        if (step % every == every / 2) {
          stops.add(at);
        }
      }
    }
    for (double[] part : Course.inside(outline, rounded(path))) {
      lines.add(new Line(zh, en, line, part, stops));
      stops = List.of();
    }
  }

  private double[] between(int[] corners, int i, double t) {
    double u = corners[2 * i] + t * (corners[2 * i + 2] - corners[2 * i]);
    double v = corners[2 * i + 1] + t * (corners[2 * i + 3] - corners[2 * i + 1]);
    return new double[] {
      grid.x(u * StreetPlan.MAIN, v * StreetPlan.MAIN),
      grid.y(u * StreetPlan.MAIN, v * StreetPlan.MAIN)
    };
  }

  /** The corners were left out; the smooth curve through what is left goes round them. */
  private static double[] rounded(List<double[]> path) {
    double[] points = new double[2 * path.size()];
    for (int i = 0; i < path.size(); i++) {
      points[2 * i] = path.get(i)[0];
      points[2 * i + 1] = path.get(i)[1];
    }
    return Course.smooth(points);
  }

  List<Line> lines() {
    return lines;
  }

  @Override
  public String name() {
    return "metro";
  }

  @Override
  public GeometryKind geometryKind() {
    return GeometryKind.LINE;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        new Attribute("name_zh", AttributeType.TEXT),
        new Attribute("name_en", AttributeType.TEXT),
        new Attribute("line", AttributeType.TEXT));
  }

  @Override
  public long expectedRows() {
    return lines.size();
  }

  @Override
  public void write(RowSink sink) throws IOException {
    for (Line line : lines) {
      sink.row(Ewkb.line(line.xy()), line.nameZh(), line.nameEn(), line.line());
    }
  }
}
