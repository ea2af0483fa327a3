package org.tuguan.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.security.PeopleDatabase;
import org.tuguan.api.security.PeopleServer;

/** The trail in a real database. */
@PeopleServer
class AuditTrailTest {
  private final JdbcClient jdbc = JdbcClient.create(PeopleDatabase.DATABASE.dataSource());
  @Autowired private AuditTrail trail;
  @Autowired private JdbcAudit audit;
  @Autowired private DeniedAttempts denied;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void entriesFollowOneAnotherWithoutAGapWhoeverWritesThem() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    CountDownLatch done = new CountDownLatch(40);
    for (int i = 0; i < 40; i++) {
      int number = i;
      writers.execute(
          () -> {
            trail.record("system", "test.write", "圖層:" + number, Map.of("b", 1, "a", "字\n\"x\""));
            done.countDown();
          });
    }
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    writers.shutdown();
    JdbcAudit.Verdict verdict = audit.verify();
    assertThat(verdict.broken()).isEmpty();
    assertThat(verdict.entries()).isGreaterThanOrEqualTo(40);
  }

  @Test
  void whatIsRolledBackWasNeverWritten() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              trail.record("system", "test.undone", "nothing", Map.of());
              status.setRollbackOnly();
            });
    assertThat(list("test.undone")).isEmpty();
    assertThat(audit.verify().broken()).isEmpty();
  }

  @Test
  void rowsCannotBeChangedOrTakenOut() {
    trail.record("system", "test.kept", "x", Map.of());
    for (String sql :
        List.of(
            "UPDATE tuguan.audit SET actor = 'x'",
            "DELETE FROM tuguan.audit",
            "TRUNCATE tuguan.audit")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void whoeverGetsRoundTheTriggerIsFoundOut() {
    trail.record("system", "test.first", "x", Map.of("amount", 100));
    trail.record("system", "test.second", "x", Map.of());
    long id = list("test.first").get(0).id();
    tamper("UPDATE tuguan.audit SET details = '{\"amount\":900}' WHERE id = " + id);
    assertThat(audit.verify().broken()).hasValue(id);
    tamper("UPDATE tuguan.audit SET details = '{\"amount\":100}' WHERE id = " + id);
    assertThat(audit.verify().broken()).isEmpty();

    long last = audit.verify().entries();
    jdbc.sql("CREATE TABLE tuguan.kept AS SELECT * FROM tuguan.audit WHERE id = " + last).update();
    tamper("DELETE FROM tuguan.audit WHERE id = " + last);
    assertThat(audit.verify().broken()).as("the end cut off").hasValue(last);
    tamper("INSERT INTO tuguan.audit SELECT * FROM tuguan.kept");
    jdbc.sql("DROP TABLE tuguan.kept").update();
    assertThat(audit.verify().broken()).isEmpty();
  }

  @Test
  void aFloodOfRefusalsIsAFewLines() {
    denied.flush();
    long before = audit.verify().entries();
    for (int i = 0; i < 10_000; i++) {
      trail.denied("request", "GET /secret/" + i % 1_000, "192.0.2.1");
    }
    denied.flush();
    assertThat(audit.verify().entries() - before).isBetween(2L, 60L);
    assertThat(list("denied.several").get(0).details()).contains("\"count\":9");
  }

  private List<AuditEntry> list(String action) {
    return audit.list(new JdbcAudit.Wanted(0, "", action, "", 10));
  }

  private void tamper(String sql) {
    jdbc.sql(
            "DO $$ BEGIN ALTER TABLE tuguan.audit DISABLE TRIGGER append_only; "
                + sql
                + "; ALTER TABLE tuguan.audit ENABLE TRIGGER append_only; END $$")
        .update();
  }
}
