package org.tuguan.api.keys;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.access.KeyScope;
import org.tuguan.core.access.KeyTerms;

/**
 * A key as it is stored; the secret is not part of it.
 *
 * @param hint how the secret begins
 * @param areaName what people call the area that it is limited to; empty if it has no name
 * @param lastUsed a few seconds late
 * @param requests in the present calendar month, a few seconds late
 */
record AccessKey(
    String name,
    String hint,
    KeyHolder holder,
    KeyScope scope,
    Optional<String> areaName,
    KeyTerms terms,
    Instant created,
    Optional<Instant> revoked,
    Optional<Instant> lastUsed,
    long requests) {
  AccessKey {
    Objects.requireNonNull(name);
    Objects.requireNonNull(hint);
    Objects.requireNonNull(holder);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(areaName);
    Objects.requireNonNull(terms);
  }

  long id() {
    return scope.key();
  }
}
