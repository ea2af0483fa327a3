package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
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
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginCallers;
import org.tuguan.core.plugin.PluginPeople;

/** {@code /api/v1/projects}: the projects and their progress. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectsController {
  static final Role[] READERS = {Role.OFFICER, Role.OWNER, Role.KPI, Role.PLANNER, Role.ADMIN};
  private static final Role[] WRITERS = {Role.OFFICER, Role.OWNER, Role.KPI, Role.ADMIN};
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final JdbcProjects projects;
  private final JdbcProgress progress;
  private final PluginCallers callers;
  private final PluginPeople people;
  private final PluginAudit trail;
  private final ProjectsLayer layer;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  ProjectsController(
      JdbcProjects projects,
      JdbcProgress progress,
      PluginCallers callers,
      PluginPeople people,
      PluginAudit trail,
      ProjectsLayer layer,
      Clock clock) {
    this.projects = projects;
    this.progress = progress;
    this.callers = callers;
    this.people = people;
    this.trail = trail;
    this.layer = layer;
    this.clock = clock;
  }

  record Listing(int year, List<Integer> years, List<Project> projects) {}

  @GetMapping
  Listing list(@RequestParam(name = "year", required = false) Integer year) {
    callers.require(READERS);
    List<Integer> years = projects.listYears();
    int chosen =
        year != null
            ? year
            : years.isEmpty() ? clock.instant().atZone(clock.getZone()).getYear() : years.get(0);
    return new Listing(chosen, years, projects.listOfYear(chosen));
  }

  /** A project with all that is known of it. */
  record Whole(Project project, List<JdbcProjects.CheckPoint> checkPoints, List<Entry> progress) {}

  record Entry(
      EntrySystem system,
      YearMonth month,
      BigDecimal planned,
      BigDecimal actual,
      BigDecimal deviation,
      String reason,
      LocalDate due,
      boolean inTime) {}

  @GetMapping("/{id}")
  Whole get(@PathVariable("id") long id) {
    callers.require(READERS);
    return whole(id);
  }

  private Whole whole(long id) {
    return new Whole(
        project(id),
        projects.listCheckPoints(id),
        progress.listOf(id).stream()
            .map(
                each ->
                    new Entry(
                        each.system(),
                        each.month(),
                        each.planned(),
                        each.actual(),
                        each.deviation(),
                        each.reason(),
                        each.system().due(each.month()),
                        each.inTime(clock)))
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  Whole add(@RequestBody ProjectDraft draft) {
    Project project = draft.check(0, people);
    mayWrite(project.agency());
    long id =
        projects
            .insert(project)
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.CONFLICT,
                        "number",
                        new LocalText("已有這個案號", "there is a project of this number already")));
    projects.replaceCheckPoints(id, usual(project));
    trail.record("project.add", "project:" + id, Map.of("number", project.number()));
    layer.changed();
    return whole(id);
  }

  /** A month between each, beginning with the day for the tender: to be changed by people. */
  private static List<JdbcProjects.CheckPoint> usual(Project project) {
    List<String> titles = project.kind().checkPoints();
    return IntStream.range(0, titles.size())
        .mapToObj(
            i ->
                new JdbcProjects.CheckPoint(
                    i + 1,
                    titles.get(i),
                    project.stages().tenderDue().plusMonths(i),
                    Optional.empty()))
        .toList();
  }

  /** Of the version that was seen; a correction of a month is none of it, and always meant. */
  @PutMapping("/{id}")
  @Transactional
  Whole change(@PathVariable("id") long id, @RequestBody ProjectDraft draft) {
    mayWrite(project(id).agency());
    Project project = draft.check(id, people);
    mayWrite(project.agency());
    if (!projects.update(project)) {
      throw changed();
    }
    trail.record("project.change", "project:" + id, Map.of("number", project.number()));
    layer.changed();
    return whole(id);
  }

  private static RequestException changed() {
    return new RequestException(
        Fault.CONFLICT,
        "version",
        new LocalText(
            "這個標案已被他人修改，請重新整理後再改",
            "somebody has changed this project in the meantime; look at it again"));
  }

  /**
   * The check points of a project, in order.
   *
   * @param version of the project that was seen
   */
  record CheckPoints(List<Point> checkPoints, Integer version) {
    record Point(String title, LocalDate planned, LocalDate reached) {}
  }

  @PutMapping("/{id}/check-points")
  @Transactional
  Whole checkPoints(@PathVariable("id") long id, @RequestBody CheckPoints body) {
    mayWrite(project(id).agency());
    List<CheckPoints.Point> given = Objects.requireNonNullElse(body.checkPoints(), List.of());
    if (given.isEmpty()
        || given.size() > 50
        || given.stream()
            .anyMatch(
                each -> each.planned() == null || each.title() == null || each.title().isBlank())) {
      throw RequestException.invalid(
          "check_points",
          String.valueOf(given.size()),
          new LocalText("1 至 50 個查核點，各有名稱與預定日", "1 to 50, each with title and planned"));
    }
    if (body.version() == null) {
      throw RequestException.missing("version");
    }
    if (!projects.touch(id, body.version())) {
      throw changed();
    }
    projects.replaceCheckPoints(
        id,
        IntStream.range(0, given.size())
            .mapToObj(
                i ->
                    new JdbcProjects.CheckPoint(
                        i + 1,
                        given.get(i).title().strip(),
                        given.get(i).planned(),
                        Optional.ofNullable(given.get(i).reached())))
            .toList());
    trail.record("project.check-points", "project:" + id, Map.of("number", given.size()));
    return whole(id);
  }

  /** Progress of a month, in per cent of the whole. */
  record ProgressDraft(BigDecimal planned, BigDecimal actual, String reason) {}

  @PutMapping("/{id}/progress/{system}/{month}")
  @Transactional
  Whole enter(
      @PathVariable("id") long id,
      @PathVariable("system") String system,
      @PathVariable("month") String month,
      @RequestBody ProgressDraft draft) {
    Caller caller = mayWrite(project(id).agency());
    YearMonth of = month(month);
    if (of.isAfter(YearMonth.from(clock.instant().atZone(clock.getZone())))) {
      throw RequestException.invalid(
          "month", month, new LocalText("已開始的月份，例如 2026-11", "a month that has begun, as 2026-11"));
    }
    Progress entered =
        new Progress(
            id,
            system(system),
            of,
            percent("planned", draft.planned()),
            percent("actual", draft.actual()),
            Objects.toString(draft.reason(), "").strip(),
            clock.instant(),
            caller.user().orElseThrow());
    if (entered.deviation().abs().compareTo(Deviation.POINTS) >= 0 && entered.reason().isEmpty()) {
      throw new RequestException(
          Fault.MISSING_PARAMETER,
          "reason",
          new LocalText("超前或落後 10% 以上請說明原因", "say why it is off by ten points or more"));
    }
    progress.write(entered);
    trail.record(
        "progress.enter",
        "project:" + id,
        Map.of("system", entered.system().name(), "month", of.toString()));
    layer.changed();
    return whole(id);
  }

  private static EntrySystem system(String text) {
    try {
      return EntrySystem.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw RequestException.invalid(
          "system", text, new LocalText("city（本府）或 national（全國）", "city or national"));
    }
  }

  static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw RequestException.invalid(
          "month", text, new LocalText("月份，例如 2026-11", "a month as 2026-11"));
    }
  }

  private static BigDecimal percent(String name, BigDecimal value) {
    if (value == null || value.signum() < 0 || value.compareTo(HUNDRED) > 0 || value.scale() > 2) {
      throw RequestException.invalid(
          name,
          String.valueOf(value),
          new LocalText("0 至 100，小數至多 2 位", "0 to 100 with at most two digits behind the point"));
    }
    return value;
  }

  /** Owners write what their agency answers for. */
  private Caller mayWrite(String agency) {
    Caller caller = callers.require(WRITERS);
    boolean all = caller.has(Role.OFFICER) || caller.has(Role.KPI) || caller.has(Role.ADMIN);
    if (!all && !caller.agency().equals(Optional.of(agency))) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "agency",
          new LocalText("只能登錄所屬機關的標案", "only projects of your own agency"));
    }
    return caller;
  }

  private Project project(long id) {
    return projects
        .find(id)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND, "id", new LocalText("沒有這個標案", "there is no such project")));
  }
}
