package org.tuguan.api.sharing;

import java.util.Map;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * A side of an agreement on the wire.
 *
 * @param agency id; null for partners
 * @param partner id; null for agencies
 */
record SideJson(String agency, Long partner, LocalText name) {
  static SideJson of(
      Optional<String> agency, Optional<Long> partner, Map<String, LocalText> names) {
    String key =
        agency.map(id -> "agency:" + id).orElseGet(() -> "partner:" + partner.orElseThrow());
    return new SideJson(
        agency.orElse(null),
        partner.orElse(null),
        names.getOrDefault(key, LocalText.same(key.replaceFirst("^.*:", ""))));
  }
}
