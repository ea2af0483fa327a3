package org.tuguan.plugin.siteaudit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.analysis.Indicator;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;

/** Links of all sites that lead somewhere, of those that were tried in a period. */
@Component
class LinkValidity implements Indicator {
  private static final int ALL = 100_000;

  private final JdbcAudits audits;
  private final JdbcSites sites;
  private final Clock clock;

  LinkValidity(JdbcAudits audits, JdbcSites sites, Clock clock) {
    this.audits = audits;
    this.sites = sites;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "siteaudit-links";
  }

  @Override
  public LocalText title() {
    return new LocalText("機關網站連結有效率", "valid links of agencies' sites");
  }

  @Override
  public IndicatorUnit unit() {
    return IndicatorUnit.RATE;
  }

  @Override
  public IndicatorValue value(Period period) {
    List<Audit> ended = ended(period, ALL);
    long links = ended.stream().mapToLong(Audit::links).sum();
    long broken = ended.stream().mapToLong(Audit::broken).sum();
    return IndicatorValue.rate(links - broken, links);
  }

  @Override
  public List<Evidence> evidence(Period period, int limit) {
    Map<Long, String> titles =
        sites.list().stream().collect(Collectors.toMap(Site::id, Site::title));
    return ended(period, limit).stream().map(each -> evidence(each, titles)).toList();
  }

  private Evidence evidence(Audit audit, Map<Long, String> titles) {
    String title = titles.getOrDefault(audit.site(), "");
    return new Evidence(
        Long.toString(audit.id()),
        new LocalText(
            "%s：%d 個連結，%d 個失效".formatted(title, audit.links(), audit.broken()),
            "%s: %d links, %d broken".formatted(title, audit.links(), audit.broken())),
        audit.broken() == 0,
        audit.finished().map(each -> LocalDate.ofInstant(each, clock.getZone())),
        "/plugins/siteaudit/sites.html#" + audit.site());
  }

  private List<Audit> ended(Period period, int limit) {
    Instant from = period.from().atStartOfDay(clock.getZone()).toInstant();
    Instant before = period.until().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    return audits.listEnded(from, before, limit).stream()
        .filter(each -> each.state() == Audit.State.DONE)
        .toList();
  }
}
