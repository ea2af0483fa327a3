package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every plugin of the repository in one packaged server: together, and each taken away. */
class ModulesTest {
  private static final String BOARD = "/api/v1/kpi/scoreboard?year=2011";
  private static final Pattern LINE =
      Pattern.compile(
          "\"id\":\"(kpi-[^\"]+)\".*?\"numerator\":([0-9.]+),\"denominator\":([0-9.]+)"
              + ".*?\"state\":\"([A-Z_]+)\"");

  /** What of the scoreboard comes from each. */
  private static final Map<String, Set<String>> FIGURES =
      Map.of(
          "coverage",
          Set.of("kpi-8c"),
          "projects",
          Set.of("kpi-6"),
          "registers",
          Set.of("kpi-1", "kpi-2", "kpi-3", "kpi-4", "kpi-5", "kpi-7", "kpi-8a", "kpi-8b"),
          "siteaudit",
          Set.of());

  /** A page of each that needs no account. */
  private static final Map<String, String> PAGES =
      Map.of(
          "coverage",
          "/plugins/coverage/coverage.html",
          "kpi",
          "/plugins/kpi/scoreboard.html",
          "projects",
          "/plugins/projects/projects.html",
          "registers",
          "/plugins/registers/registers.html",
          "siteaudit",
          "/plugins/siteaudit/sites.html");

