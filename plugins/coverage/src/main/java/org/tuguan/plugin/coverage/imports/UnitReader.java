package org.tuguan.plugin.coverage.imports;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.feature.Feature;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;

/** Makes units of features, and notes what is wrong. For one thread. */
final class UnitReader {
  private final UnitKind kind;
  private final Columns columns;
  private final Optional<PeopleTable> table;
  private final Optional<Census> villages;
  private final Faults faults;
  private final Set<String> codes = new HashSet<>();

  /**
   * @param villages of which units without names of their own are
   */
  UnitReader(
      UnitKind kind,
      Columns columns,
      Optional<PeopleTable> table,
      Optional<Census> villages,
      Faults faults) {
    this.kind = kind;
    this.columns = columns;
    this.table = table;
    this.villages = villages;
    this.faults = faults;
  }

  /** Empty if something is wrong with it. */
  Optional<Unit> read(Feature feature, CoordinateTransform toMetres) {
    RowReader row = new RowReader(feature, columns, faults);
    Optional<String> code = row.text("code");
    if (code.isEmpty()) {
      row.wrong("code", new LocalText("沒有代碼", "has no code"));
    } else if (!codes.add(code.get())) {
      row.wrong(
          "code",
          new LocalText(
              "代碼 %s 重複".formatted(code.get()),
              "the code %s is there twice".formatted(code.get())));
    }
    Geometry area = area(feature, row, toMetres);
    int people = table.isPresent() ? table.get().people(code.orElse("")) : row.people("people");
    if (!row.good()) {
      return Optional.empty();
    }
    Zone zone = new Zone(area);
    return Optional.of(new Unit(code.get(), village(row, code.get(), zone), people, zone));
  }

  /** In metres; null, and noted, if it is none. */
  private static Geometry area(Feature feature, RowReader row, CoordinateTransform toMetres) {
    Geometry geometry = feature.geometry();
    if (!(geometry instanceof Polygonal) || geometry.isEmpty()) {
      row.wrong("", new LocalText("不是面", "is no area"));
      return null;
    }
    Geometry area = toMetres.apply(geometry);
    for (Coordinate corner : area.getCoordinates()) {
      if (!Double.isFinite(corner.x) || !Double.isFinite(corner.y)) {
        row.wrong("", new LocalText("位置在可換算的範圍之外", "lies outside what can be projected"));
        return null;
      }
    }
    return area;
  }

  private Unit.Village village(RowReader row, String code, Zone zone) {
    Unit.Village around = around(code, zone);
    return new Unit.Village(
        row.text("village_code").orElse(kind == UnitKind.VILLAGE ? code : around.code()),
        row.text("village_name").orElse(around.name()),
        row.text("district_code").orElse(around.districtCode()),
        row.text("district_name").orElse(around.districtName()));
  }

  /** The village in which an area lies by a point inside it, or one of its own. */
  private Unit.Village around(String code, Zone zone) {
    if (villages.isPresent()) {
      Point inside = zone.geometry().getInteriorPoint();
      int number = villages.get().unitAt(inside.getX(), inside.getY());
      if (number >= 0) {
        return villages.get().units().get(number).village();
      }
    }
    return new Unit.Village(code, code, "", "");
  }

  /** To be called after all features: people of the table must have an area. */
  void rowsWithoutArea() {
    table.ifPresent(
        people ->
            people
                .rows()
                .forEach(
                    (code, row) -> {
                      if (!codes.contains(code)) {
                        people.wrong(
                            faults,
                            row.line(),
                            new LocalText(
                                "圖層中沒有代碼 %s 的區域".formatted(code),
                                "the layer has no area with the code %s".formatted(code)));
                      }
                    }));
  }
}
