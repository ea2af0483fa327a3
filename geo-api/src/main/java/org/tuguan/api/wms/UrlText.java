package org.tuguan.api.wms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as part of an address. */
final class UrlText {
  private UrlText() {}

  /** Percent-encoded in UTF-8, fit for a path segment and for a parameter's value. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
