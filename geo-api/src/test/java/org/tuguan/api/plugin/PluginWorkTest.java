package org.tuguan.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginJob;
import org.tuguan.core.plugin.PluginTasks;
import tools.jackson.databind.JsonNode;

/** Jobs, processes and what plugins do aside: limits, ends, and whose they are. */
class PluginWorkTest extends PluginServer {
  private static final Duration SHORT = Duration.ofMillis(100);
  @Autowired private PluginJobs jobs;
  @Autowired private ExtensionRuns runs;
  @Autowired private GivenTasks tasks;
  @Autowired private SchedulerClient scheduler;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void aJobThatIsAskedForRunsOnceAndAgainIfItWasRunning() throws Exception {
    awaitTally("runs", 1); // the first of its own times is at once
    String note = "{\"text\": \"tallied\"}";
    assertThat(send("POST", "/api/v1/good/notes", "officer", note).statusCode()).isEqualTo(200);
    awaitTally("runs", 2);
    awaitTally("aside", 1);
    awaitRows("task_name = 'plugin-job' AND task_instance = 'good/good-tally' AND NOT picked", 1);

    jdbc.sql(
            "UPDATE tuguan.scheduled_task SET picked = true WHERE task_instance = 'good/good-tally'")
        .update();
    assertThat(send("POST", "/api/v1/good/notes", "officer", note).statusCode()).isEqualTo(200);
    assertThat(send("POST", "/api/v1/good/notes", "officer", note).statusCode()).isEqualTo(200);
    awaitRows("task_name = 'plugin-job-asked'", 1);
    jdbc.sql(
            """
            UPDATE tuguan.scheduled_task SET picked = false, picked_by = NULL
            WHERE task_instance = 'good/good-tally' AND task_name = 'plugin-job'
            """)
        .update();

    awaitRows("task_name = 'plugin-job-asked'", 0);
    awaitTally("runs", 3);
  }

  @Test
  void twoWhoAskForANewJobAtOnceBothKeepTheirTransactions() throws Exception {
    PluginTasks asked =
        tasks.of(
            plugins.find("good").orElseThrow().running().orElseThrow().manifest(), new Asides());
    TransactionStatus first = transactions.getTransaction(null);
    asked.soon("new");
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(
            () ->
                new TransactionTemplate(transactions)
                    .execute(
                        status -> {
                          asked.soon("new");
                          return jdbc.sql("SELECT 1").query(Integer.class).single();
                        }));
    await(
        "SELECT count(DISTINCT pid) FROM pg_locks WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))",
        1);
    transactions.commit(first);

    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    jdbc.sql("DELETE FROM tuguan.scheduled_task WHERE task_instance = 'good/new'").update();
  }

  /** Its last deed takes a class that nobody has loaded before. */
  @Test
  void whatIsDoneAsideEndsBeforeThePluginDoes() throws Exception {
    String note = "{\"text\": \"endless\"}";
    assertThat(send("POST", "/api/v1/good/notes", "officer", note).statusCode()).isEqualTo(200);
    awaitNotes("begun aside");

    turn("good", "off");
    awaitNotes("ended aside");
    turn("good", "on");
  }

  private void awaitNotes(String text) throws InterruptedException {
    await("SELECT count(*) FROM plugin_good.note WHERE text = '%s'".formatted(text), 1);
  }

  private void awaitTally(String column, int number) throws InterruptedException {
    await("SELECT %s FROM plugin_good.tally".formatted(column), number);
  }

  private void awaitRows(String condition, int number) throws InterruptedException {
    await("SELECT count(*) FROM tuguan.scheduled_task WHERE " + condition, number);
  }

  private void await(String question, int number) throws InterruptedException {
    int found = -1;
    for (int i = 0; i < 200 && found != number; i++) {
      found = jdbc.sql(question).query(Integer.class).single();
      Thread.sleep(found == number ? 0 : 100);
    }
    assertThat(found).as(question).isEqualTo(number);
  }

