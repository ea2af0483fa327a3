package org.tuguan.api.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.Query;
import org.tuguan.core.snapshot.LayerChange;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SnapshotDatabase.class)
@Import(Followed.class)
class LiveLayersTest {
  @Autowired Followed followed;
  @Autowired LiveLayers layers;
  @Autowired RefreshCommand refresh;

  @Test
  void whatIsDoneByPlainSqlIsSeenWithinASecond() {
    followed.layer("plain", 500);
    for (String change :
        List.of(
            "UPDATE plain SET amount = 7 WHERE fid = 3",
            "INSERT INTO plain VALUES (501, ST_Point(210000, 2710000, 3826), 1, 'new')",
            "UPDATE plain SET geom = ST_Translate(geom, 5000, 5000) WHERE fid < 9",
            "DELETE FROM plain WHERE fid BETWEEN 20 AND 30",
            "UPDATE plain SET fid = 1001 WHERE fid = 40",
            "UPDATE plain SET geom = ST_Translate(geom, 0, 99), amount = 5",
            "TRUNCATE plain",
            "INSERT INTO plain VALUES (1, ST_Point(210000, 2710000, 3826), 1, 'new')")) {
      followed.sql(change);
      followed.withinASecond("plain");
    }
  }

  @Test
  void aMoveTellsWhereItWasAndWhereItIs() {
    followed.layer("moved", 10);
    followed.sql("UPDATE moved SET geom = ST_Point(250000, 2600000, 3826) WHERE fid = 5");
    followed.withinASecond("moved");

    await().atMost(Duration.ofSeconds(1)).until(() -> followed.heard("moved").size() == 2);
    assertThat(followed.heard("moved"))
        .extracting(change -> change.box().orElseThrow())
        .containsExactlyInAnyOrder(box(200_005, 2_700_000), box(250_000, 2_600_000));
    assertThat(followed.heard("moved").get(0).version())
        .isEqualTo(followed.view("moved").orElseThrow().version());
  }

  private static Bounds box(double x, double y) {
    return new Bounds(Crs.TWD97_TM2_121, x, y, x, y);
  }

  @Test
  void aBurstInOneStatementIsReadOnce() {
    followed.layer("burst", 100_000);
    followed.sql("UPDATE burst SET amount = amount + fid");
    followed.within(Duration.ofSeconds(20), "burst");

    assertThat(followed.heard("burst")).hasSize(1);
    assertThat(followed.view("burst").orElseThrow().parts()).hasSize(1);
  }

  @Test
  void thousandsOfRowsFarApartInOneStatementAreReadByKey() {
    followed.layer("apart", 50_000);
    Instant read = find("apart").orElseThrow().built().orElseThrow();
    followed.sql("UPDATE apart SET amount = fid WHERE fid % 6 = 0");
    followed.within(Duration.ofSeconds(5), "apart");

    assertThat(find("apart").orElseThrow().built()).contains(read);
  }

  @Test
  void manySmallStatementsAreTakenInPortions() throws SQLException {
    followed.layer("small", 5_000);
    try (Connection connection = followed.connection()) {
      for (int i = 0; i < 2_000; i++) {
        Followed.sql(
            connection,
            "UPDATE small SET amount = %d, geom = ST_Translate(geom, 0, 1) WHERE fid = %d"
                .formatted(i, 1 + i * 7 % 5_000));
      }
    }
    followed.withinASecond("small");

    assertThat(followed.view("small").orElseThrow().parts()).hasSizeLessThan(9);
    assertThat(followed.heard("small").stream().map(LayerChange::version).distinct().count())
        .isLessThan(1_000);
  }

