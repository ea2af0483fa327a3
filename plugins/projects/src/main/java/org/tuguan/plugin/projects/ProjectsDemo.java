package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.plugin.DemoData;
import org.tuguan.core.plugin.PluginPeople;
import org.tuguan.core.sharing.Agency;

/** Made-up projects of this year and of the plan's, 2011; the same for the same day. */
@Component
class ProjectsDemo implements DemoData {
  private static final int PROJECTS = 120;
  private static final int PLAN_YEAR = 2011;
  private static final int PLAN_PROJECTS = 60;
  private static final long SEED = 904;
  private static final List<String> WHAT =
      List.of("道路改善", "公園整建", "校舍補強", "排水整治", "橋梁檢測", "路燈更新", "圖資更新", "停車場興建");

  private final JdbcProjects projects;
  private final JdbcProgress progress;
  private final PluginPeople people;
  private final ProjectsLayer layer;
  private final Clock clock;

  ProjectsDemo(
      JdbcProjects projects,
      JdbcProgress progress,
      PluginPeople people,
      ProjectsLayer layer,
      Clock clock) {
    this.projects = projects;
    this.progress = progress;
    this.people = people;
    this.layer = layer;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "projects-demo";
  }

  @Override
  @Transactional
  public long write() {
    projects.deleteSynthetic();
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    long written = write(today.getYear(), PROJECTS, today);
    if (today.getYear() != PLAN_YEAR) {
      written += write(PLAN_YEAR, PLAN_PROJECTS, today);
    }
    layer.publish(true);
    return written;
  }

  private long write(int year, int count, LocalDate today) {
    Random random = new Random(SEED + year);
    List<Agency> agencies =
        people.listAgencies().stream()
            .filter(each -> each.firstLevel() && exists(each, LocalDate.of(year, 1, 1)))
            .toList();
    long written = 0;
    for (int i = 1; i <= count; i++) {
      Agency agency = agencies.get(random.nextInt(agencies.size()));
      written += write(project(i, agency, year, today, random), today, random);
    }
    return written;
  }

  private static boolean exists(Agency agency, LocalDate day) {
    return agency.from().filter(each -> each.isAfter(day)).isEmpty()
        && agency.until().filter(each -> each.isBefore(day)).isEmpty();
  }

  private long write(Project project, LocalDate today, Random random) {
    long id = projects.insert(project).orElseThrow();
    projects.replaceCheckPoints(id, checkPoints(project, today));
    return 1 + (project.stages().awarded().isPresent() ? enter(id, project, today, random) : 0);
  }

  /** Of a year that is over, every one has come to its end. */
  private static Project project(int i, Agency agency, int year, LocalDate today, Random random) {
    boolean over = year < today.getYear();
    LocalDate due = LocalDate.of(year, 1, 10).plusDays(random.nextInt(340));
    boolean went = due.plusDays(20).isBefore(today) && (over || random.nextDouble() < 0.93);
    int failed = random.nextDouble() < 0.12 ? 1 + random.nextInt(over ? 2 : 3) : 0;
    LocalDate awarded = due.plusDays(25 + 30L * failed + random.nextInt(20));
    boolean won = went && awarded.isBefore(today) && failed < 3;
    LocalDate started = awarded.plusDays(10 + random.nextInt(20));
    boolean begun = won && started.isBefore(today);
    LocalDate completed = started.plusDays(90 + random.nextInt(200));
    boolean done = begun && completed.isBefore(today);
    BigDecimal budget = new BigDecimal(300_000 + 100_000L * random.nextInt(400));
    BigDecimal spent =
        done
            ? budget.multiply(new BigDecimal("0.96")).setScale(0, RoundingMode.DOWN)
            : begun
                ? budget.multiply(new BigDecimal("0.40")).setScale(0, RoundingMode.DOWN)
                : BigDecimal.ZERO;
    return new Project(
        0,
        "D%d-%04d".formatted(year - 1911, i),
        agency.name().zh().replaceFirst("^臺中市政府", "")
            + WHAT.get(random.nextInt(WHAT.size()))
            + "（示範）",
        agency.id(),
        ProjectKind.values()[i % 4 == 0 ? random.nextInt(3) : 3],
        new Project.People("示範承辦", "示範主管"),
        new Project.Money(
            budget,
            budget.multiply(new BigDecimal("0.45")).setScale(0, RoundingMode.DOWN),
            budget,
            spent),
        random.nextDouble() < 0.5,
        year,
        new Project.Stages(
            due,
            went ? Optional.of(due.plusDays(random.nextInt(15))) : Optional.empty(),
            failed,
            won ? Optional.of(awarded) : Optional.empty(),
            begun ? Optional.of(started) : Optional.empty(),
            done ? Optional.of(completed) : Optional.empty()),
        Optional.of(120.58 + 0.16 * random.nextDouble()),
        Optional.of(24.08 + 0.18 * random.nextDouble()),
        true,
        1);
  }

  private static List<JdbcProjects.CheckPoint> checkPoints(Project project, LocalDate today) {
    List<String> titles = project.kind().checkPoints();
    boolean moves = project.stages().awarded().isPresent();
    return IntStream.range(0, titles.size())
        .mapToObj(
            i -> {
              LocalDate planned = project.stages().tenderDue().plusDays(45L * i);
              LocalDate reached = planned.plusDays(7);
              return new JdbcProjects.CheckPoint(
                  i + 1,
                  titles.get(i),
                  planned,
                  moves && reached.isBefore(today) ? Optional.of(reached) : Optional.empty());
            })
        .toList();
  }

  /** Most are near their plan; every ninth is late, every thirteenth ahead. */
  private long enter(long id, Project project, LocalDate today, Random random) {
    LocalDate start = project.stages().awarded().orElseThrow();
    LocalDate end = project.stages().completed().orElse(today);
    double drift = id % 9 == 0 ? -14 : id % 13 == 0 ? 12 : random.nextDouble() * 6 - 3;
    long written = 0;
    int step = 0;
    for (YearMonth month = YearMonth.from(start);
        !month.isAfter(YearMonth.from(end)) && EntrySystem.CITY.due(month).isBefore(today);
        month = month.plusMonths(1)) {
      step++;
      double planned = Math.min(100, 12.5 * step);
      double actual = Math.max(0, Math.min(100, planned + drift));
      for (EntrySystem system : EntrySystem.values()) {
        if (project.isControlled() && random.nextDouble() < 0.97) {
          progress.write(
              new Progress(
                  id,
                  system,
                  month,
                  decimal(planned),
                  decimal(actual),
                  reason(drift),
                  system.due(month).atTime(9, 0).atZone(clock.getZone()).toInstant(),
                  "demo"));
          written++;
        }
      }
    }
    return written;
  }

  private static String reason(double drift) {
    return drift <= -10 ? "用地協調" : drift >= 10 ? "提前進場" : "";
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(Math.round(value * 10), 1);
  }
}
