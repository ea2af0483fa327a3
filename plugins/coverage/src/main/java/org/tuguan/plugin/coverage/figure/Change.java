package org.tuguan.plugin.coverage.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.inventory.Inventory;
import org.tuguan.plugin.coverage.inventory.Lifetime;
import org.tuguan.plugin.coverage.inventory.Radio;
import org.tuguan.plugin.coverage.inventory.Technology;

/**
 * One step of a what-if.
 *
 * @param op add, move, remove or power
 * @param id of the station; of an added one, any that no other has
 * @param x easting in EPSG:3826, of add and move
 * @param y northing
 * @param radiusM of add; empty for what the rule of the figure gives
 * @param eirpDbm of add and power
 */
public record Change(
    Op op,
    String id,
    double x,
    double y,
    Technology technology,
    OptionalDouble radiusM,
    OptionalDouble eirpDbm) {
  /** What is done. */
  public enum Op {
    ADD,
    MOVE,
    REMOVE,
    POWER
  }

  public Change {
    Objects.requireNonNull(op);
    Objects.requireNonNull(technology);
    if (id.isBlank()) {
      throw RequestException.missing("changes.id");
    }
    if ((op == Op.ADD || op == Op.MOVE) && !(Double.isFinite(x) && Double.isFinite(y))) {
      throw RequestException.missing("changes.lon");
    }
    if (op == Op.POWER && eirpDbm.isEmpty()) {
      throw RequestException.missing("changes.eirp_dbm");
    }
  }

  /** An inventory after all steps, in their order. */
  static Inventory apply(List<Change> changes, Inventory inventory) {
    List<AccessPoint> points = new ArrayList<>(inventory.points());
    for (Change change : changes) {
      change.apply(points);
    }
    return new Inventory(inventory.on(), points);
  }

  private void apply(List<AccessPoint> points) {
    if (op == Op.ADD) {
      points.add(added());
      return;
    }
    int at = position(points);
    AccessPoint point = points.get(at);
    switch (op) {
      case MOVE -> points.set(at, point.movedTo(x, y));
      case POWER -> points.set(at, point.with(point.radio().withEirp(eirpDbm.getAsDouble())));
      default -> points.remove(at);
    }
  }

  private AccessPoint added() {
    Radio radio = Radio.of(technology);
    if (radiusM.isPresent()) {
      radio = radio.withRadius(radiusM.getAsDouble());
    }
    if (eirpDbm.isPresent()) {
      radio = radio.withEirp(eirpDbm.getAsDouble());
    }
    return new AccessPoint(id, "", x, y, "", radio, Lifetime.ALWAYS);
  }

  private int position(List<AccessPoint> points) {
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new RequestException(
        Fault.INVALID_PARAMETER,
        "changes.id",
        new LocalText(
            "沒有點位 " + RequestException.quote(id),
            "changes.id: there is no access point " + RequestException.quote(id)));
  }
}
