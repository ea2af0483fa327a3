package org.tuguan.api.usage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.sharing.UsageArea;
import org.tuguan.core.sharing.UsageParty;
import org.tuguan.core.sharing.UsageRecord;
import org.tuguan.core.sharing.UseClass;
import org.tuguan.core.sharing.UseOutcome;
import org.tuguan.core.sharing.UsedOperation;

/**
 * Makes records of requests: one for each layer. Tiles that somebody gets at the same time in the
 * same way are counted together: a map on a screen takes a dozen, a second of a busy server
 * thousands. For one thread at a time.
 */
final class UsageRecords {
  private final UseClasses classes;
  private final long run;
  private long requests;

  /**
   * @param run of the program; its first half is that of all requests' ids
   */
  UsageRecords(UseClasses classes, UUID run) {
    this.classes = classes;
    this.run = run.getMostSignificantBits();
  }

  /** What tiles must have in common to be counted together. */
  private record Alike(
      UsageParty by,
      UsedOperation operation,
      List<String> layers,
      UseOutcome outcome,
      UseClass useClass) {}

  /**
   * Requests that become one record for each layer.
   *
   * @param area around all, if all are about some area in one system
   */
  private record Group(ServedRequest first, long uses, long bytes, long nanos, Bounds area) {
    static Group of(ServedRequest one) {
      return new Group(one, 1, one.bytes(), Math.max(0, one.nanos()), one.note().area());
    }

    Group and(Group more) {
      return new Group(
          first, uses + more.uses, bytes + more.bytes, nanos + more.nanos, around(area, more.area));
    }

    private static Bounds around(Bounds one, Bounds other) {
      return one == null || other == null || !one.crs().equals(other.crs())
          ? null
          : one.union(other);
    }
  }

  List<UsageRecord> of(List<ServedRequest> moment) {
    List<UsageRecord> records = new ArrayList<>(moment.size());
    Map<Alike, Group> tiles = new LinkedHashMap<>();
    for (ServedRequest served : moment) {
      UsageNote note = served.note();
      UsageParty party = note.party();
      UseOutcome outcome = UseOutcome.of(served.status(), note.failed(), served.gone());
      Alike alike =
          new Alike(
              party, note.operation(), note.layers(), outcome, classes.of(note, party, outcome));
      if (note.operation().operation().equals(UsedOperation.TILE)) {
        tiles.merge(alike, Group.of(served), Group::and);
      } else {
        add(Group.of(served), alike, records);
      }
    }
    tiles.forEach((alike, group) -> add(group, alike, records));
    return records;
  }

  /** The first layer takes the bytes that do not divide. */
  private void add(Group group, Alike alike, List<UsageRecord> records) {
    requests++;
    UUID request = new UUID(run, requests);
    Optional<UsageArea> area = Optional.ofNullable(group.area()).flatMap(UsageRecords::area);
    int layers = alike.layers().size();
    long rest = layers == 0 ? 0 : group.bytes() % layers;
    for (String layer : alike.layers()) {
      UsageRecord.Measure measure =
          new UsageRecord.Measure(
              group.uses(),
              group.uses() == 1 ? group.first().note().count(layer) : group.uses(),
              group.bytes() / layers + rest,
              Duration.ofNanos(group.nanos()));
      rest = 0;
      records.add(
          new UsageRecord(
              request,
              group.first().at(),
              alike.by(),
              layer,
              alike.operation(),
              measure,
              alike.outcome(),
              area,
              alike.useClass(),
              classes.version()));
    }
  }

  /** Around the four corners; parts that are not on earth are left out, all of it if need be. */
  private static Optional<UsageArea> area(Bounds box) {
    double[] corners = {
      box.minX(), box.minY(), box.maxX(), box.minY(), box.maxX(), box.maxY(), box.minX(), box.maxY()
    };
    CoordinateTransform.between(box.crs(), Crs.CRS84).apply(corners, 0, corners, 0, 4);
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < corners.length; i += 2) {
      if (!Double.isNaN(corners[i])) {
        west = Math.min(west, corners[i]);
        east = Math.max(east, corners[i]);
        south = Math.min(south, corners[i + 1]);
        north = Math.max(north, corners[i + 1]);
      }
    }
    return west <= east
        ? Optional.of(
            new UsageArea(
                Math.max(-180, Math.min(180, west)),
                Math.max(-90, Math.min(90, south)),
                Math.max(-180, Math.min(180, east)),
                Math.max(-90, Math.min(90, north))))
        : Optional.empty();
  }
}
