package org.tuguan.plugin.siteaudit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.plugin.DemoData;
import org.tuguan.core.plugin.PluginPeople;
import org.tuguan.core.sharing.Agency;

/** Sites that do not exist, looked at once a month for half a year; the same every time. */
@Component
class SiteAuditDemo implements DemoData {
  private static final int AGENCIES = 12;
  private static final int MONTHS = 6;
  private static final long SEED = 2011;
  private static final List<String> REQUIRED = List.of("隱私權政策", "聯絡我們", "更新日期");

  private final JdbcSites sites;
  private final JdbcAudits audits;
  private final JdbcQuestions questions;
  private final PluginPeople people;
  private final Clock clock;

  SiteAuditDemo(
      JdbcSites sites,
      JdbcAudits audits,
      JdbcQuestions questions,
      PluginPeople people,
      Clock clock) {
    this.sites = sites;
    this.audits = audits;
    this.questions = questions;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "siteaudit-demo";
  }

  @Override
  @Transactional
  public long write() {
    sites.deleteSynthetic();
    Random random = new Random(SEED);
    List<Agency> agencies =
        people.listAgencies().stream()
            .filter(each -> each.firstLevel() && each.until().isEmpty())
            .limit(AGENCIES)
            .toList();
    long written = 0;
    for (Agency agency : agencies) {
      written += write(agency, random);
    }
    return written;
  }

  private long write(Agency agency, Random random) {
    Site site =
        new Site(
            0,
            agency.id(),
            agency.name().zh() + "（示範網站）",
            "https://%s.example/".formatted(agency.id()),
            REQUIRED,
            90,
            30,
            5,
            true,
            true);
    long id = sites.insert(site).orElseThrow();
    double quality = 0.75 + 0.25 * random.nextDouble();
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    for (int month = MONTHS; month >= 1; month--) {
      LocalDate day = today.minusMonths(month).withDayOfMonth(5);
      Instant moment = day.atTime(3, 0).atZone(clock.getZone()).toInstant();
      audits.want(id, moment);
      Audit taken = audits.take(moment, moment).orElseThrow();
      audits.finish(found(taken, day, quality, random), moment.plusSeconds(120));
      quality = Math.min(1, quality + 0.03 * random.nextDouble());
      int days = 1 + random.nextInt(8);
      questions.insert(id, day, Optional.of(day.plusDays(days)), "示範提問：服務時間");
    }
    return 1 + 2L * MONTHS;
  }

  private static Audit found(Audit taken, LocalDate day, double quality, Random random) {
    int links = 120 + random.nextInt(180);
    int age = random.nextInt(120);
    boolean missing = random.nextDouble() > quality;
    int questions = 6;
    return new Audit(
        taken.id(),
        taken.site(),
        Audit.State.DONE,
        taken.wanted(),
        Optional.empty(),
        "",
        40 + random.nextInt(60),
        links,
        (int) (links * (1 - quality) * 0.3),
        0,
        Optional.of(day.minusDays(age)),
        Optional.of(age <= 90),
        REQUIRED.size(),
        missing ? List.of("隱私權政策") : List.of(),
        questions,
        (int) Math.round(questions * quality));
  }
}
