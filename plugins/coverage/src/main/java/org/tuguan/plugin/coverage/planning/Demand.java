package org.tuguan.plugin.coverage.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;

/**
 * The people of a census in cells.
 *
 * @param districts codes of the districts, in the order of the cells' district numbers
 */
public record Demand(List<Cell> cells, List<String> districts) {
  public Demand {
    cells = List.copyOf(cells);
    districts = List.copyOf(districts);
  }

  /**
   * Cells of a census, people spread evenly over the cells of their unit: the points of a square
   * grid that lie in the unit, or one point inside it where none does.
   *
   * @param spacingM metres between grid points; 0 for one cell a unit
   */
  public static Demand of(Census census, double spacingM) {
    Map<String, Integer> districts = new LinkedHashMap<>();
    List<Cell> cells = new ArrayList<>();
    for (Unit unit : census.units()) {
      int district =
          districts.computeIfAbsent(unit.village().districtCode(), code -> districts.size());
      if (unit.people() > 0) {
        addCells(unit, district, spacingM, cells);
      }
    }
    return new Demand(cells, List.copyOf(districts.keySet()));
  }

  private static void addCells(Unit unit, int district, double spacingM, List<Cell> cells) {
    List<double[]> points = spacingM > 0 ? grid(unit.zone(), spacingM) : List.of();
    if (points.isEmpty()) {
      Point inside = unit.zone().geometry().getInteriorPoint();
      cells.add(new Cell(inside.getX(), inside.getY(), unit.people(), district));
      return;
    }
    double people = (double) unit.people() / points.size();
    points.forEach(point -> cells.add(new Cell(point[0], point[1], people, district)));
  }

  private static List<double[]> grid(Zone zone, double spacingM) {
    List<double[]> points = new ArrayList<>();
    Envelope box = zone.bounds();
    double firstX = Math.ceil(box.getMinX() / spacingM) * spacingM;
    double firstY = Math.ceil(box.getMinY() / spacingM) * spacingM;
    for (double y = firstY; y <= box.getMaxY(); y += spacingM) {
      for (double x = firstX; x <= box.getMaxX(); x += spacingM) {
        if (zone.contains(x, y)) {
          points.add(new double[] {x, y});
        }
      }
    }
    return points;
  }

  public double people() {
    return cells.stream().mapToDouble(Cell::people).sum();
  }
}
