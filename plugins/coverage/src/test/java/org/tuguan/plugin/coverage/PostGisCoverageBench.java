package org.tuguan.plugin.coverage;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.area.DiscReach;
import org.tuguan.plugin.coverage.area.Discs;
import org.tuguan.plugin.coverage.area.Zone;
import org.tuguan.plugin.coverage.people.ArealSpread;
import org.tuguan.plugin.coverage.people.Census;
import org.tuguan.plugin.coverage.people.CoverageCount;
import org.tuguan.plugin.coverage.people.Figure;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.people.UnitKind;
import org.tuguan.plugin.coverage.planning.Candidate;
import org.tuguan.plugin.coverage.planning.Constraints;
import org.tuguan.plugin.coverage.planning.Demand;
import org.tuguan.plugin.coverage.planning.ExactPlanner;
import org.tuguan.plugin.coverage.planning.GreedyPlanner;
import org.tuguan.plugin.coverage.planning.Progress;
import org.tuguan.plugin.coverage.planning.SitePlan;
import org.tuguan.plugin.coverage.planning.SiteProblem;

/**
 * Figures and times of the engine beside those of plain PostGIS SQL, over the tables that {@code
 * bench/coverage.sh} loads: {@code bench_point (geom)}, {@code bench_village} and {@code
 * bench_stat} (code, people, geom), all in EPSG:3826. Arguments: JDBC URL, user, password.
 */
public final class PostGisCoverageBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final double RADIUS_M = 100;
  private static final int QUARTER_SEGMENTS = 64;

  private final Connection database;

  private PostGisCoverageBench(Connection database) {
    this.database = database;
  }

  public static void main(String[] arguments) throws SQLException, ParseException {
    try (Connection database =
        DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
      new PostGisCoverageBench(database).run();
    }
  }

  private void run() throws SQLException, ParseException {
    List<Disc> discs = discs();
    OUT.printf(Locale.ROOT, "%d points at %.0f m%n", discs.size(), RADIUS_M);
    for (String table : List.of("bench_village", "bench_stat")) {
      Census census = census(table);
      OUT.printf("%s: %d units%n", table, census.units().size());
      engine("engine, first run ", census, discs);
      engine("engine, second run", census, discs);
      sql(table);
    }
    plan(census("bench_stat"));
  }

  private static void engine(String title, Census census, List<Disc> discs) {
    long start = System.nanoTime();
    CoverageCount count =
        CoverageCount.of(new ArealSpread(census), new DiscReach(new Discs(discs), 1));
    print(title, count.city(), start);
    List<Disc> changed = new ArrayList<>(discs);
    Disc gone = changed.remove(changed.size() / 2);
    Disc come = new Disc(gone.x() + 150, gone.y(), gone.radius());
    changed.add(come);
    start = System.nanoTime();
    CoverageCount after =
        count.with(new DiscReach(new Discs(changed), 1), List.of(gone.bounds(), come.bounds()));
    print("  one point moved ", after.city(), start);
  }

  private static void print(String title, Figure figure, long start) {
    OUT.printf(
        Locale.ROOT,
        "%s %14.4f of %.0f = %.5f %%  %8.1f ms%n",
        title,
        figure.covered().orElseThrow(),
        figure.total(),
        100 * figure.rate().orElseThrow(),
        (System.nanoTime() - start) / 1e6);
  }

  private void sql(String table) throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                WITH reached AS (SELECT ST_Union(ST_Buffer(geom, %s, %d)) AS geom FROM bench_point)
                SELECT sum(z.people * ST_Area(ST_Intersection(z.geom, r.geom)) / ST_Area(z.geom)),
                       (SELECT sum(people) FROM %s)
                FROM %s z JOIN reached r ON ST_Intersects(z.geom, r.geom)
                """
                    .formatted(RADIUS_M, QUARTER_SEGMENTS, table, table))) {
      row.next();
      print(
          "plain SQL         ",
          new Figure(OptionalDouble.of(row.getDouble(1)), row.getDouble(2)),
          start);
    }
  }

  /** Fifty sites among 2,000 places where people live. */
  private static void plan(Census census) {
    SplittableRandom random = new SplittableRandom(1);
    Demand demand = Demand.of(census, 0);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      var cell = demand.cells().get(random.nextInt(demand.cells().size()));
      Disc disc = new Disc(cell.x(), cell.y(), 300);
      candidates.add(new Candidate("c" + i, disc, BigDecimal.ONE));
    }
    SiteProblem problem =
        new SiteProblem(
            demand,
            new Discs(List.of()),
            candidates,
            Constraints.sites(50),
            OptionalDouble.empty());
    long start = System.nanoTime();
    print("greedy, 50 of 2,000", new GreedyPlanner(problem, 1).plan(Progress.NONE), start);
    start = System.nanoTime();
    print(
        "exact, 50 of 2,000 ",
        new ExactPlanner(problem, 1).plan(Duration.ofSeconds(30), Progress.NONE),
        start);
  }

  private static void print(String title, SitePlan plan, long start) {
    double bound = plan.bound().orElseThrow();
    OUT.printf(
        Locale.ROOT,
        "%s %.0f people, no plan reaches more than %.0f (%.3f %%)  %8.1f ms%n",
        title,
        plan.after(),
        bound,
        100 * (bound / plan.after() - 1),
        (System.nanoTime() - start) / 1e6);
  }

  private List<Disc> discs() throws SQLException {
    List<Disc> discs = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT ST_X(geom), ST_Y(geom) FROM bench_point")) {
      while (row.next()) {
        discs.add(new Disc(row.getDouble(1), row.getDouble(2), RADIUS_M));
      }
    }
    return discs;
  }

  private Census census(String table) throws SQLException, ParseException {
    List<Unit> units = new ArrayList<>();
    WKBReader reader = new WKBReader();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT code, people, ST_AsBinary(geom) FROM %s ORDER BY code".formatted(table))) {
      while (row.next()) {
        String code = row.getString(1);
        Unit.Village village = new Unit.Village(code, code, code.substring(0, 5), "");
        units.add(new Unit(code, village, row.getInt(2), new Zone(reader.read(row.getBytes(3)))));
      }
    }
    return new Census(LocalDate.of(2021, 3, 31), UnitKind.VILLAGE, false, units);
  }
}
