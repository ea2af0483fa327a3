package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Officers and owners decide on applications and keep the fee standards, in the portal. */
class ReviewDeskTest {
  private static final Server SERVER = Server.get();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String MIDDLE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[120.64,24.13],[120.69,24.13],[120.69,24.17],[120.64,24.17],[120.64,24.13]]]}";

  /** What a browser itself writes when the server refuses something, as these tests want it to. */
  private static final Pattern REFUSAL = Pattern.compile("status of (401|409|422)");

  private static Browser browser;

  @BeforeAll
  static void open() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  private static String post(String account, String path, String body) throws Exception {
    String login = account + ":demo-" + account;
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(SERVER.base() + path))
                .header("Content-Type", "application/json")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return answer.body();
  }

  private static String number(String answer) {
    Matcher found = Pattern.compile("\"number\":\"([AQ]-[^\"]+)\"").matcher(answer);
    assertThat(found.find()).as(answer).isTrue();
    return found.group(1);
  }

  /** Roads belong to the agency of the demonstration's owner. */
  private static String submitted(String more) throws Exception {
    String asked =
        "{\"layers\": [\"roads\"], \"area\": %s, \"purpose\": \"道路設計\"%s}".formatted(MIDDLE, more);
    String quote = number(post("partner", "/api/v1/quotes", asked));
    String application =
        number(post("partner", "/api/v1/applications", "{\"quote\": \"" + quote + "\"}"));
    move("partner", application, "SUBMITTED");
    return application;
  }

  private static void move(String account, String application, String to) throws Exception {
    post(account, "/api/v1/applications/" + application + "/moves", "{\"to\": \"" + to + "\"}");
  }

  private static Page visit(String account, String path) {
    Page page = browser.visit(1280, 900, "zh-TW");
    page.navigate(SERVER.base() + "/about.html?lang=zh-TW");
    page.getByTestId("sign-in").click();
    page.locator("input[name=username]").fill(account);
    page.locator("input[name=password]").fill("demo-" + account);
    page.getByTestId("sign-in-form").locator("button[type=submit]").click();
    assertThat(page.getByTestId("user")).isVisible();
    page.navigate(SERVER.base() + path);
    return page;
  }

  private static void state(Page page, String state) {
    assertThat(page.getByTestId("application").getByTestId("state"))
        .hasAttribute("data-state", state);
  }

  private static void noErrors() {
    assertThat(browser.errors()).allMatch(each -> REFUSAL.matcher(each).find());
  }

  @Test
  void refusalOfAnOwnerReachesTheOfficerWhoAsksForACorrection() throws Exception {
    String application = submitted("");
    Page officer = visit("officer", "/?lang=zh-TW");
    officer.getByTestId("nav-work").locator("summary").click();
    officer.getByTestId("nav-work").getByText("核發審查").click();
    officer.getByTestId("queue-number").fill(application);
    officer.getByTestId("row-" + application).locator("a").click();
    assertThat(officer.getByTestId("price-demonstration")).isVisible();
    officer.getByTestId("move-UNDER_REVIEW").click();
    state(officer, "UNDER_REVIEW");
    assertThat(officer.getByTestId("move-APPROVED")).isDisabled();

    Page owner = visit("owner", "/desk.html?lang=zh-TW#" + application);
    owner.getByTestId("object-roads").click();
    owner.locator("dialog textarea").fill("道路正在更新，請縮小範圍");
    owner.getByTestId("dialog-submit").click();
    assertThat(owner.getByTestId("reason-roads")).hasText("道路正在更新，請縮小範圍");

    officer.reload();
    assertThat(officer.getByTestId("reason-roads")).hasText("道路正在更新，請縮小範圍");
    assertThat(officer.getByTestId("timeline")).containsText("主管機關不同意");
    Browser.picture(officer, "desk-application");
    officer.getByTestId("move-CORRECTION_ASKED").click();
    assertThat(officer.getByTestId("act-due")).not().hasValue("");
    officer.getByTestId("act-reason").fill("請依建設局意見縮小範圍");
    officer.getByTestId("dialog-submit").click();
    state(officer, "CORRECTION_ASKED");
    assertThat(officer.getByTestId("timeline")).containsText("請依建設局意見縮小範圍");
    noErrors();
  }

  @Test
  void priceIsSetByHandWhereTheStandardHasNone() throws Exception {
    String application = submitted(", \"schedule\": \"taichung-geoinfo\"");
    move("officer", application, "UNDER_REVIEW");
    Page owner = visit("owner", "/desk.html?lang=zh-TW#" + application);
    owner.getByTestId("agree-roads").click();
    owner.getByTestId("dialog-submit").click();
    assertThat(owner.getByTestId("layer-roads")).containsText("同意");

    Page officer = visit("officer", "/desk.html?lang=zh-TW#" + application);
    assertThat(officer.getByTestId("needs")).isVisible();
    officer.getByTestId("set-price").click();
    officer.getByTestId("price-amount").fill("1200");
    officer.getByTestId("price-article").fill("規費法第10條");
    officer.getByTestId("act-reason").fill("依重製成本");
    officer.getByTestId("dialog-submit").click();
    assertThat(officer.getByTestId("hand-price")).containsText("NT$ 1,200");
    assertThat(officer.getByTestId("needs")).hasCount(0);
    officer.getByTestId("move-APPROVED").click();
    assertThat(officer.getByTestId("dialog")).containsText("NT$ 1,200");
    officer.getByTestId("dialog-submit").click();
    state(officer, "PAYMENT_DUE");
    noErrors();
  }

  @Test
  void whoComesSecondIsToldWhatTheFirstDidAndLosesNoText() throws Exception {
    String application = submitted("");
    move("officer", application, "UNDER_REVIEW");
    Page second = visit("admin", "/desk.html?lang=zh-TW#" + application);
    second.getByTestId("move-REFUSED").click();
    second.getByTestId("act-reason").fill("用途不明");
    second.getByTestId("act-ground").fill("測繪成果申請使用辦法第4條");

    Page first = visit("officer", "/desk.html?lang=zh-TW#" + application);
    first.getByTestId("move-CORRECTION_ASKED").click();
    first.getByTestId("act-reason").fill("請說明用途");
    first.getByTestId("dialog-submit").click();
    state(first, "CORRECTION_ASKED");

    second.getByTestId("dialog-submit").click();
    assertThat(second.locator("dialog .form-error")).containsText("officer");
    assertThat(second.getByTestId("act-reason")).hasValue("用途不明");
    state(second, "CORRECTION_ASKED");
    noErrors();
  }

  @Test
  void faultOfAFeeStandardShowsItsLineAndTheMendedVersionIsPublished() {
    Page page = visit("officer", "/fee-standards.html?lang=zh-TW#miaoli-urban-topo/2012-11-27");
    page.getByTestId("try-quantity").fill("3");
    page.getByTestId("try-submit").click();
    assertThat(page.getByTestId("try-result").getByTestId("price-total")).hasText("NT$ 1,500");

    page.getByTestId("start-version").click();
    assertThat(page.getByTestId("document")).hasValue(Pattern.compile("miaoli-urban-topo"));
    String good = page.getByTestId("document").inputValue();
    String wrong = good.replace("\"price\": \"500\"", "\"price\": \"five\"");
    long line = wrong.substring(0, wrong.indexOf("\"five\"")).lines().count();
    page.getByTestId("document").fill(wrong);
    page.getByTestId("check").click();
    assertThat(page.getByTestId("wrong-line")).hasText(String.valueOf(line));
    assertThat(page.getByTestId("document-fault")).containsText("第 " + line + " 行");
    assertThat(page.getByTestId("publish")).isDisabled();
    Browser.picture(page, "fee-standard-fault");

    page.getByTestId("document").fill(good.replace("\"price\": \"500\"", "\"price\": \"650\""));
    page.getByTestId("check").click();
    assertThat(page.getByTestId("check-good")).isVisible();
    assertThat(page.getByTestId("price-changes")).containsText("NT$ 650");
    page.getByTestId("publish").click();
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("version"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(10_000));
    assertThat(page.getByTestId("product-DWG-400x600")).containsText("NT$ 650");
    noErrors();
  }
}