  @Test
  void aServerThatLostItsConnectionsCatchesUp() {
    followed.layer("lost", 100);
    followed.sql(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
        UPDATE lost SET amount = 1 WHERE fid = 1;
        DELETE FROM lost WHERE fid = 2
        """);

    followed.within(Duration.ofSeconds(10), "lost");
    assertThat(followed.heard("lost")).isNotEmpty();
  }

  @Test
  void whatATransactionDidThatEndsLateIsNotMissed() throws SQLException {
    followed.layer("late", 100);
    try (Connection slow = followed.connection()) {
      slow.setAutoCommit(false);
      Followed.sql(slow, "UPDATE late SET amount = 1 WHERE fid = 1");
      followed.sql("UPDATE late SET amount = 2 WHERE fid = 2");
      followed.withinASecond("late");
      slow.commit();
    }
    followed.withinASecond("late");
  }

  @Test
  void aLayerOverTheBudgetGoesWithoutWhatNobodyDrawsAndIsThenStreamed() {
    followed.table("huge", 200);
    followed.sql("UPDATE huge SET word = fid || repeat('long', 50000)");
    followed.publish("huge");
    followed.within(Duration.ofSeconds(20), "huge");
    assertThat(find("huge").orElseThrow().live().view(List.of("word"))).isEmpty();

    followed.sql("UPDATE tuguan.style SET sld = sld || '<!-- word -->' WHERE layer = 'huge'");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> find("huge").filter(each -> each.why().contains("budget")).isPresent());
    followed.sql("UPDATE huge SET amount = 1 WHERE fid = 1");
    await().atMost(Duration.ofSeconds(2)).until(() -> !followed.heard("huge").isEmpty());

    assertThat(followed.view("huge")).isEmpty();
    try (Stream<Feature> rows = followed.source("huge").features(Query.ALL)) {
      assertThat(rows.mapToLong(row -> (Long) row.value("amount")).sum()).isEqualTo(199 * 100 + 1);
    }
    followed.sql("DELETE FROM tuguan.layer WHERE name = 'huge'");
  }

  private Optional<FollowedLayer> find(String name) {
    return layers.listLayers().stream().filter(layer -> layer.name().equals(name)).findFirst();
  }

  @Test
  void aTableMadeAnewIsFollowedAnew() {
    followed.layer("again", 50);
    followed.sql("DROP TABLE again");
    followed.table("again", 80);
    followed.sql("UPDATE tuguan.layer SET updated = now() WHERE name = 'again'");
    followed.within(Duration.ofSeconds(5), "again");
    assertThat(followed.heard("again")).anyMatch(change -> change.box().isEmpty());

    followed.sql("UPDATE again SET amount = 3 WHERE fid = 70");
    followed.withinASecond("again");
  }

  @Test
  void aViewIsReadAgainAndTellsOnlyOfDifferences() {
    followed.table("below", 30);
    followed.sql("CREATE VIEW above AS SELECT * FROM below WHERE amount > 50");
    followed.publish("above");
    followed.within(Duration.ofSeconds(5), "above");
    assertThat(followed.heard("above")).isEmpty();

    followed.sql("UPDATE below SET amount = 60 WHERE fid = 7");
    followed.within(Duration.ofSeconds(5), "above");
    assertThat(followed.heard("above")).hasSize(1);

    followed.sql("UPDATE below SET amount = 61 WHERE fid = 7");
    assertThat(refresh.run(List.of("above"))).isZero();
    followed.within(Duration.ofSeconds(2), "above");
  }

  @Test
  void readersAlwaysSeeWholeTransactions() throws Exception {
    followed.layer("money", 300);
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> clerks = Stream.generate(() -> new Thread(() -> transfer(done))).limit(2).toList();
    clerks.forEach(Thread::start);
    long seen = 0;
    for (long end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end; seen++) {
      assertThat(followed.sum("money")).isEqualTo(30_000);
    }
    done.set(true);
    for (Thread clerk : clerks) {
      clerk.join();
    }

    followed.withinASecond("money");
    assertThat(seen).isGreaterThan(100);
    assertThat(followed.heard("money")).hasSizeGreaterThan(10);
  }

  private void transfer(AtomicBoolean done) {
    try (Connection connection = followed.connection()) {
      connection.setAutoCommit(false);
      while (!done.get()) {
        int from = ThreadLocalRandom.current().nextInt(1, 150);
        int to = ThreadLocalRandom.current().nextInt(150, 301);
        Followed.sql(connection, "UPDATE money SET amount = amount - 1 WHERE fid = " + from);
        Followed.sql(connection, "UPDATE money SET amount = amount + 1 WHERE fid = " + to);
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aChangeIsNeverHinderedByBeingFollowed() {
    followed.layer("renamed", 10);
    followed.sql("ALTER TABLE renamed RENAME COLUMN geom TO shape");
    followed.sql("UPDATE renamed SET amount = 1");

    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> find("renamed").orElseThrow().lastChange().isPresent());
    followed.sql("DELETE FROM tuguan.layer WHERE name = 'renamed'");
  }

  @Test
  void whatIsNoLongerPublishedIsNoLongerFollowed() {
    followed.layer("gone", 10);
    followed.sql("DELETE FROM tuguan.layer WHERE name = 'gone'");

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> layers.listLayers().stream().noneMatch(each -> each.name().equals("gone")));
    followed.sql(
        "DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'gone'::regclass); END $$");
  }
}
