package org.tuguan.api.demo.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.demo.DemoSupplement;
import org.tuguan.api.people.Accounts;
import org.tuguan.api.people.DemoAccounts;
import org.tuguan.api.security.Callers;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.law.Holidays;

/**
 * Applications of the demonstration's accounts, spread over the year so far. What is done with them
 * is done in the order of time, so that numbers of applications, receipts and entries run as they
 * do in an office. All of them or none; none where somebody has applied before, or where there is
 * no demonstration.
 */
@Component
@Order(1)
@ConditionalOnNotWebApplication
class DemoOrders implements DemoSupplement {
  private final TuguanProperties properties;
  private final Desks desks;
  private final DemoLives lives;
  private final DemoAccounts demo;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final PastClock clock;

  DemoOrders(
      TuguanProperties properties,
      Desks desks,
      DemoLives lives,
      DemoAccounts demo,
      Accounts accounts,
      AuditTrail audit,
      PastClock clock) {
    this.properties = properties;
    this.desks = desks;
    this.lives = lives;
    this.demo = demo;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** A deed with the moment in which it is done. */
  private record Moment(Instant at, Deed deed) {}

  @Override
  @Transactional
  @SuppressWarnings("SystemOut")
  public boolean write() {
    if (!properties.demo() || !desks.issuing().isEmpty()) {
      return true;
    }
    long began = System.nanoTime();
    demo.make();
    audit.record("demo.orders", "applications", Map.of("note", "示範案件，時間為虛構 invented"));
    List<Life> past = lives.past();
    List<Life> present = lives.present();
    List<Moment> moments = moments(past, present);
    try {
      moments.forEach(this::live);
    } finally {
      clock.comeBack();
      SecurityContextHolder.clearContext();
    }
    System.out.printf(
        Locale.ROOT,
        "  applications %,d (%.1f s)%n",
        past.size() + present.size(),
        (System.nanoTime() - began) / 1e9);
    return true;
  }

  private List<Moment> moments(List<Life> past, List<Life> present) {
    OfficeDays days = new OfficeDays(Holidays.shipped(), today(clock));
    List<Moment> moments = new ArrayList<>();
    int year = days.ofThisYear();
    for (int i = 0; i < past.size(); i++) {
      int latest = past.get(i).days() + 1;
      int start = latest + (year - latest) * (past.size() - i) / (past.size() + 1);
      moments(past.get(i), days, start).forEach(moments::add);
    }
    for (Life each : present) {
      moments(each, days, each.days()).forEach(moments::add);
    }
    moments.sort(Comparator.comparing(Moment::at));
    return moments;
  }

  private static Stream<Moment> moments(Life life, OfficeDays days, int start) {
    return life.deeds().stream().map(deed -> new Moment(deed.at(days, start), deed));
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

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }
}
