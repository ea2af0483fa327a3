package org.tuguan.plugin.siteaudit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as it was read.
 *
 * @param text all of it that people see, and the alternative texts of pictures
 * @param links to http and https, in the order of the page, each once
 */
record WebPage(String text, Set<URI> links) {
  private static final String LINKS = "a[href], area[href], img[src], link[rel=stylesheet][href]";

  static WebPage read(WebAnswer answer) {
    try {
      Document page =
          Jsoup.parse(
              new ByteArrayInputStream(answer.body()),
              answer.charset().orElse(null),
              answer.uri().toString());
      Set<URI> links = new LinkedHashSet<>();
      for (Element element : page.select(LINKS)) {
        String attribute = element.hasAttr("href") ? "href" : "src";
        link(element.attr(attribute), page, answer.uri()).ifPresent(links::add);
      }
      StringBuilder text = new StringBuilder(page.title()).append('\n').append(page.text());
      page.select("img[alt], area[alt]")
          .forEach(each -> text.append('\n').append(each.attr("alt")));
      return new WebPage(text.toString(), links);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<URI> link(String value, Document page, URI uri) {
    if (value.isBlank() || value.startsWith("#")) {
      return Optional.empty();
    }
    Element base = page.selectFirst("base[href]");
    Optional<URI> from =
        base == null ? Optional.of(uri) : WebAddresses.resolve(uri, base.attr("href"));
    return from.flatMap(start -> WebAddresses.resolve(start, value));
  }
}
