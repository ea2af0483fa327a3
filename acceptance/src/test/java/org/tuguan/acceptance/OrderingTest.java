package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A partner orders data on the map, from the first click, or key, to the application. */
class OrderingTest {
  private static final Server SERVER = Server.get();
  private static final Pattern DOLLARS = Pattern.compile("^NT\\$ [1-9][\\d,]*$");

  /** Within the eight districts of before 2010, where the standard applies. */
  private static final String OLD_CITY = "&center=24.1500,120.6700&zoom=14&layers=districts";

  private static final int MOST_STOPS = 150;
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
  void aPartnerOrdersByKeyboardAlone() {
    Page page = browser.visit(1280, 900, "zh-TW");
    page.navigate(SERVER.base() + "/?lang=zh-TW&get=districts" + OLD_CITY);
    assertThat(page.getByTestId("order-layers")).containsText("行政區");
    tabTo(page, "sign-in");
    page.keyboard().press("Enter");
    page.keyboard().type("partner");
    page.keyboard().press("Tab");
    page.keyboard().type("demo-partner");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("user")).hasText("partner");
    assertThat(page.getByTestId("order-total")).hasText("請畫出範圍");

    drawByKeyboard(page);
    assertThat(page.getByTestId("order-total")).hasText(DOLLARS);
    assertThat(page.getByTestId("price-demonstration")).isVisible();
    assertThat(page.getByTestId("price-line")).containsText("示範附表");
    Browser.picture(page, "order-keyboard");

    tabTo(page, "order-purpose");
    page.keyboard().type("管線規劃");
    tabTo(page, "apply");
    page.keyboard().press("Enter");

    page.waitForURL(Pattern.compile("/applications\\.html.*#A-\\d+-\\d{6}$"));
    assertThat(page.getByTestId("price-total")).hasText(DOLLARS);
    tabTo(page, "agree");
    page.keyboard().press("Space");
    tabTo(page, "submit");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("application-state")).hasAttribute("data-state", "SUBMITTED");
    assertThat(page.getByTestId("application-purpose")).hasText("管線規劃");
    Browser.picture(page, "application-submitted");
    noErrors();
  }

  /** Enter takes the middle of the map, the arrows move it; nobody waits for the end of a move. */
  private static void drawByKeyboard(Page page) {
    tabTo(page, "draw-polygon");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("map")).isFocused();
    String[] ways = {"ArrowRight", "ArrowUp", "ArrowLeft"};
    for (int corner = 0; corner <= ways.length; corner++) {
      page.keyboard().press("Enter");
      assertThat(page.getByTestId("draw-hint")).containsText("已有 " + (corner + 1) + " 點");
      if (corner < ways.length) {
        page.keyboard().press(ways[corner]);
      }
    }
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("draw-polygon")).isFocused();
  }

  @Test
  void whatAStrangerDrewIsThereAfterSigningIn() {
    Page page = browser.visit(1280, 900, "zh-TW");
    page.navigate(SERVER.base() + "/?lang=zh-TW&get=districts" + OLD_CITY);
    page.getByTestId("draw-rectangle").click();
    BoundingBox map = page.getByTestId("map").boundingBox();
    page.mouse().click(map.x + map.width * 0.3, map.y + map.height * 0.3);
    page.mouse().click(map.x + map.width * 0.6, map.y + map.height * 0.6);
    assertThat(page.getByTestId("order-total")).hasText(DOLLARS);
    page.getByTestId("order-applicant").selectOption("public_school");
    page.getByTestId("order-purpose").fill("學術研究");
    assertThat(page.getByTestId("order-price")).containsText("百分之五十");
    Browser.picture(page, "order-school");

    page.getByTestId("apply").click();
    page.locator("[name=username]").fill("partner");
    page.locator("[name=password]").fill("demo-partner");
    page.locator("dialog button[type=submit]").click();
    assertThat(page.getByTestId("user")).hasText("partner");
    assertThat(page.getByTestId("order-purpose")).hasValue("學術研究");
    assertThat(page.getByTestId("order-total")).hasText(DOLLARS);
    page.getByTestId("apply").click();

    page.waitForURL(Pattern.compile("#A-\\d+-\\d{6}$"));
    String number = page.url().replaceFirst(".*#", "");
    page.getByTestId("all-applications").click();
    Locator row = page.getByTestId("application-" + number);
    assertThat(row.getByTestId("application-state")).hasAttribute("data-state", "DRAFT");
    noErrors();
  }

  @Test
  void aSheetThatIsHardlyTouchedCanBeLeftOut() throws Exception {
    SERVER.sql(
        "INSERT INTO tuguan.layer_product (layer, standard, product)"
            + " VALUES ('roads', 'taichung-geoinfo-demo', 'TOPO-5000')");
    Page page = browser.visit(1280, 900, "zh-TW");
    page.navigate(SERVER.base() + "/?lang=zh-TW&get=roads" + OLD_CITY);
    page.locator(".typed-corners summary").click();
    page.getByTestId("order-coordinates")
        .fill("24.1235, 120.6330\n24.1235, 120.6579\n24.1485, 120.6579\n24.1485, 120.6330");
    assertThat(page.getByTestId("order-total")).hasText("NT$ 600");
    page.getByTestId("price-hint").first().locator("button").click();
    assertThat(page.getByTestId("order-total")).not().hasText("NT$ 600");
    assertThat(page.getByTestId("order-total")).hasText(DOLLARS);
    noErrors();
  }

  private static void tabTo(Page page, String testId) {
    for (int i = 0; i < MOST_STOPS; i++) {
      if (testId.equals(
          page.evaluate("document.activeElement && document.activeElement.dataset.testid"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key does not lead to " + testId);
  }

  private static void noErrors() {
    assertThat(browser.errors()).isEmpty();
  }
}
