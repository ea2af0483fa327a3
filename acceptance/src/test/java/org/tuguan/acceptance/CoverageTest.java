package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A planner looks at who is covered, tries changes, asks for the best sites and comes back. */
class CoverageTest {
  private static final Pattern STATION =
      Pattern.compile(
          "\"radius_m\":1[05]0\\.0,\"built\":true},\"geometry\":\\{[^}]*?\\[([0-9.]+),([0-9.]+)]");
  private static final Pattern MORE = Pattern.compile("（([+-]?)([0-9,]+) 人）");

  /** The first figure of a server reads censuses and buildings. */
  private static final LocatorAssertions.ContainsTextOptions FIRST =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  /** The layers may be drawn anew before the answer. */
  private static final LocatorAssertions.IsHiddenOptions WRITTEN =
      new LocatorAssertions.IsHiddenOptions().setTimeout(60_000);

  private static Server server;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    server = Server.withPlugins("coverage");
    browser = new Browser();
  }

  @AfterAll
  static void close() throws InterruptedException {
    browser.close();
    server.stop();
  }

  @Test
  void aPlannerReadsTriesFindsSavesAndComesBack() throws Exception {
    double[] station = station();
    Page page = planner(station);
    page.getByTestId("coverage-overlay").check();
    page.getByTestId("coverage.settings").locator("summary").click();
    page.getByTestId("coverage.whatIf").locator("summary").click();
    page.getByTestId("coverage-add-centre").click();
    assertThat(page.getByTestId("coverage-after")).containsText("人）");
    assertThat(more(page)).as("inside a circle").isBetween(0.0, 1.0);
    page.getByTestId("coverage-clear").click();
    assertThat(page.getByTestId("coverage-after")).isEmpty();

    double[] empty = empty(station);
    go(page, empty);
    page.getByTestId("coverage.whatIf").locator("summary").click();
    page.getByTestId("coverage-add-centre").click();
    assertThat(page.getByTestId("coverage-after")).containsText("人）");
    assertThat(more(page)).as("in an empty block").isGreaterThan(10);
    Browser.picture(page, "coverage-what-if");

    page.getByTestId("coverage.settings").locator("summary").click();
    page.getByTestId("coverage-area").selectOption("西屯區");
    assertThat(page.getByTestId("coverage-people")).containsText("總人口");
    assertThat(page.getByTestId("coverage-rate")).containsText("%");
    page.getByTestId("coverage.best").locator("summary").first().click();
    page.getByTestId("coverage-find").click();
    assertThat(page.getByTestId("coverage-best-result").locator("li")).hasCount(10);
    Browser.picture(page, "coverage-best");

    page.getByTestId("coverage.plans").locator("summary").click();
    page.getByTestId("coverage-plan-title").fill("西屯十處");
    page.getByTestId("coverage-save").click();
    assertThat(page.getByTestId("coverage-opened")).containsText("西屯十處");
    page.getByTestId("coverage-area").selectOption("");
    assertThat(page.getByTestId("coverage-area")).hasValue("");
    page.waitForCondition(() -> more(page) > 0);
    String link = page.getByTestId("coverage-plan-link").inputValue();
    page.navigate(link);
    assertThat(page.getByTestId("coverage-after")).containsText("人）");
    assertThat(page.getByTestId("coverage-changes").locator("li")).hasCount(11);
    Browser.picture(page, "coverage-reopened");
    publishAndSwipe(page);
    assertThat(browser.errors()).isEmpty();
  }

  /**
   * The plan that is open becomes a layer, is compared with today by keyboard, and is taken back.
   */
  private static void publishAndSwipe(Page page) throws IOException, InterruptedException {
    page.getByTestId("coverage.plans").locator("summary").click();
    page.getByTestId("coverage-publish").click();
    Locator link = page.getByTestId("coverage-layer-link");
    assertThat(link).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    String layer = link.getAttribute("href").replaceAll(".*name=([^&]+).*", "$1");
    assertThat(server.text("/wms?SERVICE=WMS&REQUEST=GetCapabilities")).contains(layer);

    page.getByTestId("coverage.compare").locator("summary").click();
    page.getByTestId("coverage-compare-right-what").selectOption(new SelectOption().setIndex(1));
    page.getByTestId("coverage-compare-show").click();
    assertThat(page.getByTestId("coverage-compared")).containsText("相差 +", FIRST);
    assertThat(page.getByTestId("coverage-comparison")).containsText("村里面積加權");
    page.getByTestId("coverage-swipe").press("ArrowLeft");
    assertThat(page.getByTestId("coverage-swipe")).hasValue("49");
    Browser.picture(page, "coverage-swipe");

    page.getByTestId("coverage-withdraw").click();
    assertThat(page.getByTestId("coverage-publish")).isVisible();
    assertThat(server.text("/wms?SERVICE=WMS&REQUEST=GetCapabilities")).doesNotContain(layer);
  }

  @Test
  void aPlannerBringsPeopleOfHerOwnFromATable() throws Exception {
    Page page = planner(station());
    page.getByTestId("coverage.data").locator("summary").click();
    page.getByTestId("coverage.import.census").click();
    page.getByTestId("import-layer").selectOption("villages");
    assertThat(page.getByTestId("column-code")).hasValue("village_code");
    page.getByTestId("people-file").setInputFiles(table("66000010001,many\n1,7\n"));
    assertThat(page.getByTestId("table-people")).hasValue("人口數");
    assertThat(page.getByTestId("census-date")).hasValue("2016-12-31");
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("import-bad")).containsText("2 處有誤");
    assertThat(page.getByTestId("import-result")).containsText("表格第 3 列");
    page.getByTestId("people-file")
        .setInputFiles(table("66000010001,\"1,807\"\n66000010002,2648\n"));
    assertThat(page.getByTestId("table-read")).containsText("Big5");
    assertThat(page.getByTestId("import-bad")).isHidden();
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("import-good")).containsText("共 4,455 人");
    Browser.picture(page, "coverage-import");
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("dialog")).isHidden(WRITTEN);
    assertThat(page.getByTestId("coverage-censuses")).containsText("4,455 人");
    itsDistrictsAreThoseOfTheCensus(page);
    assertThat(page.getByTestId("coverage-censuses")).not().containsText("4,455 人");
    assertThat(browser.errors()).isEmpty();
  }

  /** Another census has other districts; the first are back when it is removed. */
  private static void itsDistrictsAreThoseOfTheCensus(Page page) throws Exception {
    Locator areas = page.getByTestId("coverage-area");
    page.getByTestId("coverage.settings").locator("summary").click();
    areas.selectOption("西屯區");
    String english =
        """
        {"layer": "districts", "kind": "village", "date": "2016-12-31",
         "columns": {"code": "town_code", "district_code": "name_en", "district_name": "name_en"},
         "table": "code,people\\n66000010,7\\n", "table_code": "code", "table_people": "people"}
        """;
    assertThat(
            server.send("POST", "/api/v1/coverage/imports/census", "planner", english).statusCode())
        .isEqualTo(200);
    page.getByTestId("coverage-date").fill("2017-01-01");
    assertThat(areas).containsText("Central District", FIRST);
    assertThat(areas).not().containsText("西屯區");
    assertThat(areas).hasValue("");

    page.getByLabel("移除 2016年12月31日 村里的人口統計").click();
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("dialog")).isHidden(WRITTEN);
    assertThat(areas).containsText("西屯區", FIRST);
    assertThat(areas).not().containsText("Central District");
  }

  private static FilePayload table(String rows) {
    byte[] bytes = ("村里代碼,人口數\n" + rows).getBytes(Charset.forName("Big5"));
    return new FilePayload("people_201612.csv", "text/csv", bytes);
  }

  @Test
  void theFigureIsThereForEverybodyAndTheLayersAreOrdinaryOnes() throws Exception {
    String figure = server.text("/api/v1/coverage");
    assertThat(figure).contains("\"method\":\"areal\"", "\"census_date\":", "\"covered\":");
    assertThat(server.get("/tiles/coverage-footprint/10/855/440.png").statusCode()).isEqualTo(200);
    assertThat(server.text("/wms?SERVICE=WMS&REQUEST=GetCapabilities"))
        .contains("coverage-uncovered", "coverage-times", "coverage-signal");
    Page phone = browser.visit(390, 844, "zh-TW");
    phone.navigate(server.base() + "/plugins/coverage/coverage.html?lang=zh-TW");
    assertThat(phone.getByTestId("coverage-rate")).containsText("%", FIRST);
    Browser.picture(phone, "coverage-phone");
    phone.setViewportSize(1280, 900);
    phone.navigate(server.base() + "/?lang=zh-TW");
    phone.getByTestId("tab-coverage-panel").click();
    assertThat(phone.getByTestId("coverage-rate")).containsText("%");
    Browser.picture(phone, "coverage-panel");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void endingAJobEndsTheSearchThatItRuns() throws Exception {
    String inputs =
        """
        {"inputs": {"title": "endless", "solver": "exact", "sites": 100, "site_radius_m": 900,
         "spacing_m": 400, "cell_m": 150, "time_limit_s": 600}}
        """;
    HttpResponse<byte[]> accepted =
        server.send(
            "POST",
            "/ogc/processes/coverage-sites/execution",
            "planner",
            inputs,
            "Prefer",
            "respond-async");
    assertThat(accepted.statusCode()).isEqualTo(201);
    String job = URI.create(accepted.headers().firstValue("Location").orElseThrow()).getPath();
    until(CoverageTest::solving);
    assertThat(answer("DELETE", job)).contains("dismissed");
    until(() -> !solving());
    assertThat(answer("GET", job)).contains("dismissed");
    assertThat(answer("GET", "/api/v1/coverage/plans")).doesNotContain("endless");
  }

  @Test
  void nothingIsReplacedCutOffOrKeptOldBehindHerBack() throws Exception {
    Page page = planner(station());
    assertThat(read(page, "660,1,807")).contains("第 2 列", "千分位");
    assertThat(read(page, "660,\"1,807\"")).contains("[\"660\",\"1,807\"]");
    assertThat(read(page, "5\" pipe,3")).contains("[\"5\\\" pipe\",\"3\"]");
    assertThat(read(page, "660,1\n661,\"2\n662,3")).contains("第 3 列", "引號");

    page.route("**/api/v1/coverage/inventory", route -> route.fulfill(json("[]")));
    page.getByTestId("coverage.data").locator("summary").click();
    page.getByTestId("coverage.import.stations").click();
    assertThat(page.getByTestId("import-layer")).isVisible();
    assertThat(page.getByTestId("import-replace")).not().isChecked();
    page.getByTestId("dialog").getByText("取消").click();

    page.getByTestId("coverage.import.census").click();
    page.getByTestId("import-layer").selectOption("villages");
    page.getByTestId("census-date").fill("2020-02-29");
    page.getByTestId("people-from-table").check();
    page.getByTestId("people-file").setInputFiles(table("1,7\n"));
    assertThat(page.getByTestId("table-read")).containsText("Big5");
    assertThat(page.getByTestId("census-date")).hasValue("2020-02-29");
    page.getByTestId("dialog").getByText("取消").click();

    page.route(
        Pattern.compile(".*/api/v1/coverage\\?.*"),
        route -> {
          String figure = route.fetch().text();
          String changed = figure.replaceAll("(\"inventory_version\":\")", "$1anew");
          route.fulfill(json(changed));
        });
    page.getByTestId("coverage.settings").locator("summary").click();
    page.waitForRequest(
        Pattern.compile(".*/coverage/footprint.*"),
        () -> page.getByTestId("coverage-area").selectOption("西屯區"));
    assertThat(browser.errors()).isEmpty();
  }

  private static Route.FulfillOptions json(String body) {
    return new Route.FulfillOptions().setContentType("application/json").setBody(body);
  }

  /** What the portal reads from a table of people, or why it does not. */
  private static String read(Page page, String rows) {
    String script =
        """
        async (text) => {
          const { readTable } = await import("/plugins/coverage/js/people-file.js");
          const read = readTable(new Blob([text]));
          return read.then(({ rows }) => JSON.stringify(rows[0].cells), (error) => error.message);
        }
        """;
    return String.valueOf(page.evaluate(script, "code,people\n" + rows + "\n"));
  }

  private static String answer(String method, String path)
      throws IOException, InterruptedException {
    byte[] body = server.send(method, path, "planner", "").body();
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether a thread of the server is in the solver, by a dump of all of them. */
  private static boolean solving() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process dump =
        new ProcessBuilder(jcmd, Long.toString(server.pid()), "Thread.print")
            .redirectErrorStream(true)
            .start();
    String threads = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(dump.waitFor()).as(threads).isZero();
    return threads.contains("MPSolver.solve");
  }

  private static void until(Callable<Boolean> done) throws Exception {
    for (int i = 0; i < 150; i++) {
      if (done.call()) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("it took too long");
  }

  /** People whom the plan adds, as the page says. */
  private static double more(Page page) {
    Matcher found = MORE.matcher(page.getByTestId("coverage-after").textContent());
    if (!found.find()) {
      return Double.NaN;
    }
    double people = Double.parseDouble(found.group(2).replace(",", ""));
    return found.group(1).equals("-") ? -people : people;
  }

  /** Longitude and latitude of a hot spot that reaches 100 m or more. */
  private static double[] station() throws IOException, InterruptedException {
    Matcher found = STATION.matcher(server.text("/api/v1/coverage/points"));
    assertThat(found.find()).isTrue();
    return new double[] {Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))};
  }

  /** The nearest place east of it that nothing covers. */
  private static double[] empty(double[] station) throws IOException, InterruptedException {
    for (int step = 1; step < 20; step++) {
      double[] place = {station[0] + 0.004 * step, station[1]};
      String found =
          server.text(
              String.format(
                  Locale.ROOT, "/api/v1/coverage/at?lon=%.6f&lat=%.6f", place[0], place[1]));
      if (found.contains("\"times\":0") && !found.contains("\"village\":null")) {
        return place;
      }
    }
    throw new IllegalStateException("everything is covered");
  }

  private static Page planner(double[] place) {
    Page page = browser.visit(1440, 900, "zh-TW");
    go(page, place);
    page.getByTestId("sign-in").click();
    page.locator("input[name=username]").fill("planner");
    page.locator("input[name=password]").fill("demo-planner");
    page.getByTestId("sign-in-form").locator("button[type=submit]").click();
    assertThat(page.getByTestId("coverage.best")).isVisible();
    assertThat(page.getByTestId("coverage-rate")).containsText("%");
    return page;
  }

  private static void go(Page page, double[] place) {
    page.navigate(
        String.format(
            Locale.ROOT,
            "%s/plugins/coverage/coverage.html?lang=zh-TW&center=%.6f,%.6f&zoom=16",
            server.base(),
            place[1],
            place[0]));
    assertThat(page.getByTestId("coverage-rate")).containsText("%", FIRST);
  }
}
