package org.tuguan.api.demo.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.people.Accounts;
import org.tuguan.api.people.DemoAccounts;
import org.tuguan.api.security.Callers;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.law.Holidays;

/**
 * Lives the lives of the demonstration's applications, spread over the year so far. What is done
 * with them is done in the order of time, so that numbers of applications, receipts and entries run
 * as they do in an office.
 */
@Service
@ConditionalOnNotWebApplication
class DemoOffice {
  private final DemoLives lives;
  private final DemoAccounts demo;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final PastClock clock;

  DemoOffice(
      DemoLives lives, DemoAccounts demo, Accounts accounts, AuditTrail audit, PastClock clock) {
    this.lives = lives;
    this.demo = demo;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** A deed with the moment in which it is done. */
  private record Moment(Instant at, Deed deed) {}

  /**
   * All of them or none.
   *
   * @return how many applications there are now
   */
  @Transactional
  public int work() {
    demo.make();
    audit.record(
        "demo.applications", "applications", Map.of("note", "示範案件 invented, with their times"));
    List<Life> past = lives.past();
    List<Life> present = lives.present();
    List<Moment> moments = moments(past, present);
    try {
      moments.forEach(this::live);
    } finally {
      clock.comeBack();
      SecurityContextHolder.clearContext();
    }
    return past.size() + present.size();
  }

  private List<Moment> moments(List<Life> past, List<Life> present) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    OfficeDays days = new OfficeDays(Holidays.shipped(), today);
    List<Moment> moments = new ArrayList<>();
    int year = days.ofThisYear();
    for (int i = 0; i < past.size(); i++) {
      int latest = past.get(i).days() + 1;
      int start = latest + (year - latest) * (past.size() - i) / (past.size() + 1);
      moments.addAll(moments(past.get(i), days, start));
    }
    for (Life each : present) {
      moments.addAll(moments(each, days, each.days()));
    }
    moments.sort(Comparator.comparing(Moment::at));
    return moments;
  }

  private static List<Moment> moments(Life life, OfficeDays days, int start) {
    return life.deeds().stream().map(deed -> new Moment(deed.at(days, start), deed)).toList();
  }

  /** As the one whose deed it is, who sees of the catalog what that one sees. */
  private void live(Moment moment) {
    clock.tell(moment.at());
    Caller caller = accounts.find(moment.deed().account()).orElseThrow().caller();
    Callers.Principal principal = () -> caller;
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
    moment.deed().act().accept(caller);
  }
}
