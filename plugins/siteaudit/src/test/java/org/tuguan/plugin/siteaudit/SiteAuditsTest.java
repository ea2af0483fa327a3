package org.tuguan.plugin.siteaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tuguan.core.PluginDatabase;
import org.tuguan.core.analysis.Period;

class SiteAuditsTest {
  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private final PluginDatabase database = PluginDatabase.of("siteaudit");
  private final TestSite web = new TestSite();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Clock clock = ((InstantSource) now::get).withZone(TAIPEI);
  private JdbcSites sites;
  private JdbcAudits audits;
  private JdbcQuestions questions;
  private SiteAudits service;

  @BeforeEach
  void start() {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    sites = new JdbcSites(jdbc);
    audits = new JdbcAudits(jdbc);
    questions = new JdbcQuestions(jdbc);
    service =
        new SiteAudits(
            web.limits(),
            sites,
            audits,
            questions,
            new DataSourceTransactionManager(database.dataSource()),
            clock);
  }

  @AfterEach
  void stop() {
    web.close();
    database.close();
  }

  private long site(String agency, String path, boolean synthetic) {
    return sites
        .insert(
            new Site(
                0,
                agency,
                "局",
                web.uri(path).toString(),
                List.of("隱私權政策", "聯絡我們"),
                90,
                30,
                5,
                true,
                synthetic))
        .orElseThrow();
  }

  @Test
  void aDueSiteIsLookedAtOnceAndJudgedByFourCriteria() {
    web.page("/", "隱私權政策 更新日期 2026-11-01 <a href='/a'>a</a><a href='/gone'>g</a>").page("/a", "x");
    long id = site("works", "/", false);
    questions.insert(id, LocalDate.of(2026, 11, 2), Optional.of(LocalDate.of(2026, 11, 9)), "q");
    questions.insert(id, LocalDate.of(2026, 11, 2), Optional.of(LocalDate.of(2026, 11, 10)), "q");
    questions.insert(id, LocalDate.of(2026, 11, 20), Optional.empty(), "not due yet");
    service.run();
    service.run();
    List<Audit> found = audits.listOf(id, 10);
    assertThat(found).hasSize(1);
    Score score = found.get(0).score();
    assertThat(score)
        .isEqualTo(
            new Score(Optional.of(0.5), Optional.of(1.0), Optional.of(0.5), Optional.of(0.5)));
    assertThat(score.total().orElseThrow()).isCloseTo(0.625, within(1e-9));
    assertThat(audits.listBroken(found.get(0).id()))
        .extracting(BrokenLink::status)
        .containsExactly(404);
  }

  @Test
  void aSiteThatIsDownFailsWithItsReasonAndTheOthersAreLookedAt() {
    web.page("/up", "x");
    long down = site("a", "/down", false);
    long up = site("b", "/up", false);
    service.run();
    Audit failed = audits.listOf(down, 1).get(0);
    assertThat(failed.state()).isEqualTo(Audit.State.FAILED);
    assertThat(failed.why()).contains("HTTP 404");
    assertThat(failed.score().total()).contains(0.0);
    assertThat(audits.listOf(up, 1).get(0).state()).isEqualTo(Audit.State.DONE);
  }

  @Test
  void anAuditThatIsCutOffWaitsAgainAndNoneIsTakenAfterIt() {
    Thread job = Thread.currentThread();
    web.answer(
        "/",
        exchange -> {
          job.interrupt();
          TestSite.text(exchange, 200, "text/html", "<a href='/a'>a</a>");
        });
    long cut = site("a", "/", false);
    long next = site("b", "/b", false);
    service.run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(audits.listOf(cut, 1).get(0).state()).isEqualTo(Audit.State.WANTED);
    assertThat(audits.listOf(next, 1).get(0).state()).isEqualTo(Audit.State.WANTED);
  }

  @Test
  void noSiteIsTakenAfterAnHour() {
    web.answer(
        "/",
        exchange -> {
          now.set(NOW.plus(Duration.ofMinutes(61)));
          TestSite.text(exchange, 200, "text/html", "x");
        });
    long first = site("a", "/", false);
    long second = site("b", "/b", false);
    service.run();
    assertThat(audits.listOf(first, 1).get(0).state()).isEqualTo(Audit.State.DONE);
    assertThat(audits.listOf(second, 1).get(0).state()).isEqualTo(Audit.State.WANTED);
  }

  @Test
  void aSiteOfTheDemonstrationIsNeverVisited() {
    site("a", "/", true);
    service.run();
    assertThat(web.asked).isEmpty();
  }

  @Test
  void whatADeadNodeLeftIsTakenUpAgainAndOneWaitsOnceOnly() {
    long id = site("a", "/", false);
    assertThat(audits.want(id, NOW)).isTrue();
    assertThat(audits.want(id, NOW)).isFalse();
    assertThat(audits.take(NOW, NOW.minusSeconds(60))).isPresent();
    assertThat(audits.take(NOW.plusSeconds(30), NOW.minusSeconds(30))).isEmpty();
    assertThat(audits.take(NOW.plusSeconds(90), NOW.plusSeconds(30))).isPresent();
  }

  @Test
  void agenciesOfEqualScoreShareAPlace() {
    Site one = new Site(1, "a", "a", "u", List.of(), 1, 1, 1, true, false);
    Site two = new Site(2, "b", "b", "v", List.of(), 1, 1, 1, true, false);
    Site three = new Site(3, "c", "c", "w", List.of(), 1, 1, 1, true, false);
    List<Ranked> ranked =
        Ranked.of(
            List.of(audit(1, 10, 5), audit(2, 20, 10), audit(3, 10, 0)),
            Map.of(1L, one, 2L, two, 3L, three));
    assertThat(ranked).extracting(Ranked::agency).containsExactly("c", "a", "b");
    assertThat(ranked).extracting(Ranked::place).containsExactly(1, 2, 2);
  }

  private static Audit audit(long site, int links, int broken) {
    return new Audit(
        site,
        site,
        Audit.State.DONE,
        NOW,
        Optional.of(NOW),
        "",
        1,
        links,
        broken,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        0,
        0);
  }

  @Test
  void theIndicatorCountsLinksOfThePeriodAndHasNoValueWithoutAny() {
    web.page("/", "<a href='/gone'>x</a><a href='/a'>a</a>").page("/a", "x");
    site("a", "/", false);
    service.run();
    LinkValidity indicator = new LinkValidity(audits, sites, clock);
    assertThat(indicator.value(Period.year(2026)).value().orElseThrow())
        .isEqualByComparingTo("0.5");
    assertThat(indicator.value(Period.year(2025)).value()).isEmpty();
    assertThat(indicator.evidence(Period.year(2026), 10)).hasSize(1);
  }

  @Test
  void anAnswerIsDueAfterWorkingDaysOfOffices() {
    // 2026-02-16 to 20 is the lunar new year.
    Question asked = new Question(1, 1, LocalDate.of(2026, 2, 13), Optional.empty(), "q");
    assertThat(asked.due(1)).isEqualTo(LocalDate.of(2026, 2, 23));
  }
}
