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

  private static final double STATION_EVERY = 1.35;

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
    List<Double> path = new ArrayList<>();
    List<double[]> stops = new ArrayList<>();
    for (int i = 0; i + 3 < corners.length; i += 2) {
      double u0 = corners[i] * StreetPlan.MAIN;
      double v0 = corners[i + 1] * StreetPlan.MAIN;
      double u1 = corners[i + 2] * StreetPlan.MAIN;
      double v1 = corners[i + 3] * StreetPlan.MAIN;
      for (double coordinate : grid.line(u0, v0, u1, v1)) {
        path.add(coordinate);
      }
      double length = Math.hypot(u1 - u0, v1 - v0) / StreetPlan.MAIN;
      int count = (int) Math.max(1, Math.round(length / STATION_EVERY));
      for (int stop = 0; stop < count; stop++) {
        double t = (double) stop / count;
        double u = u0 + t * (u1 - u0);
        double v = v0 + t * (v1 - v0);
        stops.add(new double[] {grid.x(u, v), grid.y(u, v)});
      }
    }
    double[] xy = path.stream().mapToDouble(Double::doubleValue).toArray();
    for (double[] part : Course.inside(outline, xy)) {
      lines.add(new Line(zh, en, line, part, stops));
      stops = List.of();
    }
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
