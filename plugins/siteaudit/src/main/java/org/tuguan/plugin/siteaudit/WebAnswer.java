package org.tuguan.plugin.siteaudit;

import java.net.URI;
import java.util.Optional;

/**
 * What came back for an address.
 *
 * @param uri after redirections
 * @param status of HTTP; 0 if there was no answer
 * @param reason short, for people; empty where the status says it
 * @param type media type in small letters, without parameters; empty if none was given
 * @param charset as the answer says
 * @param body at most as much as the limit; empty unless a page was asked for
 */
record WebAnswer(
    URI uri, int status, String reason, String type, Optional<String> charset, byte[] body) {
  static WebAnswer none(URI uri, String reason) {
    return new WebAnswer(uri, 0, reason, "", Optional.empty(), new byte[0]);
  }

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  boolean isPage() {
    return isGood() && (type.equals("text/html") || type.equals("application/xhtml+xml"));
  }
}
