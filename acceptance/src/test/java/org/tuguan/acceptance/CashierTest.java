package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cashier's morning: a bank's file with a good line, the same again, and a wrong amount. */
class CashierTest {
  private static final Server SERVER = Server.get();
  private static final String NEW_MONEY =
      "SELECT count(*) FROM tuguan.remittance WHERE transaction LIKE 'B-%'";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String MIDDLE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[120.66,24.13],[120.70,24.13],[120.70,24.17],[120.66,24.17],[120.66,24.13]]]}";

  /** Making a package takes a moment, more on a busy machine. */
  private static final LocatorAssertions.HasAttributeOptions SOON =
      new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

  private static final String ONE =
      """
      {"dry_run": true, "counts": {"MATCHED": 1}, "booked": 1, "lines": [{"line": 2, "transaction": "T", "date": "2026-11-02",
       "amount": 5, "reference": "1", "payer": "x", "finding": "MATCHED", "finding_title": {"zh": "相符", "en": "matched"},
       "message": {"zh": "", "en": ""}, "may_be_another": false, "payment": null, "application": null}]}
      """;

  private static Browser browser;

  @BeforeAll
  static void open() {
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  /** What the partner is to pay. */
  private record Due(String application, String number, int amount) {}

  @Test
  void moneyIsBookedByKeyboardAndTheKeyboardStaysThere() throws Exception {
    Due due = due();
    Page page = signIn("/cashier.html?lang=zh-TW");
    Locator row = page.getByTestId("payment-" + due.number());
    row.getByTestId("book").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog input[name=transaction]")).isFocused();
    page.keyboard().type("K-" + due.number());
    page.keyboard().press("Enter");
    assertThat(row).hasCount(0);
    assertThat(page.locator("#pane-due h2")).isFocused();

    page.locator("#pane-due select").selectOption("PAID");
    row.getByTestId("refund").focus();
    page.keyboard().press("Enter");
    page.locator("dialog select[name=ground]").selectOption("NOT_DONE");
    page.locator("dialog input[name=interest_rate]").fill("1.7");
    page.locator("dialog input[name=own_fault]").check();
    page.locator("dialog textarea[name=reason]").fill("未能於期限內辦理");
    page.locator("dialog input[name=sure]").check();
    page.getByTestId("dialog-submit").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog .form-error")).containsText("第19條");
    assertThat(page.getByTestId("dialog-submit")).isFocused();
  }

  /** Where what was ordered goes wrong in every way, and comes right. */
  @Test
  void unknownPaymentIsAskedForFailedPackageIsMadeAgainAndAllIsGivenBack() throws Exception {
    Due due = due();
    unknown(due.application());
    Page mine =
        new Person(SERVER, browser, "partner")
            .visit("/applications.html?lang=zh-TW#" + due.application());
    state(mine, "PAYMENT_UNKNOWN");
    assertThat(mine.getByTestId("application-now")).containsText("請勿重複繳費");
    assertThat(mine.getByTestId("pay-card")).hasCount(0);
    assertThat(mine.getByTestId("pay-check")).isVisible();
    assertThat(mine.getByTestId("slip")).hasCount(0);
    Browser.picture(mine, "payment-unknown");
    mine.getByTestId("pay-check").click();
    state(mine, "PAYMENT_DUE");

    failed(due.application());
    post(
        "cashier",
        "/api/v1/payments/" + due.number() + "/money",
        "{\"transaction\": \"U-%s\", \"amount\": %d}".formatted(due.number(), due.amount()));
    Page desk =
        new Person(SERVER, browser, "officer").visit("/desk.html?lang=zh-TW#" + due.application());
    desk.getByTestId("retry").click();
    assertThat(mine.getByTestId("delivery-state")).hasAttribute("data-state", "READY", SOON);
    assertThat(desk.getByTestId("retry")).hasCount(0);

    Page cash = signIn("/cashier.html?lang=zh-TW");
    cash.locator("#pane-due select").selectOption("PAID");
    cash.getByTestId("payment-" + due.number()).getByTestId("refund").click();
    cash.locator("dialog select[name=ground]").selectOption("NOT_DONE");
    cash.locator("dialog input[name=interest_rate]").fill("1.7");
    cash.locator("dialog textarea[name=reason]").fill("未能於期限內辦理");
    cash.locator("dialog input[name=sure]").check();
    cash.getByTestId("dialog-submit").click();
    assertThat(cash.getByTestId("payment-" + due.number())).hasCount(0);
    mine.reload();
    state(mine, "REFUNDED");
    cash.getByTestId("tab-refunds").click();
    assertThat(cash.getByTestId("refunds")).containsText("規費法第19條");
    cash.getByTestId("payout").click();
    assertThat(cash.getByTestId("payout-from")).containsText("NT$1,200");
    cash.locator("dialog input[name=transfer]").fill("OUT-" + due.number());
    cash.getByTestId("dialog-submit").click();
    assertThat(cash.locator("#pane-refunds").getByTestId("empty")).isVisible();
  }

  /** The gateway of a card payment does not answer. */
  private static void unknown(String application) throws Exception {
    post("partner", "/api/v1/applications/" + application + "/payments", "{\"method\": \"card\"}");
    SERVER.sql(
        """
        WITH a AS (UPDATE tuguan.application SET state = 'PAYMENT_UNKNOWN' WHERE number = '%s' RETURNING id)
        UPDATE tuguan.payment SET state = 'UNKNOWN' WHERE method = 'card' AND application = (SELECT id FROM a)
        """
            .formatted(application));
  }

  /** All tries to make the package were in vain. */
  private static void failed(String application) throws Exception {
    SERVER.sql(
        """
        INSERT INTO tuguan.delivery (application, state, features_expected, created, changed)
        SELECT id, 'FAILED', 1, now(), now() FROM tuguan.application WHERE number = '%s'
        """
            .formatted(application));
  }

  private static void state(Page page, String state) {
    assertThat(page.getByTestId("application-state")).hasAttribute("data-state", state, SOON);
  }

  @Test
  void aSlowAnswerDoesNotTakeThePlaceOfALaterOne() throws Exception {
    due();
    Page page = signIn("/cashier.html?lang=zh-TW");
    List<Route> held = new CopyOnWriteArrayList<>();
    page.route(url -> url.contains("state=UNKNOWN"), held::add);
    page.locator("#pane-due select").selectOption("UNKNOWN");
    page.locator("#pane-due select").selectOption("OPEN");
    assertThat(page.getByTestId("payments")).isVisible();
    page.waitForResponse(
        answer -> answer.url().contains("state=UNKNOWN"), () -> held.get(0).resume());
    page.waitForTimeout(300);
    assertThat(page.getByTestId("payments")).isVisible();
  }

  /** The city of the tests has one bank account: the answers of the server are made up. */
  @Test
  void statementIsBookedForTheAccountForWhichItWasTried() {
    Page page = signIn("/cashier.html?lang=zh-TW");
    List<Route> names = new CopyOnWriteArrayList<>();
    page.route(url -> url.endsWith("/bank-statements/accounts"), names::add);
    List<String> sent = new CopyOnWriteArrayList<>();
    page.route(
        url -> url.contains("/bank-statements?"),
        route -> {
          sent.add(route.request().url().replaceAll(".*\\?", ""));
          route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(ONE));
        });
    page.getByTestId("tab-bank").click();
    assertThat(page.locator("#pane-bank h2")).isVisible();
    page.waitForCondition(() -> !names.isEmpty());
    names
        .get(0)
        .fulfill(
            new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"accounts\": [\"first\", \"second\"]}"));
    Locator account = page.locator("#pane-bank select");
    assertThat(account).hasValue("");

    page.locator("#bank-file")
        .setInputFiles(new FilePayload("bank.csv", "text/csv", new byte[] {'x'}));
    assertThat(page.getByTestId("account-first")).isVisible();
    assertThat(account).isFocused();
    assertThat(sent).isEmpty();
    account.selectOption("first");
    assertThat(page.getByTestId("dry-run")).containsText("first");
    account.selectOption("second");
    assertThat(page.getByTestId("dry-run")).containsText("second");
    Browser.picture(page, "cashier-accounts");
    account.selectOption("");
    assertThat(page.getByTestId("book-statement")).hasCount(0);
    account.selectOption("second");
    page.getByTestId("book-statement").click();
    assertThat(page.getByTestId("booked")).isVisible();
    assertThat(sent)
        .containsExactly(
            "dry_run=true&account=first",
            "dry_run=true&account=second",
            "dry_run=true&account=second",
            "dry_run=false&account=second");
    account.selectOption("first");
    assertThat(page.getByTestId("booked")).hasCount(0);
  }

  @Test
  void bankStatementIsTriedThenBookedAndWhatDoesNotMatchIsGivenBack() throws Exception {
    Due right = due();
    Due wrong = due();
    Page page = signIn("/cashier.html?lang=zh-TW");
    assertThat(page.getByTestId("payment-" + right.number())).containsText("待繳");

    page.getByTestId("tab-bank").click();
    page.locator("#bank-file").setInputFiles(statement(right, wrong));
    assertThat(page.getByTestId("dry-run")).isVisible();
    assertThat(finding(page, 2)).hasAttribute("data-finding", "MATCHED");
    assertThat(finding(page, 3)).hasAttribute("data-finding", "WRONG_AMOUNT");
    assertThat(SERVER.sql(NEW_MONEY).strip()).isEqualTo("0");
    Browser.picture(page, "cashier-dry-run");

    page.getByTestId("book-statement").click();
    assertThat(page.getByTestId("booked")).containsText("2");
    Browser.picture(page, "cashier-booked");
    page.locator("#bank-file").setInputFiles(statement(right, null));
    assertThat(finding(page, 2)).hasAttribute("data-finding", "DUPLICATE");
    assertThat(page.getByTestId("book-statement")).isDisabled();
    page.getByTestId("another-2").locator("input").check();
    assertThat(page.getByTestId("book-statement")).containsText("1");
    Browser.picture(page, "cashier-overlap");

    page.getByTestId("tab-receipts").click();
    Locator receipt = page.getByTestId("receipt-pdf").first();
    HttpResponse<byte[]> paper = send("cashier", receipt.getAttribute("href"), null);
    assertThat(new String(paper.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

    giveBack(page);
    page.getByTestId("tab-refunds").click();
    assertThat(page.getByTestId("refunds")).containsText("民法第179條");
    page.getByTestId("payout").click();
    page.locator("dialog input[name=transfer]").fill("OUT-1");
    page.getByTestId("dialog-submit").click();
    assertThat(page.locator("#pane-refunds").getByTestId("empty")).isVisible();

    reports(page);
    assertThat(browser.errors()).isEmpty();
  }

  private static void giveBack(Page page) {
    page.getByTestId("tab-unmatched").click();
    assertThat(page.getByTestId("open-money").locator("tbody tr")).hasCount(1);
    Browser.picture(page, "cashier-unmatched");
    page.getByTestId("refund").click();
    page.locator("dialog select[name=ground]").selectOption("OTHER");
    page.locator("dialog input[name=article]").fill("民法第179條");
    page.locator("dialog textarea[name=reason]").fill("金額不符，繳款人請求退還");
    page.locator("dialog input[name=sure]").check();
    page.getByTestId("dialog-submit").click();
    assertThat(page.locator("#pane-unmatched").getByTestId("empty")).isVisible();
  }

  private static void reports(Page page) {
    page.navigate(SERVER.base() + "/reports.html?lang=zh-TW");
    assertThat(page.getByTestId("fees").locator("tbody tr").first()).isVisible();
    assertThat(page.getByTestId("fee-chart")).isVisible();
    page.getByTestId("report-by").selectOption("article");
    assertThat(page.getByTestId("fees")).containsText("條文");
    Browser.picture(page, "reports");
  }

  private static Locator finding(Page page, int line) {
    return page.getByTestId("line-" + line);
  }

  /**
   * @param wrong of which NT$ 1 is missing; null for none
   */
  private static FilePayload statement(Due right, Due wrong) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Taipei"));
    String csv =
        """
        transaction_id,date,amount,reference,payer
        B-1,%s,%d,%s,示範測量公司
        """
            .formatted(today, right.amount(), right.number());
    if (wrong != null) {
      csv += "B-2,%s,%d,%s,堃喆測量有限公司\n".formatted(today, wrong.amount() - 1, wrong.number());
    }
    return new FilePayload("bank.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static Page signIn(String path) {
    Page page = browser.visit(1280, 900, "zh-TW");
    page.navigate(SERVER.base() + path);
    page.locator("#work button").click();
    page.locator("input[name=username]").fill("cashier");
    page.locator("input[name=password]").fill("demo-cashier");
    page.getByTestId("sign-in-form").locator("button[type=submit]").click();
    assertThat(page.getByTestId("tab-due")).isVisible();
    return page;
  }

  /** Roads belong to the agency of the demonstration's owner; a person sets their price. */
  private static Due due() throws Exception {
    String asked =
        "{\"layers\": [\"roads\"], \"area\": %s, \"purpose\": \"道路設計\", \"schedule\": \"taichung-geoinfo\"}"
            .formatted(MIDDLE);
    String quote = found("number", post("partner", "/api/v1/quotes", asked));
    String application =
        found("number", post("partner", "/api/v1/applications", "{\"quote\": \"" + quote + "\"}"));
    String path = "/api/v1/applications/" + application;
    post("partner", path + "/moves", "{\"to\": \"SUBMITTED\"}");
    post("officer", path + "/moves", "{\"to\": \"UNDER_REVIEW\"}");
    post("owner", path + "/layers/roads", "{\"decision\": \"APPROVED\"}");
    post(
        "officer",
        path + "/price",
        "{\"amount\": 1200, \"article\": \"規費法第10條\", \"reason\": \"依重製成本\"}");
    post("officer", path + "/moves", "{\"to\": \"APPROVED\"}");
    String payment = post("partner", path + "/payments", "{\"method\": \"slip\"}");
    return new Due(
        application, found("number", payment), Integer.parseInt(found("amount", payment)));
  }

  private static String found(String name, String json) {
    Matcher found = Pattern.compile("\"" + name + "\":\"?([A-Z0-9-]+)").matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }

  private static String post(String account, String path, String body) throws Exception {
    HttpResponse<byte[]> answer = send(account, path, body);
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(path + " " + text).isBetween(200, 201);
    return text;
  }

  /**
   * @param body to be posted; null to get
   */
  private static HttpResponse<byte[]> send(String account, String path, String body)
      throws Exception {
    String login = account + ":demo-" + account;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(SERVER.base() + path))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    if (body != null) {
      request.POST(HttpRequest.BodyPublishers.ofString(body));
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
