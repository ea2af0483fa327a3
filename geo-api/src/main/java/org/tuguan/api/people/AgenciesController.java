package org.tuguan.api.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** {@code /api/v1/agencies}: the agencies of a day, with the names of that day. */
@RestController
class AgenciesController {
  private final JdbcAgencies agencies;
  private final AuditTrail audit;
  private final Clock clock;

  AgenciesController(JdbcAgencies agencies, AuditTrail audit, Clock clock) {
    this.agencies = agencies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param firstLevel how many first-level agencies there were
   */
  record Agencies(LocalDate on, long firstLevel, List<AgencyOfDay> agencies) {}

  /**
   * @param name of that day
   */
  record AgencyOfDay(
      String id,
      LocalText name,
      boolean firstLevel,
      String parent,
      LocalDate existsFrom,
      LocalDate seenFrom,
      LocalDate existsUntil,
      String notes) {}

  @GetMapping("/api/v1/agencies")
  Agencies on(
      @RequestParam(name = "on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate on) {
    LocalDate day =
        Objects.requireNonNullElseGet(
            on, () -> LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE));
    List<AgencyEntry> there = agencies.list().stream().filter(each -> each.existsOn(day)).toList();
    return new Agencies(
        day,
        there.stream().filter(AgencyEntry::firstLevel).count(),
        there.stream().map(each -> agency(each, day)).toList());
  }

  private static AgencyOfDay agency(AgencyEntry entry, LocalDate day) {
    return new AgencyOfDay(
        entry.id(),
        entry.nameOn(day),
        entry.firstLevel(),
        entry.parent().orElse(null),
        entry.existsFrom().orElse(null),
        entry.seenFrom().orElse(null),
        entry.existsUntil().orElse(null),
        entry.notes());
  }

  /** With its whole history. */
  @GetMapping("/api/v1/agencies/{id}")
  AgencyEntry get(@PathVariable("id") String id) {
    return agencies
        .find(id)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND, "id", new LocalText("沒有這個機關", "there is no such agency")));
  }

  /** Makes an agency or replaces what is known of it. None is ever taken away: it ends. */
  @PutMapping("/api/v1/agencies/{id}")
  @Transactional
  public AgencyEntry put(@PathVariable("id") String id, @RequestBody AgencyEntry agency) {
    if (!id.equals(agency.id())) {
      throw RequestException.invalid("id", agency.id(), "the id in the address is " + id);
    }
    agency.parent().ifPresent(parent -> requireParent(id, parent));
    if (agencies.find(id).isPresent()) {
      agencies.change(agency);
      audit.record("agency.change", "agency:" + id, Map.of("after", agency));
    } else {
      agencies.insert(agency);
      audit.record("agency.create", "agency:" + id, Map.of("after", agency));
    }
    return get(id);
  }

  private void requireParent(String id, String parent) {
    if (parent.equals(id) || agencies.find(parent).isEmpty()) {
      throw RequestException.invalid("parent", parent, "the id of another agency");
    }
  }
}
