package org.tuguan.plugin.siteaudit;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the sites whose time has come. */
@Service
class SiteAudits {
  /** With the site that is begun at its end, well within the longest run of a job. */
  private static final Duration TURN = Duration.ofHours(1);

  private final AuditLimits limits;
  private final JdbcSites sites;
  private final JdbcAudits audits;
  private final JdbcQuestions questions;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SiteAudits(
      AuditLimits limits,
      JdbcSites sites,
      JdbcAudits audits,
      JdbcQuestions questions,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.limits = limits;
    this.sites = sites;
    this.audits = audits;
    this.questions = questions;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Looks at those that are due or wanted, one after the other, for about an hour; the others wait
   * for the next run. Interrupted, it puts back the one that it looks at.
   */
  void run() {
    Instant end = clock.instant().plus(TURN);
    audits.wantDue(clock.instant());
    while (!Thread.currentThread().isInterrupted() && clock.instant().isBefore(end)) {
      Optional<Audit> next = take();
      if (next.isEmpty()) {
        return;
      }
      look(next.get());
    }
  }

  private Optional<Audit> take() {
    Instant now = clock.instant();
    return audits.take(now, now.minus(limits.whole().multipliedBy(2)));
  }

  private void look(Audit audit) {
    Site site = sites.find(audit.site()).orElseThrow();
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    if (site.synthetic()) {
      audits.fail(audit.id(), "a site of the demonstration does not exist", clock.instant());
      return;
    }
    try (WebClient client = new WebClient(limits)) {
      Crawled found =
          new SiteCrawl(limits, client, site.required(), today).run(URI.create(site.url()));
      transaction.executeWithoutResult(status -> write(audit, site, found, today));
    } catch (Unreachable e) {
      audits.fail(audit.id(), e.getMessage(), clock.instant());
    } catch (CancellationException e) {
      putBack(audit);
    }
  }

  private void putBack(Audit audit) {
    // Connections are not lent to a thread that is interrupted.
    boolean interrupted = Thread.interrupted();
    try {
      audits.putBack(audit.id());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void write(Audit audit, Site site, Crawled found, LocalDate today) {
    found.broken().forEach(link -> audits.insertBroken(audit.id(), link));
    audits.finish(judged(audit, site, found, today), clock.instant());
  }

  private Audit judged(Audit audit, Site site, Crawled found, LocalDate today) {
    List<Question> asked =
        questions.listOf(site.id(), today.minusYears(1)).stream()
            .filter(each -> each.countsOn(today, site.answerDays()))
            .toList();
    return new Audit(
        audit.id(),
        site.id(),
        Audit.State.DONE,
        audit.wanted(),
        Optional.empty(),
        "",
        found.pages(),
        found.links(),
        found.broken().size(),
        found.untried(),
        found.newest(),
        found.newest().map(day -> !day.isBefore(today.minusDays(site.freshDays()))),
        site.required().size(),
        found.missing(),
        asked.size(),
        (int) asked.stream().filter(each -> each.inTime(site.answerDays())).count());
  }

  /** Ranking of agencies by the mean of their sites' scores, best first; unjudged last. */
  List<Ranked> ranking(LocalDate day) {
    Map<Long, Site> known = sites.list().stream().collect(Collectors.toMap(Site::id, each -> each));
    Instant before = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    return Ranked.of(audits.listLast(before), known);
  }
}
