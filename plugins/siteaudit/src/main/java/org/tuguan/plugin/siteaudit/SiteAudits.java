package org.tuguan.plugin.siteaudit;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the sites whose time has come. */
@Service
class SiteAudits {
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

  /** Looks at all that are due or wanted, one after the other. */
  void run() {
    audits.wantDue(clock.instant());
    Optional<Audit> next = take();
    while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
      look(next.get());
      next = take();
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
