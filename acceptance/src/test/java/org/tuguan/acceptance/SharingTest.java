package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An officer shares a layer by an agreement and ends it; everybody sees the circulation rate. */
class SharingTest {
  private static final Server SERVER = Server.get();
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
  void anAgreementOpensALayerAndItsEndClosesItWithinAMinute() throws Exception {
    Page page = officer();
    page.getByTestId("agreement-draft").click();
    page.locator("dialog select[name=agency]").selectOption("construction");
    page.locator("dialog select[name=with]").selectOption("agency:legal");
    page.locator("dialog input[name=purpose]").fill("國家賠償案件研析");
    page.locator("dialog input[name=approval]").fill("府授研字第115000001號");
    page.locator("dialog fieldset").first().locator("input[value=roads]").check();
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("agreement")).containsText("草稿");

    page.getByTestId("agreement-change").press("Enter");
    assertThat(page.locator("dialog input[name=purpose]")).hasValue("國家賠償案件研析");
    assertThat(page.locator("dialog fieldset").first().locator("input[value=roads]")).isChecked();
    page.locator("dialog input[name=purpose]").fill("道路國家賠償案件研析");
    page.locator("dialog input[name=purpose]").press("Enter");
    assertThat(page.getByTestId("agreement")).containsText("道路國家賠償案件研析");
    assertThat(page.getByTestId("agreement")).isFocused();
    assertThat(page.getByTestId("agreement")).containsText("道路");

    page.getByTestId("agreement-sign").click();
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("agreement")).containsText("生效中");
    Browser.picture(page, "agreement-signed");
    String key = page.getByTestId("key-secret").locator("pre").first().textContent();
    String tile = "/k/" + key + "/tiles/roads/10/855/440.png";
    assertThat(SERVER.get(tile).statusCode()).isEqualTo(200);
    assertThat(SERVER.get(tile).statusCode()).as("from the cache").isEqualTo(200);

    page.getByTestId("agreement-end").click();
    page.locator("dialog input[name=reason]").fill("合意終止");
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("agreement")).containsText("已終止");
    Instant latest = Instant.now().plus(Duration.ofMinutes(1));
    while (SERVER.get(tile).statusCode() == 200 && Instant.now().isBefore(latest)) {
      Thread.sleep(500);
    }
    assertThat(SERVER.get(tile).statusCode()).isIn(401, 403, 404);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void theRateIsShownWithItsTwoNumbersAndWhatIsBehindThem() throws Exception {
    Page page = officer();
    page.navigate(SERVER.base() + "/circulation.html?lang=zh-TW&on=2011-12-31");
    assertThat(page.getByTestId("circulation-rate")).hasText("51.9 %");
    assertThat(page.getByTestId("circulation-numbers")).containsText("14 / 27");
    page.getByTestId("agency-fire").locator("summary").first().click();
    assertThat(page.getByTestId("agency-evidence")).containsText("S-DEMO-02");
    page.getByTestId("circulation-without").selectOption("fire");
    assertThat(page.getByTestId("circulation-what-if")).containsText("13 / 26");
    assertThat(page.getByTestId("near-tourism")).isVisible();
    Browser.picture(page, "circulation");
    assertThat(SERVER.text("/api/v1/circulation?on=2012-01-01")).contains("\"agencies\":28");
    assertThat(SERVER.run(List.of("audit", "circulation"))).contains("✓");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void whoWritesOverATextThatTheyHaveNotSeenIsToldAndKeepsTheirs() {
    try (Browser two = new Browser()) {
      Page page = officer(two);
      page.getByTestId("agreement-draft").click();
      page.locator("dialog select[name=with]").selectOption("agency:legal");
      page.locator("dialog input[name=purpose]").fill("甲");
      page.locator("dialog input[name=approval]").fill("府授研字第115000002號");
      page.locator("dialog fieldset").first().locator("input[value=roads]").check();
      page.getByTestId("dialog-submit").click();
      String number = page.getByTestId("agreement").getAttribute("id");
      page.getByTestId("agreement-change").click();
      page.locator("dialog input[name=purpose]").fill("乙");

      Page other = page.context().newPage();
      other.navigate(SERVER.base() + "/sharing.html?lang=zh-TW#" + number);
      other.getByTestId("agreement-change").click();
      other.locator("dialog input[name=purpose]").fill("丙");
      other.getByTestId("dialog-submit").click();
      assertThat(other.getByTestId("agreement")).containsText("丙");

      page.getByTestId("dialog-submit").click();
      assertThat(page.locator("dialog .form-error")).containsText("已有修改");
      assertThat(page.getByTestId("agreement-conflict")).isVisible();
      assertThat(page.locator("dialog input[name=purpose]")).hasValue("乙");
      page.getByTestId("dialog-submit").click();
      assertThat(page.getByTestId("agreement")).containsText("乙");

      other.getByTestId("agreement-sign").click();
      other.getByTestId("dialog-submit").click();
      assertThat(other.locator("dialog .form-error")).containsText("已有修改");
      assertThat(other.getByTestId("agreement")).containsText("乙");
      assertThat(other.getByTestId("agreement")).containsText("草稿");
    }
  }

  private static Page officer() {
    return officer(browser);
  }

  private static Page officer(Browser in) {
    Page page = in.visit(1280, 900, "zh-TW");
    page.navigate(SERVER.base() + "/sharing.html?lang=zh-TW");
    page.getByTestId("sign-in").click();
    page.locator("input[name=username]").fill("officer");
    page.locator("input[name=password]").fill("demo-officer");
    page.getByTestId("sign-in-form").locator("button[type=submit]").click();
    assertThat(page.getByTestId("agreement-draft")).isVisible();
    return page;
  }
}
