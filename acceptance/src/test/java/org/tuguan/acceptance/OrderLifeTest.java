package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Orders from the first click to the end, as partner, owner, officer and cashier, one for each way
 * in which a price comes about. Roads belong to the agency of the demonstration's owner.
 */
class OrderLifeTest {
  /** Making a package takes a moment, more on a busy machine. */
  private static final LocatorAssertions.HasAttributeOptions SOON =
      new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

  private static final String COMPANY = "示範測量公司";

  @TempDir static Path folder;
  private static Server server;
  private static Browser browser;
  private static Person partner;
  private static Person owner;
  private static Person officer;
  private static Person cashier;

  @BeforeAll
  static void open() throws Exception {
    server = Server.ofItsOwn(UnaryOperator.identity());
    browser = new Browser();
    partner = person("partner");
    owner = person("owner");
    officer = person("officer");
    cashier = person("cashier");
  }

  private static Person person(String name) {
    return new Person(server, browser, name);
  }

  /** After all lives the books agree, and every price comes to the same dollar again. */
  @AfterAll
  static void close() throws Exception {
    browser.close();
    try {
      server.run(List.of("audit", "payments", "quotes", "trail"));
    } finally {
      server.stop();
    }
  }

  @Test
  void chargedByTheStandardAndPaidAtTheBank() throws Exception {
    Page mine = partner.visit("/?lang=zh-TW&get=roads&center=24.1500,120.6850&zoom=14");
    String number = ordered(mine);
    mine.locator("#document-file")
        .setInputFiles(
            new FilePayload(
                "計畫書.pdf", "application/pdf", "%PDF-1.4\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(mine.getByTestId("documents")).containsText("計畫書.pdf");
    mine.getByTestId("agree").check();
    mine.getByTestId("submit").click();
    state(mine, "SUBMITTED");

    Page desk = officer.visit("/desk.html?lang=zh-TW");
    desk.getByTestId("row-" + number).locator("a").click();
    assertThat(desk.getByTestId("application")).containsText("計畫書.pdf");
    desk.getByTestId("move-UNDER_REVIEW").click();
    assertThat(desk.getByTestId("needs")).containsText("roads");
    Page decides = owner.visit("/desk.html?lang=zh-TW#" + number);
    decides.getByTestId("agree-roads").click();
    decides.getByTestId("dialog-submit").click();
    assertThat(decides.getByTestId("layer-roads")).containsText("同意");
    desk.reload();
    assertThat(desk.getByTestId("price-line").first()).containsText("示範附表");
    desk.getByTestId("move-APPROVED").click();
    desk.getByTestId("dialog-submit").click();
    deskState(desk, "PAYMENT_DUE");

    state(mine, "PAYMENT_DUE");
    mine.getByTestId("pay-slip").click();
    String amount = dollars(mine);
    String reference = mine.locator("[data-testid^=payment-] code").innerText();
    assertThat(paper(mine, "slip")).contains("規費繳款單", amount, reference, number);
    reconciled(reference, amount.replaceAll("\\D", ""));

    Path zip = downloaded(mine);
    assertThat(paper(mine, "receipt")).contains(amount, COMPANY, number);
    Parcel.opensInGdal(zip, mine.getByTestId("delivery").innerText());
    genuine(zip);

    desk.reload();
    deskState(desk, "DELIVERED");
    assertThat(desk.getByTestId("delivery")).containsText("L-");
    mine.reload();
    state(mine, "DELIVERED");
    Browser.whole(mine, "life-charged-end");
    paper(mine, "price-paper");
    reported();
    noErrors();
  }

  /** Draws a rectangle beside the map, and gives the number of what became of it. */
  private static String ordered(Page page) {
    page.getByTestId("draw-rectangle").click();
    BoundingBox map = page.getByTestId("map").boundingBox();
    page.mouse().click(map.x + map.width * 0.3, map.y + map.height * 0.3);
    page.mouse().click(map.x + map.width * 0.6, map.y + map.height * 0.6);
    assertThat(page.getByTestId("order-total")).hasText(Pattern.compile("^NT\\$ [1-9][\\d,]*$"));
    assertThat(page.getByTestId("price-demonstration")).isVisible();
    page.getByTestId("format-shp").check();
    page.getByTestId("order-purpose").fill("道路設計");
    page.getByTestId("apply").click();
    page.waitForURL(Pattern.compile("#A-\\d+-\\d{6}$"));
    return page.url().replaceFirst(".*#", "");
  }

  private static String dollars(Page page) {
    return page.getByTestId("price-total").innerText().replace("NT$ ", "NT$");
  }

  /** The page that a link of an application leads to. */
  private static String paper(Page page, String link) {
    String address = page.getByTestId(link).getAttribute("href");
    return Paper.read(page.request().get(server.base() + address).body(), link);
  }

  private static void reconciled(String reference, String amount) {
    Page desk = cashier.visit("/cashier.html?lang=zh-TW");
    desk.getByTestId("tab-bank").click();
    String csv =
        "transaction_id,date,amount,reference,payer\nB-1,%s,%s,%s,%s\n"
            .formatted(LocalDate.now(ZoneId.of("Asia/Taipei")), amount, reference, COMPANY);
    desk.locator("#bank-file")
        .setInputFiles(
            new FilePayload("bank.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    assertThat(desk.getByTestId("line-2")).hasAttribute("data-finding", "MATCHED");
    desk.getByTestId("book-statement").click();
    assertThat(desk.getByTestId("booked")).containsText("1");
  }

  /** Through a link that the page makes. */
  private static Path downloaded(Page page) {
    ready(page);
    page.getByTestId("make-link").click();
    Download download = page.waitForDownload(() -> page.getByTestId("download").click());
    Path zip = folder.resolve("package.zip");
    download.saveAs(zip);
    return zip;
  }

  private static void ready(Page page) {
    assertThat(page.getByTestId("delivery-state")).hasAttribute("data-state", "READY", SOON);
  }

  /** Anybody learns what it is, nobody who bought it. */
  private static void genuine(Path zip) throws Exception {
    Page page = browser.visit(1280, 900, "zh-TW");
    page.navigate(server.base() + "/verify.html?lang=zh-TW");
    byte[] bytes = Files.readAllBytes(zip);
    page.locator("#verify-file").setInputFiles(new FilePayload("p.zip", "application/zip", bytes));
    Locator verdict = page.getByTestId("verdict");
    assertThat(verdict).containsText("是本館交付的檔案");
    assertThat(verdict).containsText("授權有效");
    assertThat(verdict).not().containsText(COMPANY);
    bytes[bytes.length / 2] ^= 1;
    page.locator("#verify-file").setInputFiles(new FilePayload("q.zip", "application/zip", bytes));
    assertThat(verdict.first()).containsText("不是本館交付的檔案");
  }

  /** All that was paid so far, with this. */
  private static void reported() throws Exception {
    String paid =
        server
            .sql(
                "SELECT to_char(sum(amount_twd), 'FM999,999') FROM tuguan.payment WHERE state = 'PAID'")
            .strip();
    Page page = cashier.visit("/reports.html?lang=zh-TW");
    page.getByTestId("report-by").selectOption("layer");
    assertThat(page.getByTestId("fees")).containsText("道路");
    assertThat(page.getByTestId("fees")).containsText(paid);
    assertThat(paper(page, "file-pdf")).contains("NT$" + paid);
  }

  @Test
  void paidByCardAfterAnApprovalByKeyboardAlone() throws Exception {
    String number = submitted(partner, 5, "\"purpose\": \"公司業務\"");
    officer.move(number, "UNDER_REVIEW");
    agreed(number);

    Page desk = browser.visit(1280, 900, "zh-TW");
    desk.navigate(server.base() + "/desk.html?lang=zh-TW");
    Browser.tabTo(desk, "[data-testid=sign-in]");
    desk.keyboard().press("Enter");
    desk.keyboard().type("officer");
    desk.keyboard().press("Tab");
    desk.keyboard().type("demo-officer");
    desk.keyboard().press("Enter");
    assertThat(desk.getByTestId("row-" + number)).isVisible();
    Browser.tabTo(desk, "a[href='#" + number + "']");
    desk.keyboard().press("Enter");
    assertThat(desk.getByTestId("move-APPROVED")).isEnabled();
    Browser.tabTo(desk, "[data-testid=move-APPROVED]");
    desk.keyboard().press("Enter");
    Browser.tabTo(desk, "[data-testid=dialog-submit]");
    desk.keyboard().press("Enter");
    deskState(desk, "PAYMENT_DUE");
    assertThat(desk.getByTestId("application")).isFocused();

    Page mine = partner.visit("/applications.html?lang=zh-TW#" + number);
    mine.getByTestId("pay-card").click();
    mine.waitForURL(Pattern.compile("/demo-gateway\\?.*signature="));
    mine.locator("button[value=PAID]").click();
    mine.waitForURL(Pattern.compile("/applications\\.html.*#" + number));
    assertThat(mine.getByTestId("payment")).containsText("已繳");
    ready(mine);
    assertThat(paper(mine, "receipt")).contains(dollars(mine), number);
    noErrors();
  }

  @Test
  void freeForAnAgencyOfTheCity() throws Exception {
    Person agency = person("planner");
    String number = submitted(agency, 6, "\"purpose\": \"學術研究\"");
    Page page = agency.visit("/applications.html?lang=zh-TW#" + number);
    assertThat(page.getByTestId("price-grounds")).containsText("第4條第1款");
    officer.move(number, "UNDER_REVIEW");
    agreed(number);
    officer.move(number, "APPROVED");
    ready(page);
    assertThat(page.getByTestId("payment")).hasCount(0);
    noErrors();
  }

  @Test
  void halfThePriceForASchool() throws Exception {
    become("public_school");
    String number = submitted(partner, 2, "\"purpose\": \"學術研究\"");
    become("company");
    Page page = partner.visit("/applications.html?lang=zh-TW#" + number);
    assertThat(page.getByTestId("price-line")).containsText("百分之五十");
    officer.move(number, "UNDER_REVIEW");
    agreed(number);
    officer.move(number, "APPROVED");
    state(page, "PAYMENT_DUE");
    paid(number);
    ready(page);
    noErrors();
  }

  @Test
  void byReciprocityOnceItsDocumentIsFoundToHold() throws Exception {
    become("other_government");
    String number = submitted(partner, 3, "\"purpose\": \"公益\", \"reciprocity\": true");
    become("company");
    partner.add(number, "reciprocity");
    officer.move(number, "UNDER_REVIEW");
    agreed(number);
    Page desk = officer.visit("/desk.html?lang=zh-TW#" + number);
    desk.getByTestId("evidence-approval").click();
    desk.getByTestId("act-reason").fill("換文已核定");
    desk.getByTestId("dialog-submit").click();
    assertThat(desk.getByTestId("price-grounds")).containsText("第7條");
    desk.getByTestId("move-APPROVED").click();
    assertThat(desk.getByTestId("dialog")).containsText("第7條");
    desk.getByTestId("dialog-submit").click();

    Page page = partner.visit("/applications.html?lang=zh-TW#" + number);
    ready(page);
    assertThat(page.getByTestId("price-grounds")).containsText("第7條");
    assertThat(page.getByTestId("timeline")).containsText("換文已核定");
    noErrors();
  }

  @Test
  void beyondTheOldCityNothingIsFreeBecauseNoStandardApplies() throws Exception {
    String number = submitted(partner, -6, "\"purpose\": \"道路設計\"");
    Page page = partner.visit("/applications.html?lang=zh-TW#" + number);
    assertThat(page.getByTestId("price-grounds")).containsText("第2條");
    assertThat(page.getByTestId("price-total")).hasText("無適用的收費標準");
    pricedByHand(number);
    state(page, "PAYMENT_DUE");
    assertThat(page.getByTestId("application")).containsText("規費法第10條");
    paid(number);
    ready(page);
    noErrors();
  }

  @Test
  void pricedByAnOfficerWhereTheAnnexIsNotPublic() throws Exception {
    String number =
        submitted(partner, 4, "\"purpose\": \"道路設計\", \"schedule\": \"taichung-geoinfo\"");
    Page page = partner.visit("/applications.html?lang=zh-TW#" + number);
    assertThat(page.getByTestId("price-total")).hasText("由承辦人核計");
    pricedByHand(number);
    state(page, "PAYMENT_DUE");
    paid(number);
    ready(page);
    assertThat(page.getByTestId("timeline")).containsText("規費法第10條");
    noErrors();
  }

  /** Of what class the partner is from now on. */
  private static void become(String kind) throws Exception {
    Person admin = person("admin");
    String known = admin.get("/api/v1/partners");
    String id = known.replaceFirst("(?s).*\"id\":(\\d+),\"name\":\"" + COMPANY + ".*", "$1");
    admin.put(
        "/api/v1/partners/" + id,
        "{\"name\": \"%s\", \"applicant_class\": \"%s\"}".formatted(COMPANY, kind));
  }

  /**
   * Roads of some ground that no other life of these asks for.
   *
   * @param place how many hundredths of a degree further north
   */
  private static String submitted(Person applicant, int place, String more) throws Exception {
    double south = 24.10 + place / 100.0;
    String area =
        "{\"type\":\"Polygon\",\"coordinates\":[[[120.64,%1$s],[120.66,%1$s],[120.66,%2$s],[120.64,%2$s],[120.64,%1$s]]]}"
            .formatted(south, south + 0.009);
    String quote =
        applicant.post(
            "/api/v1/quotes", "{\"layers\": [\"roads\"], \"area\": %s, %s}".formatted(area, more));
    String number =
        Person.value(
            "number",
            applicant.post(
                "/api/v1/applications", "{\"quote\": \"" + Person.value("number", quote) + "\"}"));
    applicant.move(number, "SUBMITTED");
    return number;
  }

  private static void agreed(String number) throws Exception {
    owner.post("/api/v1/applications/" + number + "/layers/roads", "{\"decision\": \"APPROVED\"}");
  }

  private static void pricedByHand(String number) throws Exception {
    officer.move(number, "UNDER_REVIEW");
    agreed(number);
    Page desk = officer.visit("/desk.html?lang=zh-TW#" + number);
    assertThat(desk.getByTestId("move-APPROVED")).isDisabled();
    desk.getByTestId("set-price").click();
    desk.getByTestId("price-amount").fill("1200");
    desk.getByTestId("price-article").fill("規費法第10條");
    desk.getByTestId("act-reason").fill("依重製成本");
    desk.getByTestId("dialog-submit").click();
    assertThat(desk.getByTestId("hand-price")).containsText("規費法第10條");
    desk.getByTestId("move-APPROVED").click();
    desk.getByTestId("dialog-submit").click();
    deskState(desk, "PAYMENT_DUE");
  }

  /** By slip, at the counter. */
  private static void paid(String number) throws Exception {
    String payment =
        partner.post("/api/v1/applications/" + number + "/payments", "{\"method\": \"slip\"}");
    String reference = Person.value("number", payment);
    cashier.post(
        "/api/v1/payments/" + reference + "/money",
        "{\"transaction\": \"C-%s\", \"amount\": %s, \"received\": \"%s\"}"
            .formatted(
                reference,
                Person.value("amount", payment),
                LocalDate.now(ZoneId.of("Asia/Taipei"))));
  }

  private static void state(Page page, String state) {
    assertThat(page.getByTestId("application-state")).hasAttribute("data-state", state, SOON);
  }

  private static void deskState(Page page, String state) {
    assertThat(page.getByTestId("application").getByTestId("state"))
        .hasAttribute("data-state", state, SOON);
  }

  /** But what the browser itself writes where the page asks for a package not begun yet. */
  private static void noErrors() {
    assertThat(browser.errors()).allMatch(each -> each.contains("status of 404"));
  }
}
