package org.tuguan.api.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.tuguan.core.access.AddressRange;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;

/**
 * A key as {@code /api/v1/keys} tells of it.
 *
 * @param hint how the secret begins
 * @param key the secret; null except in the answer that made it
 * @param limited true if it opens an area only
 * @param requests in the present month
 */
record KeyJson(
    long id,
    String name,
    String hint,
    String key,
    String user,
    String agency,
    Long partner,
    Collection<String> layers,
    Collection<Right> rights,
    boolean limited,
    String areaName,
    LocalDate from,
    LocalDate until,
    List<String> addresses,
    int perMinute,
    Long perMonth,
    Instant created,
    Instant revoked,
    Instant lastUsed,
    long requests) {

  static KeyJson of(AccessKey key, String secret) {
    return new KeyJson(
        key.id(),
        key.name(),
        key.hint(),
        secret,
        key.holder().user().orElse(null),
        key.holder().agency().orElse(null),
        key.holder().partner().orElse(null),
        new TreeSet<>(key.scope().layers()),
        new TreeSet<>(key.scope().rights()),
        key.scope().ground() instanceof Ground.Within,
        key.areaName().orElse(null),
        key.terms().from().orElse(null),
        key.terms().until().orElse(null),
        key.terms().addresses().stream().map(AddressRange::toString).toList(),
        key.terms().perMinute(),
        key.terms().perMonth().isPresent() ? key.terms().perMonth().getAsLong() : null,
        key.created(),
        key.revoked().orElse(null),
        key.lastUsed().orElse(null),
        key.requests());
  }
}
