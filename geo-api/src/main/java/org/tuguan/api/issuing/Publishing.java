package org.tuguan.api.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.FeeStandard;

/** Publishes versions of fee standards, from days to come; nothing in force or used is edited. */
@Service
class Publishing {
  private final JdbcFeeStandards jdbc;
  private final FeeStandardStore store;
  private final AuditTrail audit;
  private final Clock clock;

  Publishing(JdbcFeeStandards jdbc, FeeStandardStore store, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param from first day in force, after today
   * @param document the whole version; the first thing that is wrong in it is named with its line
   */
  @Transactional
  public FeeStandard put(String id, LocalDate from, String document, Caller caller) {
    FeeStandard standard = FeeStandard.read(document);
    FeeStandard.Edition edition = standard.edition();
    if (!edition.id().equals(id)) {
      throw RequestException.invalid("id", edition.id(), "the address says " + id);
    }
    if (!edition.from().equals(Optional.of(from))) {
      throw RequestException.invalid(
          "effective_from",
          String.valueOf(edition.from().orElse(null)),
          "the address says " + from);
    }
    if (!from.isAfter(LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE))) {
      throw new RequestException(
          Fault.CONFLICT,
          "effective_from",
          new LocalText(
              "%s 已到或已過；施行中之版本不得修改，請自明日以後發布".formatted(from),
              "%s is not in the future; what is in force is never changed, publish from tomorrow on"
                  .formatted(from)));
    }
    Optional<String> before = jdbc.findDocument(id, from);
    if (before.isPresent() && jdbc.used(id, FeeStandard.read(before.get()).edition().version())) {
      throw new RequestException(
          Fault.CONFLICT,
          "effective_from",
          new LocalText(
              "此版本已用於試算，不得修改；請以另一施行日發布",
              "quotes were given under this version, it is never changed; publish from another day"));
    }
    jdbc.put(id, from, document, clock.instant(), caller.user().orElse(AuditTrail.SYSTEM));
    store.read();
    audit.record(
        "fee-standard.publish",
        "fee-standard:" + id,
        Map.of("from", from.toString(), "version", edition.version()));
    return standard;
  }
}
