package org.tuguan.core.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tuguan.core.TestDatabase;

/** The functions for SQL written by hand do what the server does in Java. */
class PostGisTwd67Test {
  private static final double X = 216_000;
  private static final double Y = 2_672_000;

  private static TestDatabase database;

  @BeforeAll
  static void migrate() throws IOException {
    database = TestDatabase.create();
    try (InputStream sql =
        PostGisTwd67Test.class.getResourceAsStream("/tuguan/migration/V002__twd67.sql")) {
      database.execute(
          "CREATE SCHEMA tuguan; SET search_path = tuguan, public;"
              + new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private static double[] query(String function, Crs from, Crs to, double x, double y)
      throws SQLException {
    String sql =
        "SELECT ST_X(p), ST_Y(p), ST_SRID(p) FROM (SELECT %s(ST_Point(?, ?, ?), ?) AS p) AS q"
            .formatted(function);
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setDouble(1, x);
      statement.setDouble(2, y);
      statement.setInt(3, from.srid());
      statement.setInt(4, to.srid());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        assertThat(rows.getInt(3)).isEqualTo(to.srid());
        return new double[] {rows.getDouble(1), rows.getDouble(2)};
      }
    }
  }

  @Test
  void controlPointIsWhereTheFourParametersPutIt() throws SQLException {
    double[] point = query("tuguan.transform", Crs.TWD67_TM2_121, Crs.TWD97_TM2_121, X, Y);

    assertThat(point[0]).isCloseTo(216_828.570, within(0.001));
    assertThat(point[1]).isCloseTo(2_671_794.198, within(0.001));
  }

  @Test
  void everyPairOfSystemsAgreesWithJava() throws SQLException {
    for (Crs from : Crs.listKnown()) {
      double[] start = {X, Y};
      CoordinateTransform.between(Crs.TWD67_TM2_121, from).apply(start, 0, start, 0, 1);
      for (Crs to : Crs.listKnown()) {
        double[] expected = new double[2];
        CoordinateTransform.between(from, to).apply(start, 0, expected, 0, 1);

        double[] point = query("tuguan.transform", from, to, start[0], start[1]);

        double allowed = to.geographic() ? 1e-8 : 0.001;
        assertThat(point[0]).as(from + " to " + to).isCloseTo(expected[0], within(allowed));
        assertThat(point[1]).as(from + " to " + to).isCloseTo(expected[1], within(allowed));
      }
    }
  }

  /** Why the functions exist: if this ever fails, PostGIS has learnt an operation of its own. */
  @Test
  void plainTransformLosesTheShift() throws SQLException {
    double[] wrong = query("ST_Transform", Crs.TWD67_TM2_121, Crs.TWD97_TM2_121, X, Y);
    double[] right = query("tuguan.transform", Crs.TWD67_TM2_121, Crs.TWD97_TM2_121, X, Y);

    assertThat(Math.hypot(wrong[0] - right[0], wrong[1] - right[1])).isGreaterThan(800);
    assertThat(Math.hypot(right[0] - X, right[1] - Y)).isGreaterThan(800);
  }

  @Test
  void whatIsNotTwd67IsRefusedByItsFunctions() {
    assertThatThrownBy(() -> database.execute("SELECT tuguan.twd67_to_twd97(ST_Point(1, 1, 3826))"))
        .hasStackTraceContaining("SRID 3826 is not TWD67");
  }
}
