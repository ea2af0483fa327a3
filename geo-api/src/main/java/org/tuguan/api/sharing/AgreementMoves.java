package org.tuguan.api.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.grants.LayerGrants;
import org.tuguan.api.keys.AgreementKeys;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Right;
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
  private final LayerGrants grants;
  private final AgreementKeys keys;
  private final AgreementLetters letters;
  private final ApplicationEventPublisher followers;
  private final AuditTrail audit;
  private final SharingProperties properties;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  AgreementMoves(
      JdbcAgreements agreements,
      LayerGrants grants,
      AgreementKeys keys,
      AgreementLetters letters,
      ApplicationEventPublisher followers,
      AuditTrail audit,
      SharingProperties properties,
      Clock clock) {
    this.agreements = agreements;
    this.grants = grants;
    this.keys = keys;
    this.letters = letters;
    this.followers = followers;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param read as it was when its layers were priced
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
    requireMove(before, AgreementState.SIGNED, Mover.OFFICER);
    requireComplete(before);
    requireSame(read, before);
    agreements.setLayers(id, layers);
    LocalDate first = before.terms().from().isAfter(today()) ? before.terms().from() : today();
    Agreement.Force force = new Agreement.Force(Optional.of(first), Optional.empty());
    step(before, AgreementState.SIGNED, force, by, before.terms().approval());
    Agreement signed = agreements.lock(id);
    grants.give(grants(signed));
    List<AgreementKeys.Issued> issued = issue(signed, by);
    letters.moved(signed, "");
    advance(signed);
    return issued;
  }

  private void requireComplete(Agreement agreement) {
    if (agreement.terms().approval().isBlank()) {
      throw new RequestException(
          Fault.CONFLICT,
          "approval",
          new LocalText("簽署前須填核定文號", "the document of approval is needed before it is signed"));
    }
    if (agreement.terms().until().isBefore(today())) {
      throw new RequestException(
          Fault.CONFLICT,
          "until",
          new LocalText("迄日已過，無從生效", "its last day is over; it could never be in force"));
    }
  }

  /** What is signed is what was priced. */
  private static void requireSame(Agreement read, Agreement now) {
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

  static List<Grant> grants(Agreement agreement) {
    List<Grant> given = new ArrayList<>();
    for (AgreementLayer each : agreement.layers()) {
      each.layer()
          .ifPresent(
              layer ->
                  given.add(
                      new Grant(
                          0,
                          layer,
                          agreement.taker(each.direction()),
                          each.rights(),
                          agreement.terms().ground(),
                          Optional.of(agreement.terms().from()),
                          Optional.of(agreement.terms().until()),
                          Optional.of(agreement.id()))));
    }
    return given;
  }

  /** One for each side that gets layers of ours. */
  private List<AgreementKeys.Issued> issue(Agreement agreement, String by) {
    List<AgreementKeys.Issued> issued = new ArrayList<>();
    for (AgreementLayer.Direction direction : AgreementLayer.Direction.values()) {
      List<AgreementLayer> given =
          agreement.listLayers(direction).stream()
              .filter(each -> each.layer().isPresent())
              .toList();
      if (!given.isEmpty()) {
        issued.add(keys.issue(key(agreement, direction, given), by));
      }
    }
    return issued;
  }

  private static AgreementKeys.Wanted key(
      Agreement agreement, AgreementLayer.Direction direction, List<AgreementLayer> given) {
    Grantee holder = agreement.taker(direction);
    Set<Right> rights =
        given.stream().flatMap(each -> each.rights().stream()).collect(Collectors.toSet());
    return new AgreementKeys.Wanted(
        agreement.id(),
        agreement.number(),
        holder instanceof Grantee.OfAgency of ? Optional.of(of.agency()) : Optional.empty(),
        holder instanceof Grantee.OfPartner of ? Optional.of(of.partner()) : Optional.empty(),
        given.stream().map(each -> each.layer().orElseThrow()).sorted().toList(),
        rights,
        agreement.terms().from(),
        agreement.terms().until(),
        agreement.terms().perMinute(),
        agreement.terms().perMonth());
  }

  /** By people, in the course of a day: it is not in force on that day any more. */
  @Transactional
  public void end(long id, String reason, String by) {
    Agreement before = agreements.lock(id);
    if (before.state() == AgreementState.ENDED) {
      return;
    }
    LocalDate last = today().minusDays(1);
    LocalDate until = before.terms().until();
    end(before, last.isBefore(until) ? last : until, reason, by, Mover.OFFICER);
  }

  private void end(Agreement before, LocalDate last, String reason, String by, Mover mover) {
    requireMove(before, AgreementState.ENDED, mover);
    grants.takeBackOf(before.id());
    keys.revokeOf(before.id(), by);
    Optional<LocalDate> first = before.force().first();
    step(
        before,
        AgreementState.ENDED,
        new Agreement.Force(first, first.map(any -> last)),
        by,
        reason);
    Agreement ended = agreements.lock(before.id());
    first.ifPresent(since -> tell(ended, since, reason));
    letters.moved(ended, reason);
  }

  private void tell(Agreement ended, LocalDate since, String reason) {
    followers.publishEvent(
        new AgreementEnded(
            ended.number(),
            "協議 %s 終止 agreement ended：%s".formatted(ended.number(), reason),
            ended.sides().withAgency(),
            ended.sides().withPartner(),
            since,
            new ArrayList<>(
                ended.listLayers(AgreementLayer.Direction.GIVEN).stream()
                    .flatMap(each -> each.layer().stream())
                    .collect(Collectors.toCollection(TreeSet::new)))));
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
            today(), signed.terms().from(), signed.terms().until(), properties.noticeDays());
    Agreement at = signed;
    if (at.state() == AgreementState.SIGNED && wanted != AgreementState.SIGNED) {
      at = byCalendar(at, AgreementState.IN_FORCE);
    }
    if (at.state() == AgreementState.IN_FORCE && wanted == AgreementState.EXPIRING) {
      at = byCalendar(at, AgreementState.EXPIRING);
      letters.moved(at, "");
    }
    if (wanted == AgreementState.ENDED) {
      end(at, at.terms().until(), "期間屆滿 its time is over", AuditTrail.SYSTEM, Mover.CALENDAR);
    }
  }

  private Agreement byCalendar(Agreement before, AgreementState to) {
    requireMove(before, to, Mover.CALENDAR);
    step(before, to, before.force(), AuditTrail.SYSTEM, "");
    return agreements.lock(before.id());
  }

  /**
   * Gives again what went with a layer that was replaced by another of its name; layers that are
   * gone for good are left out.
   */
  @Transactional
  public void giveAgain(long id) {
    Agreement agreement = agreements.lock(id);
    if (agreement.state().isSigned()) {
      List<Grant> wanted = grants(agreement);
      Set<String> there = agreements.listThere(wanted.stream().map(Grant::layer).toList());
      grants.give(wanted.stream().filter(each -> there.contains(each.layer())).toList());
    }
  }

  private void step(
      Agreement before, AgreementState to, Agreement.Force force, String by, String reason) {
    Instant now = clock.instant();
    agreements.setState(before.id(), to, force, now);
    agreements.note(before.id(), new JdbcAgreements.Event(now, by, to.name(), reason));
    audit.record(
        by,
        "agreement.move",
        "agreement:" + before.number(),
        Map.of("from", before.state().name(), "to", to.name(), "reason", reason));
  }

  private static void requireMove(Agreement from, AgreementState to, Mover by) {
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

  private LocalDate today() {
    Instant now = clock.instant();
    return LocalDate.ofInstant(now, TuguanApplication.ZONE);
  }
}
