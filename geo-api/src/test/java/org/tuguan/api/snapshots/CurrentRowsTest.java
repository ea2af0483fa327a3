package org.tuguan.api.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.snapshot.ExactRows;

/** Rows from memory are never older than the question (docs/adr/0014). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SnapshotDatabase.class)
@Import(Followed.class)
class CurrentRowsTest {
  @Autowired Followed followed;

  private long amount(String layer) {
    try (Stream<Feature> first = followed.current(layer).features(Query.ALL.withLimit(1))) {
      return (Long) first.findFirst().orElseThrow().value("amount");
    }
  }

  private boolean fromMemory(String layer) {
    FeatureSource source = followed.current(layer);
    try (Stream<Feature> rows = source.features(Query.ALL.withLimit(1))) {
      assertThat(rows).hasSize(1);
    }
    return source instanceof ExactRows exact && exact.findCount(Query.ALL).isPresent();
  }

  private void awaitMemory(String layer) {
    await().atMost(Duration.ofSeconds(5)).until(() -> fromMemory(layer));
  }

  @Test
  void whatIsCommittedIsInTheVeryNextAnswer() throws InterruptedException {
    followed.layer("next", 500);
    SplittableRandom random = new SplittableRandom(2);
    int memory = 0;
    for (int i = 1; i <= 100; i++) {
      followed.sql("UPDATE next SET amount = %d WHERE fid = 1".formatted(i));
      assertThat(amount("next")).isEqualTo(i);
      Thread.sleep(random.nextInt(100));
      memory += fromMemory("next") ? 1 : 0;
      assertThat(amount("next")).isEqualTo(i);
    }
    assertThat(memory).as("answers from memory between the changes").isGreaterThan(10);
  }

  @Test
  void aPageStaysWithTheDatabaseUntilALargeChangeIsRead() {
    followed.layer("large", 30_000);
    awaitMemory("large");
    followed.sql("UPDATE large SET amount = 7");

    assertThat(amount("large")).isEqualTo(7);
    followed.within(Duration.ofSeconds(20), "large");
    awaitMemory("large");
    assertThat(amount("large")).isEqualTo(7);
  }

  @Test
  void whatIsNotCommittedHindersNobody() throws SQLException {
    followed.layer("open", 50);
    awaitMemory("open");
    try (Connection writer = followed.connection()) {
      writer.setAutoCommit(false);
      Followed.sql(writer, "UPDATE open SET amount = 9 WHERE fid = 1");
      awaitMemory("open");
      assertThat(amount("open")).isEqualTo(100);
      writer.commit();
    }
    assertThat(amount("open")).isEqualTo(9);
  }

  @Test
  void viewsThatTellNothingAreReadFromTheDatabase() {
    followed.table("behind", 50);
    followed.sql("CREATE VIEW plainly AS SELECT * FROM behind");
    followed.publish("plainly");
    followed.within(Duration.ofSeconds(20), "plainly");

    assertThat(List.of(fromMemory("plainly"), fromMemory("plainly"))).containsOnly(false);
    followed.sql("UPDATE behind SET amount = 3 WHERE fid = 1");
    assertThat(amount("plainly")).isEqualTo(3);
  }
}
