package org.tuguan.api.usage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.sharing.UsageArea;
import org.tuguan.core.sharing.UsageParty;
import org.tuguan.core.sharing.UsageRecord;
import org.tuguan.core.sharing.UseClass;
import org.tuguan.core.sharing.UseFacts;
import org.tuguan.core.sharing.UseOutcome;
import org.tuguan.core.sharing.UseRules;

/** Makes records of requests: one for each layer. For one thread at a time. */
final class UsageRecords {
  private final UseRules rules;
  private final OwnTests own;
  private final long run;
  private long requests;

  /**
   * @param run of the program; its first half is that of all requests' ids
   */
  UsageRecords(UseRules rules, OwnTests own, UUID run) {
    this.rules = rules;
    this.own = own;
    this.run = run.getMostSignificantBits();
  }

  List<UsageRecord> of(ServedRequest served) {
    requests++;
    UsageNote note = served.note();
    UUID request = new UUID(run, requests);
    UsageParty party = note.party();
    UseOutcome outcome = UseOutcome.of(served.status(), note.failed(), served.gone());
    UseClass useClass = rules.classify(facts(note, party, outcome));
    Optional<UsageArea> area = note.area().flatMap(UsageRecords::area);
    List<UsageRecord> records = new ArrayList<>(note.layers().size());
    for (String layer : note.layers()) {
      records.add(
          new UsageRecord(
              request,
              served.at(),
              party,
              layer,
              note.operation(),
              measure(served, layer, records.isEmpty()),
              outcome,
              area,
              useClass,
              rules.version()));
    }
    return records;
  }

  private UseFacts facts(UsageNote note, UsageParty party, UseOutcome outcome) {
    return new UseFacts(
        note.method(),
        note.path(),
        note.agent(),
        note.operation().operation(),
        outcome,
        party.isAnonymous(),
        own.include(party.user(), note.address(), note.sign()));
  }

  /** The first layer takes what does not divide. */
  private static UsageRecord.Measure measure(ServedRequest served, String layer, boolean first) {
    int layers = served.note().layers().size();
    long bytes = served.bytes() / layers + (first ? served.bytes() % layers : 0);
    return new UsageRecord.Measure(
        served.note().count(layer), bytes, Duration.ofNanos(Math.max(0, served.nanos())));
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
