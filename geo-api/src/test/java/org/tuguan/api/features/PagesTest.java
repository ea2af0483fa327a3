package org.tuguan.api.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages for people: two languages, nothing from data becomes markup, no script inside. */
@OgcTest
class PagesTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  @LocalServerPort private int port;

  private Ogc ogc;

  @BeforeEach
  void connect() {
    ogc = new Ogc(port);
  }

  private String page(String path, String... headers) {
    HttpResponse<String> response = ogc.get(path, headers);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    return response.body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?f=html",
        "/conformance?f=html",
        "/api?f=html",
        "/api.html",
        "/collections?f=html",
        "/collections/places?f=html",
        "/collections/places/queryables?f=html",
        "/collections/places/items?f=html",
        "/collections/places/items/7?f=html"
      })
  void everyPageComesInBothLanguagesAndItsLinksWork(String path) {
    String chinese = page(path);
    assertThat(chinese).startsWith("<!doctype html>").contains("<html lang=\"zh-TW\">");
    assertThat(page(path, "Accept-Language", "en-GB")).contains("<html lang=\"en\">");
    assertThat(page(path + (path.contains("?") ? "&" : "?") + "lang=en"))
        .contains("<html lang=\"en\">");
    Matcher links = LINK.matcher(chinese);
    while (links.find()) {
      String address = links.group(1).replace("&amp;", "&");
      if (address.contains("/ogc") && !address.endsWith(".css")) {
        assertThat(ogc.get(address).statusCode()).as(address).isEqualTo(200);
      }
    }
  }

  @Test
  void textFromDataIsEscaped() {
    assertThat(page("/collections?f=html"))
        .contains("圖層 &lt;places&gt;")
        .doesNotContain("<places>");
    String filter = "name = '\"><script>alert(1)</script>'";
    assertThat(page("/collections/places/items?f=html&filter=" + Ogc.encode(filter)))
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>");
  }

  @Test
  void scriptsComeFromFilesOnly() {
    for (String path : List.of("/collections/places/items?f=html", "/collections/places?f=html")) {
      Matcher scripts = Pattern.compile("<script[^>]*>([^<]*)").matcher(page(path));
      assertThat(scripts.find()).isTrue();
      assertThat(scripts.group()).contains("src=");
      assertThat(scripts.group(1)).isBlank();
      assertThat(page(path)).doesNotContain(" style=").doesNotContain(" onclick=");
    }
    String server = ogc.root().replace("/ogc", "");
    for (String file :
        List.of(
            "/ogc/map.js",
            "/ogc/ogc.css",
            "/css/base.css",
            "/webjars/leaflet/1.9.4/dist/leaflet.js")) {
      assertThat(ogc.get(server + file).statusCode()).as(file).isEqualTo(200);
    }
  }

  @Test
  void itemsPageShowsRowsAndLeadsToTheNextOnes() {
    String first = page("/collections/places/items?f=html&limit=2");
    assertThat(first).contains("place 0", "place 1", "共 1,000 筆").doesNotContain("place 2<");
    Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"").matcher(first);
    assertThat(next.find()).isTrue();
    assertThat(page(next.group(1).replace("&amp;", "&"))).contains("place 2", "place 3");
  }

  @Test
  void aFaultInTheFilterIsShownBesideIt() {
    HttpResponse<String> answer =
        ogc.get("/collections/places/items?f=html&filter=" + Ogc.encode("n = <b>"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(answer.body())
        .contains("role=\"alert\"", "position 5", "value=\"n = &lt;b&gt;\"")
        .doesNotContain("<b>");
  }

  @Test
  void aPageToLookAtHasAReasonableNumberOfRows() {
    String page = page("/collections/many/items?f=html&limit=10000");
    assertThat(page.split("<tr><td>", -1)).hasSize(ItemsParser.LARGEST_TABLE + 1);
  }
}