  private static List<String> plugins;
  private static Server server;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    plugins = Server.listPlugins();
    server = Server.withPlugins(plugins.toArray(String[]::new));
    browser = new Browser();
  }

  @AfterAll
  static void close() throws InterruptedException {
    browser.close();
    server.stop();
  }

  @Test
  void everyPluginStartsWithTheProductAndHasItsDemonstration() throws Exception {
    assertThat(plugins).contains("coverage", "kpi", "projects", "registers", "siteaudit");
    assertThat(states()).containsOnlyKeys(plugins).allSatisfy((id, is) -> assertOn(is));
    assertThat(count("plugin_projects.project")).isGreaterThan(100);
    assertThat(count("plugin_siteaudit.site")).isPositive();
    assertThat(count("plugin_coverage.access_point")).isPositive();
    assertThat(count("plugin_registers.register_case")).isGreaterThan(500);
    assertThat(board().values()).hasSize(11).noneMatch(each -> each.state().equals("BROKEN"));
    assertThat(board()).allSatisfy((id, line) -> assertThat(line.denominator()).isNotEqualTo("0"));
  }

  private static void assertOn(String state) {
    assertThat(state).isEqualTo("on");
  }

  @Test
  void anyOfThemCanBeTakenAwayFromARunningServer() throws Exception {
    for (String gone : plugins) {
      server.remove(gone);
      await(() -> !states().containsKey(gone));

      assertThat(states().values()).as("without " + gone).allMatch("on"::equals);
      for (String each : plugins) {
        assertThat(server.get(PAGES.get(each)).statusCode())
            .as("%s without %s", each, gone)
            .isEqualTo(each.equals(gone) ? 404 : 200);
      }
      assertThat(server.get("/api/v1/layers").statusCode()).isEqualTo(200);
      assertThat(colours("roads", Optional.empty())).isGreaterThan(1);
      if (!gone.equals("kpi")) {
        assertThat(broken()).as("without " + gone).isEqualTo(FIGURES.get(gone));
      }
      server.install(gone);
      await(() -> "on".equals(states().get(gone)));
      assertThat(broken()).isEmpty();
    }
  }

  @Test
  void theLayerOfProjectsIsDrawnForTheCityAlone() throws Exception {
    assertThat(colours("projects-cases", Optional.of("officer"))).isGreaterThan(3);
    assertThat(server.text(map("projects-cases"))).contains("LayerNotDefined");
  }

  @Test
  void aPetitionClosedLateChangesOneFigureByOne() throws Exception {
    Map<String, Line> before = board();
    String number =
        server.sql(
            "SELECT number FROM plugin_registers.register_case WHERE register = 'petitions'"
                + " AND agency = 'rdec' AND closed <= due AND opened < '2011-06-01'"
                + " ORDER BY number LIMIT 1");
    String path = "/api/v1/registers/petitions/cases/" + number.strip();
    String record = text(server.send("GET", path, "officer", ""));

    HttpResponse<byte[]> changed =
        server.send("PUT", path, "officer", closedOn(record, "2011-12-30"));

    assertThat(changed.statusCode()).as(text(changed)).isEqualTo(200);
    Map<String, Line> after = board();
    Line was = before.get("kpi-7");
    Line is = after.get("kpi-7");
    assertThat(new BigDecimal(is.numerator()))
        .isEqualByComparingTo(new BigDecimal(was.numerator()).subtract(BigDecimal.ONE));
    assertThat(is.denominator()).isEqualTo(was.denominator());
    before.remove("kpi-7");
    after.remove("kpi-7");
    assertThat(after).isEqualTo(before);
  }

  private static String closedOn(String whole, String day) {
    String record = whole.substring(whole.indexOf("{\"id\""), whole.indexOf(",\"events\""));
    Map<String, String> draft = new LinkedHashMap<>();
    for (String field : List.of("title", "category", "state", "agency", "opened")) {
      draft.put(field, '"' + field(record, "\"" + field + "\":\"([^\"]*)\"") + '"');
    }
    draft.put("closed", '"' + day + '"');
    draft.put("fields", field(record, "\"fields\":(\\{[^}]*})"));
    draft.put("version", field(record, "\"version\":([0-9]+)"));
    StringBuilder json = new StringBuilder();
    draft.forEach(
        (name, value) ->
            json.append(json.isEmpty() ? "{" : ",").append("\"%s\":%s".formatted(name, value)));
    return json.append('}').toString();
  }

  private static String field(String json, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(json);
    assertThat(found.find()).as(pattern + " in " + json).isTrue();
    return found.group(1);
  }

  @Test
  void theScoreboardShowsElevenFiguresWithTheirNumbersAndEvidence() throws Exception {
    Page page = browser.visit(1280, 900, "zh-TW");
    page.navigate(server.base() + "/plugins/kpi/scoreboard.html?lang=zh-TW&year=2011");
    page.getByTestId("sign-in").click();
    page.locator("input[name=username]").fill("officer");
    page.locator("input[name=password]").fill("demo-officer");
    page.getByTestId("sign-in-form").locator("button[type=submit]").click();
    assertThat(page.locator(".board > li")).hasCount(11);
    assertThat(page.getByTestId("kpi-8d")).containsText("51.9%");
    assertThat(page.getByTestId("kpi-8d").getByTestId("numbers")).hasText(numbers("14", "27"));
    assertThat(page.getByTestId("kpi-7").getByTestId("numbers")).hasText(petitions());
    page.getByTestId("kpi-7").getByTestId("kpi.evidence").click();
    assertThat(page.getByTestId("evidence-row").first()).containsText("示範");
    Browser.picture(page, "scoreboard-evidence");
    page.getByTestId("dialog-submit").click();
    Browser.picture(page, "scoreboard");
    assertThat(browser.errors()).isEmpty();
  }

  /** Counted by hand, so to speak. */
  private static String petitions() throws IOException, InterruptedException {
    return server
        .sql(
            "SELECT '本會全年度依限辦結件數 ' || count(*) FILTER (WHERE closed <= due)"
                + " || ' ／ 本會全年總件數 ' || count(*) FROM plugin_registers.register_case"
                + " WHERE register = 'petitions' AND agency = 'rdec'"
                + " AND opened BETWEEN '2011-01-01' AND '2011-12-31'")
        .strip();
  }

  private static String numbers(String numerator, String denominator) {
    return "採行之一級機關數 " + numerator + " ／ 一級機關總數目 " + denominator;
  }

  @Test
  void theScoreboardIsPrintedAndOpensInOtherPrograms() throws Exception {
    byte[] pdf = server.get("/api/v1/kpi/scoreboard.pdf?year=2011").body();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    Files.write(Path.of(System.getProperty("tuguan.screenshots"), "scoreboard.pdf"), pdf);
    assertThat(server.text("/api/v1/kpi/scoreboard.csv?year=2011").lines()).hasSize(12);
    String sheet = "";
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(server.get("/api/v1/kpi/scoreboard.ods?year=2011").body()))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        if (each.getName().equals("content.xml")) {
          sheet = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    assertThat(sheet).contains("kpi-1", "kpi-8d", "增進地理資訊流通率", "採行");
  }

  @Test
  void evidenceOfAnyIndicatorIsForThoseWhoWorkWithTheRecords() throws Exception {
    String path = "/api/v1/indicators/projects-entry-rate/evidence?from=2011-01-01&to=2011-12-31";
    assertThat(server.get(path).statusCode()).isEqualTo(401);
    assertThat(text(server.send("GET", path + "&limit=2", "officer", "")))
        .contains("D100-", "\"more\":true");
  }

  /** A line of the scoreboard. */
  private record Line(String numerator, String denominator, String state) {}

  private static Map<String, Line> board() throws IOException, InterruptedException {
    Map<String, Line> lines = new TreeMap<>();
    Matcher line = LINE.matcher(server.text(BOARD));
    while (line.find()) {
      lines.put(line.group(1), new Line(line.group(2), line.group(3), line.group(4)));
    }
    return lines;
  }

  private static Set<String> broken() throws IOException, InterruptedException {
    Set<String> broken = new TreeSet<>();
    board().forEach((id, line) -> addIf(broken, id, line.state().equals("BROKEN")));
    return broken;
  }

  private static void addIf(Set<String> to, String id, boolean yes) {
    if (yes) {
      to.add(id);
    }
  }

  /** Of each plugin that the server knows. */
  private static Map<String, String> states() throws IOException, InterruptedException {
    Map<String, String> states = new TreeMap<>();
    Matcher each =
        Pattern.compile("\"id\":\"([a-z0-9]+)\",\"version\".*?\"state\":\"([a-z]+)\"")
            .matcher(server.text("/api/v1/extensions"));
    while (each.find()) {
      states.put(each.group(1), each.group(2));
    }
    return states;
  }

  private static int count(String table) throws IOException, InterruptedException {
    return Integer.parseInt(server.sql("SELECT count(*) FROM " + table).strip());
  }

  private static String map(String layer) {
    return "/wms?service=WMS&version=1.3.0&request=GetMap&styles=&crs=EPSG:4326"
        + "&bbox=24.0,120.5,24.4,120.8&width=300&height=300&format=image/png&layers="
        + layer;
  }

  private static int colours(String layer, Optional<String> account)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        account.isPresent()
            ? server.send("GET", map(layer), account.get(), "")
            : server.get(map(layer));
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(picture).as(text(answer)).isNotNull();
    return Pixels.listColours(picture).size();
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static void await(Callable<Boolean> done) throws Exception {
    Instant latest = Instant.now().plus(Duration.ofSeconds(60));
    while (!done.call()) {
      assertThat(Instant.now()).isBefore(latest);
      Thread.sleep(200);
    }
  }
}
