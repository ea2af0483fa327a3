package org.tuguan.api.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Party;

/** An application changes its state whole, once, and by those who may. */
class MoveTest {
  private static final Actor OFFICER = new Actor("officer", Party.OFFICER);
  private static final Actor PARTNER = new Actor("partner", Party.APPLICANT);

  @TempDir static Path home;
  private static TestDatabase database;
  private static IssuingServer server;
  private static JdbcApplications applications;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    server = new IssuingServer(database, home);
    applications = server.bean(JdbcApplications.class);
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static long application(ApplicationState state) {
    long quote =
        server.count(
            """
            INSERT INTO tuguan.quote (number, created, valid_until, account, trial, applicant_class, purpose, asked,
              request, answer, status, total_twd)
            VALUES (gen_random_uuid()::text, now(), '2030-01-01', 'partner', false, 'company', '', '{}', '{}', '{}',
              'CHARGED', 100) RETURNING id
            """);
    return server.count(
        """
        INSERT INTO tuguan.application (number, quote, account, applicant_class, purpose, state, outcome, total_twd,
          created, changed)
        VALUES ('A-' || %1$d, %1$d, 'partner', 'company', '', '%2$s', 'CHARGED', 100, now(), now()) RETURNING id
        """
            .formatted(quote, state));
  }

  private static long events(long id) {
    return server.count("SELECT count(*) FROM tuguan.application_event WHERE application = " + id);
  }

  private static long audited(long id) {
    return server.count(
        "SELECT count(*) FROM tuguan.audit WHERE subject = 'application:' || (SELECT number FROM tuguan.application WHERE id = "
            + id
            + ")");
  }

  @Test
  void moveWritesTimelineAuditAndLetter() {
    long id = application(ApplicationState.UNDER_REVIEW);
    long mails = server.count("SELECT count(*) FROM tuguan.mail");

    assertThat(
            applications.move(
                id,
                ApplicationState.UNDER_REVIEW,
                ApplicationState.CORRECTION_ASKED,
                OFFICER,
                "缺契約"))
        .isTrue();

    assertThat(applications.find(id).orElseThrow().state())
        .isEqualTo(ApplicationState.CORRECTION_ASKED);
    assertThat(events(id)).isEqualTo(1);
    assertThat(audited(id)).isEqualTo(1);
    assertThat(server.count("SELECT count(*) FROM tuguan.mail")).isEqualTo(mails + 1);
    assertThat(
            server
                .jdbc()
                .sql("SELECT body FROM tuguan.mail ORDER BY id DESC LIMIT 1")
                .query(String.class)
                .single())
        .contains("待補正", "correction asked for", "缺契約");
  }

  @Test
  void repeatedMoveDoesNothing() {
    long id = application(ApplicationState.PAYMENT_DUE);
    assertThat(
            applications.move(
                id, ApplicationState.PAYMENT_DUE, ApplicationState.PAID, Actor.SYSTEM, ""))
        .isTrue();
    assertThat(
            applications.move(
                id, ApplicationState.PAYMENT_DUE, ApplicationState.PAID, Actor.SYSTEM, ""))
        .isFalse();
    assertThat(events(id)).isEqualTo(1);
  }

  @Test
  void moveOfWhatIsElsewhereIsAConflict() {
    long id = application(ApplicationState.SUBMITTED);
    assertThatThrownBy(
            () ->
                applications.move(
                    id, ApplicationState.PAYMENT_DUE, ApplicationState.PAID, Actor.SYSTEM, ""))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CONFLICT));
  }

  @Test
  void applicantCannotApprove() {
    long id = application(ApplicationState.UNDER_REVIEW);
    assertThatThrownBy(
            () ->
                applications.move(
                    id, ApplicationState.UNDER_REVIEW, ApplicationState.APPROVED, PARTNER, ""))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_ALLOWED));
    assertThat(events(id)).isZero();
  }

  @Test
  void transactionThatFailsLeavesNothing() {
    long id = application(ApplicationState.PAYMENT_DUE);
    long mails = server.count("SELECT count(*) FROM tuguan.mail");
    TransactionTemplate transactions = server.bean(TransactionTemplate.class);

    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    status -> {
                      applications.move(
                          id,
                          ApplicationState.PAYMENT_DUE,
                          ApplicationState.PAID,
                          Actor.SYSTEM,
                          "");
                      throw new IllegalStateException("the power went");
                    }))
        .hasMessage("the power went");

    assertUntouched(id, mails);
  }

  @Test
  void databaseThatStopsInTheMiddleLeavesNothing() {
    long id = application(ApplicationState.PAYMENT_DUE);
    long mails = server.count("SELECT count(*) FROM tuguan.mail");
    TransactionTemplate transactions = server.bean(TransactionTemplate.class);

    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    status -> {
                      applications.move(
                          id,
                          ApplicationState.PAYMENT_DUE,
                          ApplicationState.PAID,
                          Actor.SYSTEM,
                          "");
                      server
                          .jdbc()
                          .sql("SELECT pg_terminate_backend(pg_backend_pid())")
                          .query()
                          .singleValue();
                    }))
        .isInstanceOf(Exception.class);

    assertUntouched(id, mails);
    assertThat(
            applications.move(
                id, ApplicationState.PAYMENT_DUE, ApplicationState.PAID, Actor.SYSTEM, ""))
        .isTrue();
  }

  private static void assertUntouched(long id, long mails) {
    assertThat(applications.find(id).orElseThrow().state()).isEqualTo(ApplicationState.PAYMENT_DUE);
    assertThat(events(id)).isZero();
    assertThat(audited(id)).isZero();
    assertThat(server.count("SELECT count(*) FROM tuguan.mail")).isEqualTo(mails);
  }

  @Test
  void ofMovesAtTheSameTimeOneWins() throws Exception {
    long id = application(ApplicationState.UNDER_REVIEW);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<String>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ApplicationState to = i % 2 == 0 ? ApplicationState.REFUSED : ApplicationState.APPROVED;
      tries.add(() -> tried(id, to));
    }
    List<String> results = new ArrayList<>();
    for (Future<String> each : threads.invokeAll(tries)) {
      results.add(each.get());
    }
    threads.shutdown();

    assertThat(results).containsOnlyOnce("moved");
    assertThat(results).filteredOn("there"::equals).hasSize(3);
    assertThat(results).filteredOn("CONFLICT"::equals).hasSize(4);
    assertThat(events(id)).isEqualTo(1);
  }

  private static String tried(long id, ApplicationState to) {
    try {
      return applications.move(id, ApplicationState.UNDER_REVIEW, to, OFFICER, "x")
          ? "moved"
          : "there";
    } catch (RequestException e) {
      return e.fault().name();
    }
  }

  @Test
  void numbersHaveNoGaps() {
    TransactionTemplate transactions = server.bean(TransactionTemplate.class);
    JdbcSerialNumbers numbers = server.bean(JdbcSerialNumbers.class);
    String first = transactions.execute(status -> numbers.next("T"));
    transactions.executeWithoutResult(
        status -> {
          numbers.next("T");
          status.setRollbackOnly();
        });
    String second = transactions.execute(status -> numbers.next("T"));
    assertThat(first).matches("T-\\d{3}-000001");
    assertThat(second).matches("T-\\d{3}-000002");
  }
}
