package org.tuguan.plugin.coverage.people;

import org.tuguan.plugin.coverage.area.Reach;
import org.tuguan.plugin.coverage.area.Zone;

/** People spread evenly over their unit: Σ people × reached area / area. */
public record ArealSpread(Census census) implements Spread {
  @Override
  public Method method() {
    return census.kind() == UnitKind.VILLAGE ? Method.AREAL : Method.STATISTICAL;
  }

  @Override
  public double share(int unit, Reach reach) {
    Zone zone = census.units().get(unit).zone();
    return zone.area() > 0 ? reach.area(zone) / zone.area() : 0;
  }
}
