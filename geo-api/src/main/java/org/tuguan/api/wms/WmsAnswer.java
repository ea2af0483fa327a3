package org.tuguan.api.wms;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * What goes back to the caller.
 *
 * @param status of HTTP
 * @param mediaType sent as it is
 * @param cacheControl the header's value
 * @param headers further ones
 * @param body whole, so that a fault on the way can still become an exception report
 */
record WmsAnswer(
    int status, String mediaType, String cacheControl, Map<String, String> headers, byte[] body) {
  /** For documents that change with the catalog: may be kept, must be asked about. */
  static final String REVALIDATE = "no-cache";

  /** Maps: short enough that a change is seen within a coffee. */
  static final String BRIEFLY = "max-age=30";

  static final String NEVER = "no-store";

  /** What others may not see: whoever has it asks each time whether they still may. */
  static final String OWN = "private, no-cache";

  WmsAnswer {
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(cacheControl);
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body);
  }

  static WmsAnswer ok(String mediaType, String cacheControl, byte[] body) {
    return new WmsAnswer(200, mediaType, cacheControl, Map.of(), body);
  }

  WmsAnswer withHeaders(Map<String, String> more) {
    return new WmsAnswer(status, mediaType, cacheControl, more, body);
  }

  /**
   * The same, not to be kept for others unless they may see it.
   *
   * @param open true if everybody gets this answer
   */
  WmsAnswer open(boolean open) {
    return open ? this : new WmsAnswer(status, mediaType, OWN, headers, body);
  }

  static WmsAnswer text(String mediaType, String text) {
    return ok(mediaType, REVALIDATE, text.getBytes(StandardCharsets.UTF_8));
  }
}
