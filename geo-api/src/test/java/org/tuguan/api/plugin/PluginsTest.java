package org.tuguan.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.wms.BlueLakeDatabase;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Indicators;
import org.tuguan.core.plugin.PluginJob;
import org.tuguan.core.plugin.PluginTasks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A good plugin built outside, and one for each way to fail, in one server. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "tuguan.demo=true",
      "tuguan.plugin-loading.start-time=4s",
      "tuguan.plugin-loading.stop-time=500ms",
      "tuguan.plugin-loading.poll=1h",
      "tuguan.processes.patience=3s",
      "tuguan.processes.jobs-of-account=2",
      "db-scheduler.polling-interval=1s",
      "tuguan.plugins.good.trouble=the notebook is nearly full"
    })
@ContextConfiguration(initializers = BlueLakeDatabase.class)
class PluginsTest {
  private static final int CHUNK = 32 * 1024 * 1024;
  private static final Duration SHORT = Duration.ofMillis(100);

  @TempDir private static Path directory;

  @LocalServerPort private int port;
  @Autowired private Plugins plugins;
  @Autowired private PluginJobs jobs;
  @Autowired private ExtensionRuns runs;
  @Autowired private Indicators indicators;
  @Autowired private JdbcClient jdbc;
  @Autowired private PluginOpenApi description;
  @Autowired private GivenTasks tasks;
  @Autowired private SchedulerClient scheduler;
  @Autowired private PlatformTransactionManager transactions;

  @DynamicPropertySource
  static void plugins(DynamicPropertyRegistry registry) throws IOException {
    SamplePlugins.write(directory);
    registry.add("tuguan.plugin-loading.directory", directory::toString);
  }