  private static String await(boolean stubborn) throws InterruptedException {
    do {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        if (!stubborn) {
          throw e;
        }
      }
    } while (stubborn);
    return "";
  }

  @Test
  void jobsOfOneNameInTwoPluginsAreTwoJobs() throws Exception {
    Set<ClassLoader> loaders = new HashSet<>();
    for (String plugin : List.of("figures", "clinging")) {
      loaders.add(jobs.find(plugin + "/nightly").orElseThrow().getClass().getClassLoader());
    }
    assertThat(loaders).hasSize(2);
    assertThat(jobs.find("good/nightly")).isEmpty();
  }

  @Test
  void aRunThatIsStoppedAtItsLimitIsSeenInTheHealthUntilOneEndsInTime() throws Exception {
    PluginJob nightly = jobs.find("figures/nightly").orElseThrow();

    assertThatThrownBy(() -> runs.finish(nightly, SHORT, () -> await(false)))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("limit");
    assertThat(extension("figures.jar").at("/health/0").asString()).contains("nightly");

    runs.finish(nightly, Duration.ofMinutes(1), () -> "done");
    assertThat(extension("figures.jar").at("/health")).isEmpty();
  }

  @Test
  void aRunThatCannotBeStoppedPutsItsPluginInQuarantine() throws Exception {
    PluginJob nightly = jobs.find("figures/nightly").orElseThrow();

    assertThatThrownBy(() -> runs.finish(nightly, SHORT, () -> await(true)))
        .isInstanceOf(RequestException.class);

    assertQuarantined("figures.jar", "run", "nightly ran longer");
    giveTheNameBack();
    assertThatThrownBy(() -> runs.aside("figures", SHORT, PluginWorkTest::endless))
        .isInstanceOf(RequestException.class);
    assertQuarantined("figures.jar", "run", "work aside ran longer");
    giveTheNameBack();
    assertThat(extension("figures.jar").at("/state").asString()).isEqualTo("on");
  }

  private void giveTheNameBack() throws Exception {
    turn("sameindicator", "off");
    turn("figures", "on");
    turn("sameindicator", "on");
  }

  private static void endless() {
    try {
      await(true);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nobodyWaitsForAProcessForEver() throws Exception {
    HttpResponse<String> late =
        send(
            "POST",
            "/ogc/processes/good-doubled/execution",
            "planner",
            "{\"inputs\": {\"number\": 1, \"forever\": true}}");

    assertThat(late.statusCode()).isEqualTo(503);
    assertThat(late.body()).contains("\"fault\":\"TIMEOUT\"", "3 秒", "respond-async");
  }

  @Test
  void anAccountHasOnlySoManyJobs() throws Exception {
    String body = "{\"inputs\": {\"number\": 1, \"forever\": true}}";
    List<String> started = List.of(startJob(body), startJob(body));

    HttpResponse<String> refused = askForJob(body);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("上限 2 個", "\"status\":429");
    for (String job : started) {
      send("DELETE", job, "planner", "");
    }
    send("DELETE", startJob(body), "planner", "");
  }

  @Test
  void aJobThatCannotBeOrderedIsNotThere() throws Exception {
    String jobs = "SELECT count(*) FROM tuguan.process_job";
    long before = jdbc.sql(jobs).query(Long.class).single();
    jdbc.sql(
            "ALTER TABLE tuguan.scheduled_task ADD CONSTRAINT no_process CHECK (task_name <> 'process') NOT VALID")
        .update();
    try {
      assertThat(askForJob("{\"inputs\": {\"number\": 21}}").statusCode()).isEqualTo(500);
    } finally {
      jdbc.sql("ALTER TABLE tuguan.scheduled_task DROP CONSTRAINT no_process").update();
    }
    assertThat(jdbc.sql(jobs).query(Long.class).single()).isEqualTo(before);
  }

  @Test
  void aProcessRunsAtOnceForThoseWhoMay() throws Exception {
    String path = "/ogc/processes/good-doubled/execution";
    assertThat(json("/ogc/processes", "").at("/processes/0/id").asString())
        .isEqualTo("good-doubled");
    assertThat(json("/ogc/processes/good-doubled", "").at("/inputs/number/schema/maximum").asInt())
        .isEqualTo(1000);
    assertThat(send("POST", path, "officer", "{\"inputs\": {\"number\": 21}}").statusCode())
        .isEqualTo(403);
    HttpResponse<String> bad = send("POST", path, "planner", "{\"inputs\": {\"number\": 2000}}");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("\"parameter\":\"number\"", "from 1 to 1000");

    HttpResponse<String> good = send("POST", path, "planner", "{\"inputs\": {\"number\": 21}}");
    assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
    assertThat(good.body()).contains("\"twice\":42", "\"for\":\"planner\"");
  }

  @Test
  void aProcessRunsAsAJobWithTheRightsOfWhoAsked() throws Exception {
    String job = startJob("{\"inputs\": {\"number\": 21}}");

    assertThat(awaitStatus(job, "successful").at("/progress").asInt()).isEqualTo(100);
    JsonNode results = json(job + "/results", "planner");
    assertThat(results.at("/twice").asInt()).isEqualTo(42);
    assertThat(results.at("/for").asString()).isEqualTo("planner");
    assertThat(get(job, "officer").statusCode()).isEqualTo(404);
    assertThat(get(job + "/results", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aJobThatIsDismissedEnds() throws Exception {
    String job = startJob("{\"inputs\": {\"number\": 1, \"forever\": true}}");
    awaitStatus(job, "running");

    assertThat(send("DELETE", job, "planner", "").statusCode()).isEqualTo(200);
    assertThat(awaitStatus(job, "dismissed").has("finished")).isTrue();
    assertThat(get(job + "/results", "planner").statusCode()).isEqualTo(409);
  }

  @Test
  void aJobThatBreaksHasFailedAndHoldsNoPlace() throws Exception {
    String job = startJob("{\"inputs\": {\"number\": 1, \"broken\": true}}");

    awaitStatus(job, "failed");
  }

  @Test
  void aJobWaitsAnHourForItsProcessAndItsRolesAreLookedAtAgain() throws Exception {
    String early = order("not-on-yet", "planner", Duration.ZERO);
    String late = order("not-on-yet", "planner", Duration.ofMinutes(61));
    String other = order("good-doubled", "officer", Duration.ZERO);

    await(statusIs(late, "failed"), 1);
    await(statusIs(other, "failed"), 1);
    awaitRows(
        "task_instance = '%s' AND NOT picked AND execution_time > now() + interval '5 s'"
            .formatted(early),
        1);
    await(statusIs(early, "accepted"), 1);
    jdbc.sql("DELETE FROM tuguan.scheduled_task WHERE task_instance = ?").param(early).update();
    jdbc.sql("DELETE FROM tuguan.process_job WHERE id::text = ?").param(early).update();
  }

  private static String statusIs(String job, String status) {
    return "SELECT count(*) FROM tuguan.process_job WHERE id = '%s' AND status = '%s'"
        .formatted(job, status);
  }

  private String order(String process, String account, Duration ago) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO tuguan.process_job (id, process, account, inputs, status, created)
            VALUES (?, ?, ?, '{"number": 1}', 'accepted', ?)
            """)
        .params(id, process, account, OffsetDateTime.now(ZoneOffset.UTC).minus(ago))
        .update();
    scheduler.schedule(
        TaskDescriptor.of("process", String.class)
            .instance(id.toString())
            .data(id.toString())
            .build(),
        Instant.now());
    return id.toString();
  }

  private String startJob(String body) throws Exception {
    HttpResponse<String> answer = askForJob(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private HttpResponse<String> askForJob(String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/ogc/processes/good-doubled/execution"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString("planner:demo-planner".getBytes(StandardCharsets.UTF_8)))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode awaitStatus(String job, String status) throws Exception {
    JsonNode now = json(job, "planner");
    for (int i = 0; i < 300 && !now.at("/status").asString().equals(status); i++) {
      Thread.sleep(100);
      now = json(job, "planner");
    }
    assertThat(now.at("/status").asString()).isEqualTo(status);
    return now;
  }
}
