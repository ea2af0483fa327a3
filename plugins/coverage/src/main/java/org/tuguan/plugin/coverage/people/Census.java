package org.tuguan.plugin.coverage.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Residents by area on a day. Immutable and safe for use by several threads. */
public final class Census {
  private final LocalDate date;
  private final UnitKind kind;
  private final boolean synthetic;
  private final List<Unit> units;
  private final HPRtree index = new HPRtree();

  /**
   * @param date the day for which people were counted
   * @param synthetic whether the numbers are made up by the program
   */
  public Census(LocalDate date, UnitKind kind, boolean synthetic, List<Unit> units) {
    this.date = Objects.requireNonNull(date);
    this.kind = Objects.requireNonNull(kind);
    this.synthetic = synthetic;
    this.units = List.copyOf(units);
    for (int i = 0; i < this.units.size(); i++) {
      index.insert(this.units.get(i).zone().bounds(), i);
    }
    index.build();
  }

  public LocalDate date() {
    return date;
  }

  public UnitKind kind() {
    return kind;
  }

  public boolean synthetic() {
    return synthetic;
  }

  public List<Unit> units() {
    return units;
  }

  public long people() {
    return units.stream().mapToLong(Unit::people).sum();
  }

  /** Numbers of the units whose bounds meet a box in EPSG:3826. */
  List<Integer> near(Envelope box) {
    if (units.isEmpty()) {
      return List.of();
    }
    List<Integer> found = new ArrayList<>();
    for (Object item : index.query(box)) {
      found.add((Integer) item);
    }
    return found;
  }

  /**
   * The number of the unit in which a point lies, or -1. A point on a border belongs to the unit
   * with the smallest number that has it inside or on its edge.
   */
  public int unitAt(double x, double y) {
    int touching = -1;
    for (int number : near(new Envelope(x, x, y, y)).stream().sorted().toList()) {
      Unit unit = units.get(number);
      if (unit.zone().contains(x, y)) {
        return number;
      }
      if (touching < 0 && unit.zone().touches(x, y)) {
        touching = number;
      }
    }
    return touching;
  }
}
