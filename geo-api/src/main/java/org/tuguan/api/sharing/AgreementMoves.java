package org.tuguan.api.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.keys.AgreementKeys;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.sharing.AgreementState;
import org.tuguan.core.sharing.AgreementState.Mover;
import org.tuguan.core.sharing.AgreementTerm;

/**
 * Signs agreements and ends them, each in one transaction under the agreement's lock: state,
 * rights, keys, what rests on them, timeline, audit trail and letters come together or not at all.
 * Whoever repeats a move does no harm.
 */
@Component
class AgreementMoves {
  private final JdbcAgreements agreements;
  private final AgreementSteps steps;
  private final AgreementRights rights;
  private final AgreementLetters letters;
  private final ApplicationEventPublisher followers;
  private final SharingProperties properties;

  AgreementMoves(
      JdbcAgreements agreements,
      AgreementSteps steps,
      AgreementRights rights,
      AgreementLetters letters,
      ApplicationEventPublisher followers,
      SharingProperties properties) {
    this.agreements = agreements;
    this.steps = steps;
    this.rights = rights;
    this.letters = letters;
    this.followers = followers;
    this.properties = properties;
  }

  /**
   * @param read as the signer saw it and its layers were priced
   * @param layers as they were then, with their prices
   * @return the keys that were made; none if it was signed before
   */
  @Transactional
  public List<AgreementKeys.Issued> sign(Agreement read, List<AgreementLayer> layers, String by) {
    long id = read.id();
    Agreement before = agreements.lock(id);
    if (before.state().isSigned()) {
      return List.of();
    }
    AgreementSteps.requireMove(before, AgreementState.SIGNED, Mover.OFFICER);
    LocalDate today = steps.today();
    requireComplete(before, today);
    requireSame(read, before);
    agreements.setLayers(id, layers);
    LocalDate first = before.terms().from().isAfter(today) ? before.terms().from() : today;
    Agreement signed =
        steps.take(
            before,
            new AgreementSteps.Step(AgreementState.SIGNED, by, before.terms().approval()),
            Mover.OFFICER,
            new Agreement.Force(Optional.of(first), Optional.empty()));
    List<AgreementKeys.Issued> issued = rights.give(signed, today, by);
    letters.moved(signed, "");
    advance(signed);
    return issued;
  }

  private static void requireComplete(Agreement agreement, LocalDate today) {
    if (agreement.terms().approval().isBlank()) {
      throw new RequestException(
          Fault.CONFLICT,
          "approval",
          new LocalText("簽署前須填核定文號", "the document of approval is needed before it is signed"));
    }
    if (agreement.terms().until().isBefore(today)) {
      throw new RequestException(
          Fault.CONFLICT,
          "until",
          new LocalText("迄日已過，無從生效", "its last day is over; it could never be in force"));
    }
  }

  /** What is signed is what was seen and priced. */
  private static void requireSame(Agreement read, Agreement now) {
    AgreementSteps.requireSeen(now, read.changed());
    if (!read.layers().equals(now.layers())
        || !read.terms().equals(now.terms())
        || !read.sides().equals(now.sides())) {
      throw new RequestException(
          Fault.CONFLICT,
          "layers",
          new LocalText(
              "簽署期間協議內容已有修改，請重新檢視後再簽署",
              "the agreement was changed while it was being signed; look at it again and sign then"));
    }
  }

  /** By people, in the course of a day: it is not in force on that day any more. */
  @Transactional
  public void end(long id, String reason, String by) {
    Agreement before = agreements.lock(id);
    if (before.state() == AgreementState.ENDED) {
      return;
    }
    LocalDate last = steps.today().minusDays(1);
    LocalDate until = before.terms().until();
    end(
        before,
        last.isBefore(until) ? last : until,
        new AgreementSteps.Step(AgreementState.ENDED, by, reason),
        Mover.OFFICER);
  }

  private void end(Agreement before, LocalDate last, AgreementSteps.Step step, Mover mover) {
    AgreementSteps.requireMove(before, AgreementState.ENDED, mover);
    rights.takeBack(before.id(), step.by());
    Optional<LocalDate> first = before.force().first();
    Agreement ended =
        steps.take(before, step, mover, new Agreement.Force(first, first.map(any -> last)));
    if (first.isPresent()) {
      followers.publishEvent(
          new AgreementEnded(
              ended.id(), "協議 %s 終止 agreement ended：%s".formatted(ended.number(), step.reason())));
    }
    letters.moved(ended, step.reason());
  }

  /** Takes it to where it stands today. */
  @Transactional
  public void advance(long id) {
    Agreement agreement = agreements.lock(id);
    if (agreement.state().isSigned()) {
      advance(agreement);
    }
  }

  private void advance(Agreement signed) {
    AgreementState wanted =
        AgreementTerm.stateOn(
            steps.today(), signed.terms().from(), signed.terms().until(), properties.noticeDays());
    Agreement at = signed;
    if (at.state() == AgreementState.SIGNED && wanted != AgreementState.SIGNED) {
      at = byCalendar(at, AgreementState.IN_FORCE);
    }
    if (at.state() == AgreementState.IN_FORCE && wanted == AgreementState.EXPIRING) {
      at = byCalendar(at, AgreementState.EXPIRING);
      letters.moved(at, "");
    }
    if (wanted == AgreementState.ENDED) {
      AgreementSteps.Step over =
          new AgreementSteps.Step(AgreementState.ENDED, AuditTrail.SYSTEM, "期間屆滿 its time is over");
      end(at, at.terms().until(), over, Mover.CALENDAR);
    }
  }

  private Agreement byCalendar(Agreement before, AgreementState to) {
    AgreementSteps.Step step = new AgreementSteps.Step(to, AuditTrail.SYSTEM, "");
    return steps.take(before, step, Mover.CALENDAR, before.force());
  }

  /** Gives again what went with layers that were replaced by others of their names. */
  @Transactional
  public void giveAgain(long id) {
    Agreement agreement = agreements.lock(id);
    if (agreement.state().isSigned()) {
      rights.giveAgain(agreement, steps.today());
    }
  }
}
