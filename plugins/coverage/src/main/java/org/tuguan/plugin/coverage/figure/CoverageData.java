package org.tuguan.plugin.coverage.figure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.plugin.coverage.inventory.AccessPoint;
import org.tuguan.plugin.coverage.people.ArealSpread;
import org.tuguan.plugin.coverage.people.BuildingSpread;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.Method;
import org.tuguan.plugin.coverage.people.Spread;
import org.tuguan.plugin.coverage.people.UnitKind;
import org.tuguan.plugin.coverage.store.JdbcRevisions;
import org.tuguan.plugin.coverage.store.JdbcRevisions.Topic;
import org.tuguan.plugin.coverage.store.PostGisCensuses;
import org.tuguan.plugin.coverage.store.PostGisInventory;

/**
 * Stations and people in memory, read again when another revision is in the database. Safe for any
 * thread.
 */
@Component
public class CoverageData {
  private record Stations(long revision, List<AccessPoint> points, boolean synthetic) {}

  private record People(
      long revision, List<PostGisCensuses.Entry> entries, Map<String, Spread> spreads) {}

  private final PostGisInventory inventory;
  private final PostGisCensuses censuses;
  private final JdbcRevisions revisions;
  private final BuildingSource buildings;
  private volatile Stations stations = new Stations(-1, List.of(), false);
  private volatile People people = new People(-1, List.of(), Map.of());

  public CoverageData(
      PostGisInventory inventory,
      PostGisCensuses censuses,
      JdbcRevisions revisions,
      BuildingSource buildings) {
    this.inventory = inventory;
    this.censuses = censuses;
    this.revisions = revisions;
    this.buildings = buildings;
  }

  /** All stations that were ever entered, by id. */
  public List<AccessPoint> stations() {
    return currentStations().points();
  }

  public boolean syntheticStations() {
    return currentStations().synthetic();
  }

  private Stations currentStations() {
    long revision = revisions.current(Topic.INVENTORY);
    Stations known = stations;
    if (known.revision() != revision) {
      known = new Stations(revision, inventory.list(), inventory.synthetic());
      stations = known;
    }
    return known;
  }

  private People currentPeople() {
    long revision = revisions.current(Topic.CENSUS);
    People known = people;
    if (known.revision() != revision) {
      known = new People(revision, censuses.list(), new ConcurrentHashMap<>());
      people = known;
    }
    return known;
  }

  /** The latest first. */
  public List<PostGisCensuses.Entry> censuses() {
    return currentPeople().entries();
  }

  /** Grows when people change; figures of another revision are old. */
  public long peopleRevision() {
    return currentPeople().revision();
  }

  /**
   * How people are spread by a method: with the census of a day, or with the latest that is not
   * after the day of the inventory, or else with the first.
   */
  public Spread getSpread(Method method, Optional<LocalDate> censusDate, LocalDate on) {
    return findSpread(method, censusDate, on)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    censusDate.isPresent() ? "census_date" : "method",
                    new LocalText(
                        "沒有「%s」所需的人口資料，請先匯入。".formatted(method.title().zh()),
                        "There is no population for \"%s\": import it first."
                            .formatted(method.title().en()))));
  }

  public Optional<Spread> findSpread(Method method, Optional<LocalDate> censusDate, LocalDate on) {
    People known = currentPeople();
    UnitKind kind = method == Method.STATISTICAL ? UnitKind.STATISTICAL_AREA : UnitKind.VILLAGE;
    List<PostGisCensuses.Entry> entries =
        known.entries().stream().filter(entry -> entry.kind() == kind).toList();
    Optional<PostGisCensuses.Entry> chosen =
        censusDate.isPresent()
            ? entries.stream().filter(entry -> entry.date().equals(censusDate.get())).findFirst()
            : entries.stream()
                .filter(entry -> !entry.date().isAfter(on))
                .findFirst()
                .or(() -> entries.stream().min(Comparator.comparing(PostGisCensuses.Entry::date)));
    return chosen.flatMap(entry -> spread(known, method, entry));
  }

  private Optional<Spread> spread(People known, Method method, PostGisCensuses.Entry entry) {
    if (method == Method.BUILDINGS && !buildings.present()) {
      return Optional.empty();
    }
    return Optional.of(
        known
            .spreads()
            .computeIfAbsent(method + ":" + entry.id(), key -> make(method, censuses.read(entry))));
  }

  private Spread make(Method method, Census census) {
    return method == Method.BUILDINGS
        ? new BuildingSpread(census, buildings.read())
        : new ArealSpread(census);
  }
}
