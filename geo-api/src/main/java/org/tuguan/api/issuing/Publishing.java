package org.tuguan.api.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.FeeStandards;
import org.tuguan.core.issuing.StandardChange;

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
   * @param after all standards with the new version
   * @param changes from the version that is in force on the day before; empty if there is none
   */
  record Published(FeeStandards after, List<StandardChange> changes) {}

  /**
   * @param from first day in force, after today
   * @param document the whole version; the first thing that is wrong in it is named with its line
   * @param dryRun say what it would do, and do nothing
   */
  @Transactional
  public Published put(String id, LocalDate from, String document, boolean dryRun, Caller caller) {
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
    FeeStandards after = store.read();
    if (dryRun) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    } else {
      audit.record(
          "fee-standard.publish",
          "fee-standard:" + id,
          Map.of("from", from.toString(), "version", edition.version()));
    }
    return new Published(
        after,
        after
            .findInForce(id, from.minusDays(1))
            .map(earlier -> StandardChange.between(earlier, standard))
            .orElse(List.of()));
  }
}
