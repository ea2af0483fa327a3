package org.tuguan.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A company comes to the portal, gets an account and a key, and uses the layers in the programs
 * that it has.
 */
class KeyHolderTest {
  private static final Server SERVER = Server.get();
  private static final String EMAIL = "gis@example.com";
  private static final String PASSWORD = "blue mountain 27 tea";
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
  void fromSigningUpToSeeingTheUseOfAKey() throws Exception {
    signUp();
    approve();
    Page page = signIn();
    String key = makeKey(page);

    String root = SERVER.base() + "/k/" + key;
    assertThat(Clients.run("ogrinfo", "-ro", "OAPIF:" + root + "/ogc"))
        .contains("districts")
        .doesNotContain("buildings");
    assertThat(Clients.run("ogrinfo", "-ro", "-so", "OAPIF:" + root + "/ogc", "districts"))
        .contains("Feature Count: 29");
    owslib(root);
    assertThat(Clients.run("gdalinfo", "WMS:" + root + "/wms")).contains("/k/" + key + "/wms");

    seeTheUse(page);
    revoke(page, key);
    assertThat(browser.errors()).isEmpty();
  }

  private static Page visit(String path) {
    Page page = browser.visit(1280, 900, "zh-TW");
    page.navigate(SERVER.base() + path);
    return page;
  }

  private static void signUp() throws Exception {
    Page page = visit("/sign-up.html?lang=zh-TW");
    page.locator("input[name=email]").fill(EMAIL);
    page.locator("input[name=display_name]").fill("林小圖");
    page.locator("input[name=organisation]").fill("測繪股份有限公司");
    page.locator("textarea[name=purpose]").fill("以 QGIS 瀏覽行政區界");
    page.locator("input[name=password]").fill(PASSWORD);
    page.getByTestId("sign-up-form").locator("button[type=submit]").click();
    assertThat(page.getByTestId("sign-up-done")).isVisible();

    Matcher link =
        Pattern.compile("#confirm=\\S+")
            .matcher(SERVER.sql("SELECT body FROM tuguan.mail WHERE recipient = '" + EMAIL + "'"));
    assertThat(link.find()).isTrue();
    page.navigate(SERVER.base() + "/password.html?lang=zh-TW" + link.group());
    assertThat(page.locator("#work .callout")).isVisible();
  }

  private static void approve() {
    Page page = visit("/admin.html?lang=zh-TW#sign-ups");
    page.locator("#work button").click();
    page.locator("input[name=username]").fill("admin");
    page.locator("input[name=password]").fill("demo-admin");
    page.getByTestId("sign-in-form").locator("button[type=submit]").click();
    page.getByTestId("sign-up-" + EMAIL).getByTestId("approve").click();
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("sign-up-" + EMAIL)).hasCount(0);
  }

  private static Page signIn() {
    Page page = visit("/account.html?lang=zh-TW");
    page.locator("#work button").click();
    page.locator("input[name=username]").fill(EMAIL);
    page.locator("input[name=password]").fill(PASSWORD);
    page.getByTestId("sign-in-form").locator("button[type=submit]").click();
    assertThat(page.getByTestId("make-key")).isVisible();
    return page;
  }

  private static String makeKey(Page page) {
    page.getByTestId("make-key").click();
    page.locator("dialog input[name=name]").fill("辦公室 QGIS");
    page.locator("dialog input[value=districts]").check();
    page.locator("dialog input[name=per_month]").fill("100000");
    Browser.picture(page, "key-form");
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("key-secret")).containsText("只在此顯示一次");
    Browser.picture(page, "key-made");
    String key = page.getByTestId("key-secret").locator("pre").first().textContent();
    assertThat(key).matches("tg_[0-9A-Za-z]{36}");
    return key;
  }

  private static void owslib(String root) throws Exception {
    Clients.python(
        """
        import sys
        from owslib.wms import WebMapService
        from owslib.wmts import WebMapTileService
        root = sys.argv[1]
        for version in ('1.1.1', '1.3.0'):
            wms = WebMapService(root + '/wms', version=version)
            assert list(wms.contents) == ['districts'], list(wms.contents)
            for operation in wms.operations:
                for method in operation.methods:
                    assert method['url'].startswith(root + '/wms?'), method
            picture = wms.getmap(layers=['districts'], srs='EPSG:4326', bbox=(120.4, 24.0, 121.4, 24.4),
                                 size=(200, 100), format='image/png')
            assert picture.read()[:4] == b'\\x89PNG'
        query = WebMapService(root.replace('/k/', '/wms?key='), version='1.3.0')
        picture = query.getmap(layers=['districts'], srs='CRS:84', bbox=(120.4, 24.0, 121.4, 24.4),
                               size=(200, 100), format='image/png')
        assert picture.read()[:4] == b'\\x89PNG'
        tiles = WebMapTileService(root + '/wmts')
        tile = tiles.gettile(layer='districts', tilematrixset='WebMercatorQuad', tilematrix='10', row=440,
                             column=855, format='image/png')
        assert tile.read()[:4] == b'\\x89PNG'
        """,
        root);
  }

  private static void seeTheUse(Page page) throws InterruptedException {
    Thread.sleep(3_000);
    page.reload();
    assertThat(page.getByTestId("key-use"))
        .containsText(
            Pattern.compile("本月已使用 [1-9]\\d* 次，上限 100,000 次"),
            new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
    assertThat(page.getByTestId("keys")).not().containsText("尚未使用");
    Browser.picture(page, "key-used");
  }

  private static void revoke(Page page, String key) throws Exception {
    page.getByTestId("revoke-key").click();
    page.getByTestId("dialog-submit").click();
    assertThat(page.getByTestId("keys")).containsText("撤銷");
    assertThat(page.getByTestId("revoke-key")).hasCount(0);
    Browser.picture(page, "key-revoked");
    assertThat(SERVER.get("/k/" + key + "/wms?SERVICE=WMS&REQUEST=GetCapabilities").statusCode())
        .isEqualTo(401);
    assertThat(URI.create(page.url()).getPath()).isEqualTo("/account.html");
  }
}
