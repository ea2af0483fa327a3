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

/** What happened, and what fee standards ask, is said in words, never in codes. */
class WordsOfIssuingTest {
  private static final Server SERVER = Server.get();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String MIDDLE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[120.64,24.13],[120.69,24.13],[120.69,24.17],[120.64,24.17],[120.64,24.13]]]}";
  private static Browser browser;

  @BeforeAll
  static void open() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void aPaymentThatWasBegunIsASentenceToBothSides() throws Exception {
    String application = due();
    String path = "/api/v1/applications/" + application;
    String payment = found("number", post("partner", path + "/payments", "{\"method\": \"slip\"}"));

    Page partner = visit("partner", "/applications.html?lang=zh-TW#" + application);
    assertThat(partner.getByTestId("timeline")).containsText("開始以繳款單繳費，繳款編號 " + payment);
    assertThat(partner.getByTestId("timeline")).containsText("圖層 道路（模擬資料）：主管機關同意");
    assertThat(partner.getByTestId("timeline")).not().containsText("slip");
    assertThat(partner.getByTestId("price-paper")).hasAttribute("href", path + "/price.pdf");

    Page officer = visit("officer", "/desk.html?lang=en#" + application);
    assertThat(officer.getByTestId("timeline"))
        .containsText("Payment by payment slip begun, reference " + payment);
    assertThat(officer.getByTestId("price-paper")).hasAttribute("href", path + "/price.pdf");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void whatWasWithdrawnUnpaidSaysNothingOfPayment() throws Exception {
    String application = due();
    post(
        "partner",
        "/api/v1/applications/" + application + "/moves",
        "{\"to\": \"WITHDRAWN\", \"reason\": \"不需要了\"}");
    Page partner = visit("partner", "/applications.html?lang=zh-TW#" + application);
    assertThat(partner.getByTestId("application-now")).containsText("不需要了");
    assertThat(partner.getByTestId("payment")).isHidden();
  }

  @Test
  void whyALicenceWasRevokedIsToldToItsHolder() throws Exception {
    String application = due();
    String path = "/api/v1/applications/" + application;
    String payment = post("partner", path + "/payments", "{\"method\": \"slip\"}");
    String amount = payment.replaceAll(".*\"amount\":(\\d+).*", "$1");
    post(
        "cashier",
        "/api/v1/payments/" + found("number", payment) + "/money",
        "{\"transaction\": \"W-%s\", \"amount\": %s}".formatted(application, amount));
    Page partner = visit("partner", "/applications.html?lang=zh-TW#" + application);
    assertThat(partner.getByTestId("make-link"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));

    Page officer = visit("officer", "/desk.html?lang=zh-TW#" + application);
    officer.getByTestId("revoke").click();
    officer.getByTestId("act-reason").fill("逾越授權範圍");
    officer.getByTestId("dialog-submit").click();
    assertThat(officer.getByTestId("delivery")).containsText("逾越授權範圍");
    partner.reload();
    assertThat(partner.getByTestId("licence-revoked")).containsText("逾越授權範圍");
  }

  @Test
  void anApplicationCancelledUnpaidIsAskedForNoPackage() throws Exception {
    String application = due();
    post(
        "officer",
        "/api/v1/applications/" + application + "/moves",
        "{\"to\": \"CANCELLED\", \"reason\": \"圖層停用\"}");
    Page officer = visit("officer", "/desk.html?lang=zh-TW#" + application);
    assertThat(officer.getByTestId("timeline")).containsText("圖層停用");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void clausesOfAStandardSayWhatTheyAskInWords() {
    Page page = browser.visit(390, 844, "zh-TW");
    page.navigate(
        SERVER.base() + "/fee-standards.html?lang=zh-TW#cadastral-survey-fees/2023-05-01");
    assertThat(page.getByTestId("rule-CS4")).containsText("急件");
    assertThat(page.getByTestId("rule-CS4")).not().containsText("urgent");
    page.navigate(SERVER.base() + "/fee-standards.html?lang=en#cadastral-survey-fees/2023-05-01");
    assertThat(page.getByTestId("rule-CS6")).containsText("no field work");
    assertThat(browser.errors()).isEmpty();
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

  /** Roads belong to the agency of the demonstration's owner. */
  private static String due() throws Exception {
    String asked = "{\"layers\": [\"roads\"], \"area\": %s, \"purpose\": \"道路設計\"}";
    String quote = found("number", post("partner", "/api/v1/quotes", asked.formatted(MIDDLE)));
    String application =
        found("number", post("partner", "/api/v1/applications", "{\"quote\": \"" + quote + "\"}"));
    String path = "/api/v1/applications/" + application;
    post("partner", path + "/moves", "{\"to\": \"SUBMITTED\"}");
    post("officer", path + "/moves", "{\"to\": \"UNDER_REVIEW\"}");
    post("owner", path + "/layers/roads", "{\"decision\": \"APPROVED\"}");
    post("officer", path + "/moves", "{\"to\": \"APPROVED\"}");
    return application;
  }

  private static String found(String name, String json) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([A-Z0-9-]+)").matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }

  private static String post(String account, String path, String body) throws Exception {
    byte[] login = (account + ":demo-" + account).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SERVER.base() + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 201);
    return answer.body();
  }
}