  private HttpResponse<String> send(String method, String path, String account, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (!account.isEmpty()) {
      String basic = account + ":demo-" + account;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String path, String account) throws Exception {
    return send("GET", path, account, "");
  }

  private JsonNode json(String path, String account) throws Exception {
    HttpResponse<String> answer = get(path, account);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private JsonNode extension(String file) throws Exception {
    return StreamSupport.stream(json("/api/v1/extensions", "admin").spliterator(), false)
        .filter(each -> each.at("/file").asString().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private void assertQuarantined(String file, String stage, String cause) throws Exception {
    JsonNode found = extension(file);
    assertThat(found.at("/state").asString()).as(file).isEqualTo("quarantined");
    assertThat(found.at("/stage").asString()).as(file).isEqualTo(stage);
    assertThat(found.at("/cause").asString()).as(file).contains(cause);
  }

  @Test
  void aGoodPluginAnswersFromItsOwnTables() throws Exception {
    long before = json("/api/v1/good/notes", "").at("/note_count").asLong();

    HttpResponse<String> added =
        send("POST", "/api/v1/good/notes", "officer", "{\"text\": \"one\"}");

    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(added.body()).at("/user").asString())
        .isEqualTo("officer");
    assertThat(json("/api/v1/good/notes", "").at("/note_count").asLong()).isEqualTo(before + 1);
    assertThat(audited("note:one")).isEqualTo(1);
  }

  @Test
  void whatAPluginWritesAndTheAuditTrailAreOneTransaction() throws Exception {
    long before = json("/api/v1/good/notes", "").at("/note_count").asLong();

    HttpResponse<String> failed =
        send("POST", "/api/v1/good/notes", "officer", "{\"text\": \"broken\"}");

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(failed.body()).doesNotContain("after the write");
    assertThat(json("/api/v1/good/notes", "").at("/note_count").asLong()).isEqualTo(before);
    assertThat(audited("note:broken")).isZero();
  }

  private long audited(String subject) {
    return jdbc.sql(
            "SELECT count(*) FROM tuguan.audit WHERE action = 'good.note.add' AND subject = ?")
        .param(subject)
        .query(Long.class)
        .single();
  }

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

  @Test
  void changesTakeAnAccountExceptOnFormsForThePublic() throws Exception {
    String note = "{\"text\": \"two\"}";
    assertThat(send("POST", "/api/v1/good/notes", "", note).statusCode()).isEqualTo(401);

    HttpResponse<String> session = get("/api/v1/session", "");
    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    HttpRequest form =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/good/public/notes"))
            .POST(HttpRequest.BodyPublishers.ofString(note))
            .header("Content-Type", "application/json")
            .header("Cookie", cookie)
            .header("X-XSRF-TOKEN", cookie.replaceFirst(".*=", ""))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(form, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void faultsOfAPluginAreTheServersProblems() throws Exception {
    HttpResponse<String> refused = get("/api/v1/good/refuse?number=7", "");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"parameter\":\"number\"");
    assertThat(get("/api/v1/good/refuse?number=x", "").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/good/nothing", "").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/good/staff", "").statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/good/staff", "planner").statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/good/staff", "officer").body()).isEqualTo("officer");
  }

  @Test
  void pagesAreServedAndListedForThoseWhoSeeThem() throws Exception {
    HttpResponse<String> page = get("/plugins/good/list.html", "");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body()).contains("筆記");
    assertThat(get("/plugins/good/../../PluginManifest", "").statusCode()).isNotEqualTo(200);
    assertThat(get("/plugins/good/%2e%2e/migration/V1__note.sql", "").statusCode())
        .isNotEqualTo(200);

    JsonNode everyones = json("/api/v1/extensions/pages", "");
    assertThat(everyones.at("/0/href").asString()).isEqualTo("/plugins/good/list.html");
    assertThat(everyones.size()).isEqualTo(1);
    assertThat(json("/api/v1/extensions/pages", "admin").size()).isEqualTo(2);
  }

  @Test
  void theStatusSaysWhatAPluginBringsAndHowItIs() throws Exception {
    JsonNode good = extension("good.jar");
    assertThat(good.at("/id").asString()).isEqualTo("good");
    assertThat(good.at("/version").asString()).isEqualTo("1.0.0");
    assertThat(good.at("/state").asString()).isEqualTo("on");
    assertThat(good.at("/provides").valueStream().map(JsonNode::asString))
        .contains(
            "endpoint GET /api/v1/good/notes",
            "endpoint POST /api/v1/good/public/notes",
            "indicator good-notes",
            "navigation /plugins/good/list.html");
    assertThat(good.at("/health/0").asString()).isEqualTo("the notebook is nearly full");
  }

  @Test
  void theDescriptionIsKeptInTheLanguagesOfTheServerOnly() throws Exception {
    HttpRequest strange =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/openapi.json"))
            .header("Accept-Language", "fr-x-one")
            .build();
    String given =
        HttpClient.newHttpClient()
            .send(strange, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
            .body();

    assertThat(given).contains("/api/v1/good/notes");
    assertThat(description.getCachedOpenAPI(Locale.forLanguageTag("fr-x-one"))).isNull();
    assertThat(description.getCachedOpenAPI(Locale.forLanguageTag("zh-TW"))).isNotNull();
  }

  @Test
  void eachFaultIsNamedAndTheOthersRun() throws Exception {
    assertQuarantined("throwing.jar", "start", "IllegalStateException: no licence file");
    assertQuarantined("missing.jar", "classes", "class sample.missing.Part is missing");
    assertQuarantined("zz-good.jar", "name", "good.jar and zz-good.jar are both called good");
    assertQuarantined("newer.jar", "version", "[7.0.0,8.0.0)");
    assertQuarantined("hanging.jar", "time", "within 4 seconds");
    assertQuarantined("migrating.jar", "migration", "nonsense");
    assertQuarantined("elsewhere.jar", "name", "/wms, which is not under /api/v1/elsewhere");
    assertQuarantined("layers.jar", "name", "/api/v1/layers is the server's own");
    assertQuarantined("sameindicator.jar", "name", "indicator called figures-one");
    assertQuarantined("nameless.jar", "name", "has no name");
    assertQuarantined("peeping.jar", "classes", "org.tuguan.api.plugin.Plugins");
    assertQuarantined("torn.jar", "manifest", "torn.jar");

    assertThat(get("/api/v1/layers", "").statusCode()).isEqualTo(200);
    assertThat(get("/wms?SERVICE=WMS&REQUEST=GetCapabilities", "").body()).contains("Capabilities");
    assertThat(get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/good/notes", "").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = get("/api/v1/throwing/anything", "");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("throwing");
  }

  @Test
  void whyAPluginIsAsItIsIsForAdministrators() throws Exception {
    JsonNode seen = json("/api/v1/extensions", "");

    assertThat(seen.findValues("id").stream().map(JsonNode::asString)).contains("good", "missing");
    assertThat(seen.findValues("state").stream().map(JsonNode::asString))
        .contains("on", "quarantined");
    for (String hidden : List.of("cause", "stage", "file", "version", "since")) {
      assertThat(seen.findValues(hidden)).as(hidden).allMatch(JsonNode::isNull);
    }
    assertThat(seen.findValues("health")).allMatch(JsonNode::isEmpty);
    assertThat(seen.findValues("provides")).allMatch(JsonNode::isEmpty);
    assertThat(json("/api/v1/extensions", "officer")).isEqualTo(seen);
  }

  @Test
  void aNameThatIsFreeAgainLiftsTheQuarantine() throws Exception {
    turn("figures", "off");
    plugins.follow();
    assertThat(extension("sameindicator.jar").at("/state").asString()).isEqualTo("on");

    turn("sameindicator", "off");
    turn("figures", "on");
    turn("sameindicator", "on");
    assertQuarantined("sameindicator.jar", "name", "indicator called figures-one");
  }

  private void turn(String id, String state) throws Exception {
    String wanted = "{\"state\": \"%s\"}".formatted(state);
    assertThat(send("PUT", "/api/v1/extensions/" + id, "admin", wanted).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPluginThatDoesNotEndIsLeftBehindAndMarked() throws Exception {
    turn("clinging", "off");

    JsonNode left = extension("clinging.jar");
    assertThat(left.at("/state").asString()).isEqualTo("off");
    assertThat(left.at("/health/0").asString()).contains("did not end within");
    turn("clinging", "on");
    assertThat(extension("clinging.jar").at("/state").asString()).isEqualTo("on");
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
    assertThatThrownBy(() -> runs.aside("figures", SHORT, PluginsTest::endless))
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
  void anEndpointIsDescribedByWhatItTakes() throws Exception {
    JsonNode paths = description().at("/paths");
    JsonNode given = paths.path("/api/v1/good/find").at("/get/parameters/0");
    assertThat(given.at("/required").asBoolean()).isFalse();
    assertThat(given.at("/style").asString()).isEqualTo("form");
    assertThat(given.at("/explode").asBoolean()).isTrue();
    assertThat(given.at("/schema/type").asString()).isEqualTo("object");
    JsonNode file = paths.path("/api/v1/good/file").at("/put/requestBody/content");
    assertThat(file.path("*/*").at("/schema/format").asString()).isEqualTo("binary");
    JsonNode line = paths.path("/api/v1/good/line").at("/put/requestBody/content");
    assertThat(line.path("*/*").at("/schema/type").asString()).isEqualTo("string");
  }

  @Test
  void endpointsAreInTheDescriptionOfTheApiAsLongAsTheirPluginIsOn() throws Exception {
    JsonNode notes = description().at("/paths").path("/api/v1/good/notes");
    assertThat(notes.at("/get/tags/0").asString()).isEqualTo("good");
    assertThat(notes.at("/get/responses").has("200")).isTrue();
    assertThat(notes.at("/post/requestBody/required").asBoolean()).isTrue();
    JsonNode number =
        description().at("/paths").path("/api/v1/good/refuse").at("/get/parameters/0");
    assertThat(number.at("/name").asString()).isEqualTo("number");
    assertThat(number.at("/schema/type").asString()).isEqualTo("integer");
    assertThat(description().at("/tags").valueStream().map(each -> each.at("/name").asString()))
        .contains("good");
    assertThat(description().at("/paths").has("/api/v1/layers")).isTrue();

    turn("good", "off");
    assertThat(description().at("/paths").has("/api/v1/good/notes")).isFalse();
    assertThat(description().at("/tags").toString()).doesNotContain("\"good\"");
    assertThat(description().at("/paths").has("/api/v1/layers")).isTrue();
    turn("good", "on");
    assertThat(description().at("/paths").has("/api/v1/good/notes")).isTrue();
  }

  private JsonNode description() throws Exception {
    return json("/api/v1/openapi.json", "");
  }

  @Test
  void onlyAdministratorsSwitch() throws Exception {
    String off = "{\"state\": \"off\"}";
    assertThat(send("PUT", "/api/v1/extensions/good", "", off).statusCode()).isEqualTo(401);
    assertThat(send("PUT", "/api/v1/extensions/good", "officer", off).statusCode()).isEqualTo(403);
    assertThat(send("PUT", "/api/v1/extensions/nobody", "admin", off).statusCode()).isEqualTo(404);
    assertThat(send("PUT", "/api/v1/extensions/good", "admin", "{\"state\": \"x\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aPluginThatIsSwitchedOffIsGoneAndComesBackWithItsData() throws Exception {
    assertThat(indicators.find("good-notes")).isPresent();
    long before = json("/api/v1/good/notes", "").at("/note_count").asLong();
    WeakReference<ClassLoader> classes = loaderOf("good");

    assertThat(send("PUT", "/api/v1/extensions/good", "admin", "{\"state\": \"off\"}").statusCode())
        .isEqualTo(200);
    HttpResponse<String> refused = get("/api/v1/good/notes", "");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(get("/plugins/good/list.html", "").statusCode()).isEqualTo(404);
    assertThat(indicators.find("good-notes")).isEmpty();
    assertThat(extension("good.jar").at("/state").asString()).isEqualTo("off");
    assertCollected(classes);

    send("PUT", "/api/v1/extensions/good", "admin", "{\"state\": \"on\"}");
    assertThat(json("/api/v1/good/notes", "").at("/note_count").asLong()).isEqualTo(before);
    assertThat(indicators.find("good-notes")).isPresent();
  }

  private WeakReference<ClassLoader> loaderOf(String id) {
    return new WeakReference<>(
        plugins
            .find(id)
            .orElseThrow()
            .running()
            .orElseThrow()
            .extensions()
            .get(0)
            .getClass()
            .getClassLoader());
  }

  private static void assertCollected(WeakReference<?> reference) {
    List<byte[]> pressure = new ArrayList<>();
    try {
      while (reference.get() != null) {
        pressure.add(new byte[CHUNK]); // until what is only remembered softly is forgotten
      }
    } catch (OutOfMemoryError e) {
      pressure.clear();
    }
    System.gc();
    assertThat(reference.get()).as("the class loader is released").isNull();
  }

  @Test
  void theSwitchOfAnotherNodeIsFollowed() throws Exception {
    set("good", false);
    plugins.follow();
    assertThat(get("/api/v1/good/notes", "").statusCode()).isEqualTo(404);
    set("good", true);
    plugins.follow();
    assertThat(get("/api/v1/good/notes", "").statusCode()).isEqualTo(200);
  }

  private void set(String id, boolean wanted) {
    jdbc.sql(
            """
            INSERT INTO tuguan.plugin_switch VALUES (?, ?, now(), 'admin')
            ON CONFLICT (id) DO UPDATE SET wanted = excluded.wanted, changed = now()
            """)
        .params(id, wanted)
        .update();
  }

  @Test
  void aJarThatIsAddedOrTakenAwayIsFollowedWhenItHasComeToRest() throws Exception {
    Path jar = directory.resolve("later.jar");
    PluginJars.plugin("later")
        .source(
            "Entry", "@org.springframework.context.annotation.Configuration public class Entry {}")
        .write(jar);
    plugins.follow();
    assertThat(plugins.find("later")).isEmpty();
    plugins.follow();
    assertThat(plugins.find("later").map(PluginEntry::state)).hasValue(PluginEntry.State.ON);

    Files.delete(jar);
    plugins.follow();
    plugins.follow();
    assertThat(plugins.find("later")).isEqualTo(Optional.empty());
    assertThat(get("/api/v1/good/notes", "").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsBuiltOnTheServerDoesNotEvenCompile() {
    assertThatThrownBy(
            () ->
                PluginJars.plugin("server")
                    .source("Entry", "class Entry extends org.tuguan.api.plugin.Plugins {}")
                    .write(directory.resolve("never.jar")))
        .hasMessageContaining("org.tuguan.api.plugin");
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
