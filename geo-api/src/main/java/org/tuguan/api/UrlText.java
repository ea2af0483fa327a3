package org.tuguan.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as part of an address. */
public final class UrlText {
  private UrlText() {}

  /** Percent-encoded in UTF-8, fit for a path segment and for a parameter's value. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
