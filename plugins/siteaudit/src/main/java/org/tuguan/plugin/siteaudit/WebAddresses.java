package org.tuguan.plugin.siteaudit;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads addresses as pages write them. */
final class WebAddresses {
  private static final int LONGEST = 2000;

  private WebAddresses() {}

  /**
   * The address that a link of a page leads to: http or https, without a fragment and without a
   * name or password in it.
   *
   * @return empty for what cannot be visited, such as {@code mailto:}
   */
  static Optional<URI> resolve(URI page, String link) {
    String text = encoded(link.strip());
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI uri = page.resolve(new URI(text)).normalize();
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https")
          || uri.getHost() == null
          || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return Optional.of(
          URI.create(
              scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Browsers take Chinese letters and blanks in addresses; RFC 3986 does not. */
  private static String encoded(String link) {
    StringBuilder out = new StringBuilder(link.length());
    for (byte b : link.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (c <= 0x20 || c >= 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0) {
        out.append('%').append(String.format(Locale.ROOT, "%02X", c));
      } else {
        out.append((char) c);
      }
    }
    return out.toString();
  }

  static boolean sameHost(URI a, URI b) {
    return a.getHost().equals(b.getHost()) && a.getPort() == b.getPort();
  }
}
