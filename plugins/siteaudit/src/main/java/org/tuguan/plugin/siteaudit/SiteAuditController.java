package org.tuguan.plugin.siteaudit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Role;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginCallers;
import org.tuguan.core.plugin.PluginPeople;
import org.tuguan.core.sharing.Agency;

/** {@code /api/v1/siteaudit}: sites, what was found, and the ranking of agencies. */
@RestController
@RequestMapping("/api/v1/siteaudit")
class SiteAuditController {
  private static final Role[] READERS = {Role.OFFICER, Role.OWNER, Role.KPI, Role.ADMIN};
  private static final Role[] KEEPERS = {Role.OFFICER, Role.KPI, Role.ADMIN};
  private static final int HISTORY = 24;

  private final JdbcSites sites;
  private final JdbcAudits audits;
  private final JdbcQuestions questions;
  private final SiteAudits ranking;
  private final PluginCallers callers;
  private final PluginPeople people;
  private final PluginAudit trail;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  SiteAuditController(
      JdbcSites sites,
      JdbcAudits audits,
      JdbcQuestions questions,
      SiteAudits ranking,
      PluginCallers callers,
      PluginPeople people,
      PluginAudit trail,
      Clock clock) {
    this.sites = sites;
    this.audits = audits;
    this.questions = questions;
    this.ranking = ranking;
    this.callers = callers;
    this.people = people;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @param last null if it was never looked at
   * @param open it waits to be looked at, or is being looked at
   */
  record Listed(Site site, LocalText agencyName, Audit last, Score score, boolean open) {}

  @GetMapping("/sites")
  Map<String, List<Listed>> list() {
    callers.require(READERS);
    Map<Long, Audit> last =
        audits.listLast(clock.instant()).stream()
            .collect(Collectors.toMap(Audit::site, Function.identity()));
    Set<Long> open = Set.copyOf(audits.listOpen());
    Map<String, LocalText> names = agencyNames();
    return Map.of(
        "sites",
        sites.list().stream()
            .map(
                site -> {
                  Audit audit = last.get(site.id());
                  return new Listed(
                      site,
                      names.getOrDefault(site.agency(), LocalText.same(site.agency())),
                      audit,
                      audit == null ? null : audit.score(),
                      open.contains(site.id()));
                })
            .toList());
  }

  private Map<String, LocalText> agencyNames() {
    return people.listAgencies().stream().collect(Collectors.toMap(Agency::id, Agency::name));
  }

  @PostMapping("/sites")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  Site add(@RequestBody SiteDraft draft) {
    callers.require(KEEPERS);
    Site site = draft.check(0, people);
    long id =
        sites
            .insert(site)
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.CONFLICT,
                        "url",
                        new LocalText("已有這個網址的網站", "there is a site of this address already")));
    trail.record("site.add", "site:" + id, Map.of("url", site.url()));
    return site(id);
  }

  @PutMapping("/sites/{id}")
  @Transactional
  Site change(@PathVariable("id") long id, @RequestBody SiteDraft draft) {
    callers.require(KEEPERS);
    site(id);
    Site site = draft.check(id, people);
    sites.update(site);
    trail.record("site.change", "site:" + id, Map.of("url", site.url()));
    return site(id);
  }

  @DeleteMapping("/sites/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void remove(@PathVariable("id") long id) {
    callers.require(KEEPERS);
    Site site = site(id);
    sites.delete(id);
    trail.record("site.remove", "site:" + id, Map.of("url", site.url()));
  }

  /** What was found at a site, newest first, and the questions of the last year. */
  record History(Site site, List<Scored> audits, List<Question> questions) {}

  record Scored(Audit audit, Score score, Optional<Double> total) {
    static Scored of(Audit audit) {
      return new Scored(audit, audit.score(), audit.score().total());
    }
  }

  @GetMapping("/sites/{id}")
  History history(@PathVariable("id") long id) {
    callers.require(READERS);
    return new History(
        site(id),
        audits.listOf(id, HISTORY).stream().map(Scored::of).toList(),
        questions.listOf(id, today().minusYears(1)));
  }

  /** Wants a site looked at; it happens within a minute or two. */
  @PostMapping("/sites/{id}/audits")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Transactional
  Map<String, Boolean> want(@PathVariable("id") long id) {
    callers.require(KEEPERS);
    Site site = site(id);
    if (site.synthetic()) {
      throw new RequestException(
          Fault.CONFLICT,
          "id",
          new LocalText(
              "這是示範用的網站，並不存在，無法檢查",
              "this site is made up for the demonstration; it cannot be visited"));
    }
    boolean begun = audits.want(id, clock.instant());
    if (begun) {
      trail.record("site.want", "site:" + id, Map.of());
    }
    return Map.of("waiting", true, "begun", begun);
  }

  @GetMapping("/audits/{id}/broken-links")
  Map<String, List<BrokenLink>> broken(@PathVariable("id") long id) {
    callers.require(READERS);
    Audit audit = audits.find(id).orElseThrow(() -> nothing("id"));
    return Map.of("broken_links", audits.listBroken(audit.id()));
  }

  /**
   * @param asked day; today if left out
   * @param answered day; not yet if left out
   */
  record QuestionDraft(LocalDate asked, LocalDate answered, String subject) {}

  @PostMapping("/sites/{id}/questions")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  History ask(@PathVariable("id") long id, @RequestBody QuestionDraft draft) {
    callers.require(KEEPERS);
    site(id);
    LocalDate asked = Objects.requireNonNullElse(draft.asked(), today());
    if (asked.isAfter(today())) {
      throw RequestException.invalid(
          "asked", asked.toString(), new LocalText("今日以前（含）的日期", "a day up to today"));
    }
    if (draft.answered() != null
        && (draft.answered().isBefore(asked) || draft.answered().isAfter(today()))) {
      throw RequestException.invalid(
          "answered",
          draft.answered().toString(),
          new LocalText("提問日至今日之間的日期", "a day from asked up to today"));
    }
    if (draft.subject() == null || draft.subject().isBlank() || draft.subject().length() > 200) {
      throw RequestException.invalid(
          "subject",
          String.valueOf(draft.subject()),
          new LocalText("1 至 200 字", "1 to 200 characters"));
    }
    long question =
        questions.insert(id, asked, Optional.ofNullable(draft.answered()), draft.subject().strip());
    trail.record("question.add", "question:" + question, Map.of("site", id));
    return history(id);
  }

  /** An answer came. */
  record Answer(LocalDate answered) {}

  @PutMapping("/questions/{id}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void answered(@PathVariable("id") long id, @RequestBody Answer answer) {
    callers.require(KEEPERS);
    LocalDate day = Objects.requireNonNullElse(answer.answered(), today());
    if (day.isAfter(today()) || !questions.answer(id, day)) {
      throw new RequestException(
          Fault.CONFLICT,
          "answered",
          new LocalText(
              "沒有這則待回覆的提問，或日期不在提問日與今天之間",
              "no such open question, or the day is not between the question and today"));
    }
    trail.record("question.answer", "question:" + id, Map.of("day", day.toString()));
  }

  /** The places of agencies on a day, and how many sites stand behind them. */
  record Ranking(LocalDate on, List<Place> places) {}

  record Place(
      int place, String agency, LocalText name, int sites, Score means, Optional<Double> total) {}

  @GetMapping("/ranking")
  Ranking ranking(
      @RequestParam(name = "on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate on) {
    callers.require(READERS);
    LocalDate day = Objects.requireNonNullElse(on, today());
    Map<String, LocalText> names = agencyNames();
    return new Ranking(
        day,
        ranking.ranking(day).stream()
            .map(
                each ->
                    new Place(
                        each.place(),
                        each.agency(),
                        names.getOrDefault(each.agency(), LocalText.same(each.agency())),
                        each.sites(),
                        each.means(),
                        each.total()))
            .toList());
  }

  @GetMapping("/ranking.csv")
  ResponseEntity<byte[]> rankingFile(
      @RequestParam(name = "on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate on) {
    Ranking ranking = ranking(on);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            "Content-Disposition",
            "attachment; filename=\"siteaudit-%s.csv\"".formatted(ranking.on()))
        .body(RankingCsv.of(ranking.places()));
  }

  private Site site(long id) {
    return sites.find(id).orElseThrow(() -> nothing("id"));
  }

  private static RequestException nothing(String parameter) {
    return new RequestException(
        Fault.NOT_FOUND, parameter, new LocalText("沒有這一筆", "there is no such record"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
