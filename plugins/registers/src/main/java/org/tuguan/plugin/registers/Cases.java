package org.tuguan.plugin.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.law.Holidays;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginPeople;

/** Opens and changes cases; each change with its line in the history, or not at all. */
@Service
class Cases {
  private final JdbcCases cases;
  private final PluginPeople people;
  private final PluginAudit audit;
  private final Holidays holidays;
  private final CaseLayers layers;
  private final Clock clock;

  Cases(
      JdbcCases cases,
      PluginPeople people,
      PluginAudit audit,
      Holidays holidays,
      CaseLayers layers,
      Clock clock) {
    this.cases = cases;
    this.people = people;
    this.audit = audit;
    this.holidays = holidays;
    this.layers = layers;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  Case check(Register register, CaseDraft draft) {
    return draft.check(register, Optional.empty(), today(), people, holidays);
  }

  @Transactional
  Case open(Register register, CaseDraft draft, String by) {
    Case opened = insert(register, check(register, draft), by, draft.note());
    audit.record("case.open", "case:" + opened.number(), Map.of("register", register.id()));
    layers.changed(register);
    return opened;
  }

  /** Joins the transaction of the caller. */
  Case insert(Register register, Case one, String by, String note) {
    String number = cases.nextNumber(register, one.opened().getYear());
    Case numbered = one.numbered(number);
    long id = cases.insert(numbered);
    cases.note(id, new JdbcCases.Event(clock.instant(), by, "open", one.state(), text(note)));
    return cases.findByNumber(number).orElseThrow();
  }

  /**
   * @throws RequestException CONFLICT if somebody changed it since
   */
  @Transactional
  Case change(Register register, Case before, CaseDraft draft, String by) {
    if (!Objects.equals(draft.version(), before.version())) {
      throw changed();
    }
    Case after = draft.check(register, Optional.of(before), today(), people, holidays);
    if (!cases.update(after)) {
      throw changed();
    }
    String kind = before.state().equals(after.state()) ? "change" : "state";
    cases.note(
        before.id(),
        new JdbcCases.Event(clock.instant(), by, kind, after.state(), text(draft.note())));
    audit.record(
        "case." + kind,
        "case:" + before.number(),
        Map.of("from", before.state(), "to", after.state()));
    layers.changed(register);
    return cases.findByNumber(before.number()).orElseThrow();
  }

  /** Joins the transaction of the caller. */
  void attached(Case one, String file, String by) {
    cases.note(one.id(), new JdbcCases.Event(clock.instant(), by, "attachment", one.state(), file));
    audit.record("case.attach", "case:" + one.number(), Map.of("file", file));
  }

  private static String text(String note) {
    return Objects.toString(note, "").strip();
  }

  private static RequestException changed() {
    return new RequestException(
        Fault.CONFLICT,
        "version",
        new LocalText(
            "這件案件已被他人修改，請重新整理後再改",
            "somebody has changed this case in the meantime; look at it again"));
  }
}
