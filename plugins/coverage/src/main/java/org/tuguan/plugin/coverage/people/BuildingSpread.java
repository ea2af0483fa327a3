package org.tuguan.plugin.coverage.people;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.plugin.coverage.area.Reach;

/**
 * People of a unit in its buildings, by floor area. A building is in or out by its point; a unit
 * without buildings counts by area. Immutable.
 */
public final class BuildingSpread implements Spread {
  private final ArealSpread areal;
  private final List<List<Building>> buildings;
  private final double[] floorArea;

  public BuildingSpread(Census census, Iterable<Building> all) {
    areal = new ArealSpread(census);
    buildings = new ArrayList<>();
    floorArea = new double[census.units().size()];
    for (int i = 0; i < floorArea.length; i++) {
      buildings.add(new ArrayList<>());
    }
    for (Building building : all) {
      int unit = census.unitAt(building.x(), building.y());
      if (unit >= 0) {
        buildings.get(unit).add(building);
        floorArea[unit] += building.floorArea();
      }
    }
  }

  @Override
  public Method method() {
    return Method.BUILDINGS;
  }

  @Override
  public Census census() {
    return areal.census();
  }

  /** People of units that have no building and count by area. */
  public long peopleWithoutBuildings() {
    long people = 0;
    for (int i = 0; i < floorArea.length; i++) {
      people += floorArea[i] == 0 ? census().units().get(i).people() : 0;
    }
    return people;
  }

  @Override
  public double share(int unit, Reach reach) {
    if (floorArea[unit] == 0) {
      return areal.share(unit, reach);
    }
    double reached = 0;
    for (Building building : buildings.get(unit)) {
      if (reach.contains(building.x(), building.y())) {
        reached += building.floorArea();
      }
    }
    return Math.min(1, reached / floorArea[unit]);
  }
}
