package org.tuguan.api.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.sharing.AgreementState;
import org.tuguan.core.sharing.AgreementState.Mover;

/**
 * Takes an agreement from one state to the next, and writes into its timeline and the audit trail
 * what was done. The transaction is the caller's.
 */
@Component
class AgreementSteps {
  private final JdbcAgreements agreements;
  private final AuditTrail audit;
  private final Clock clock;

  AgreementSteps(JdbcAgreements agreements, AuditTrail audit, Clock clock) {
    this.agreements = agreements;
    this.audit = audit;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** In Asia/Taipei. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }

  /**
   * A step of the timeline.
   *
   * @param by name of the account, or {@link AuditTrail#SYSTEM}
   * @param reason for people; empty if there is none
   */
  record Step(AgreementState to, String by, String reason) {}

  /** Refuses what the state does not allow. */
  Agreement take(Agreement before, Step step, Mover mover, Agreement.Force force) {
    requireMove(before, step.to(), mover);
    Instant now = clock.instant();
    agreements.setState(before.id(), step.to(), force, now);
    agreements.note(
        before.id(), new JdbcAgreements.Event(now, step.by(), step.to().name(), step.reason()));
    audit.record(
        step.by(),
        "agreement.move",
        "agreement:" + before.number(),
        Map.of("from", before.state().name(), "to", step.to().name(), "reason", step.reason()));
    return agreements.lock(before.id());
  }

  static void requireMove(Agreement from, AgreementState to, Mover by) {
    if (!from.state().mayMove(to, by)) {
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "協議 %s 現為「%s」，不能改為「%s」"
                  .formatted(from.number(), from.state().title().zh(), to.title().zh()),
              "agreement %s is %s and cannot become %s"
                  .formatted(from.number(), from.state().title().en(), to.title().en())));
    }
  }

  /**
   * Refuses to sign or write over a text that the caller has not seen.
   *
   * @param seen when the text had last changed that the caller saw; null if that was not said
   */
  static void requireSeen(Agreement present, Instant seen) {
    if (seen == null) {
      throw RequestException.missing("changed");
    }
    if (!seen.equals(present.changed())) {
      throw new RequestException(
          Fault.CONFLICT,
          "changed",
          new LocalText(
              "協議 %s 在您開啟之後已有修改，請先檢視目前的內容".formatted(present.number()),
              "agreement %s was changed after you opened it; look at it as it is now first"
                  .formatted(present.number())));
    }
  }

  /** That a draft was made, and of what. */
  void drafted(Agreement draft, String by, Map<String, Object> told) {
    agreements.note(
        draft.id(), new JdbcAgreements.Event(clock.instant(), by, AgreementState.DRAFT.name(), ""));
    audit.record("agreement.create", "agreement:" + draft.number(), told);
  }

  /** That a draft was written anew, and of what. */
  void changed(Agreement draft, Map<String, Object> told) {
    audit.record("agreement.change", "agreement:" + draft.number(), told);
  }
}
