package org.tuguan.core.access;

import java.util.Objects;
import java.util.Set;

/**
 * What a key opens of that which its holder may do. Dates, addresses and quotas of a key are
 * checked when it is presented, before there is a caller.
 *
 * @param key id of the key, for the ledger
 * @param layers names; empty for all
 * @param rights never MANAGE
 */
public record KeyScope(long key, Set<String> layers, Set<Right> rights, Ground ground) {
  public KeyScope {
    layers = Set.copyOf(layers);
    rights = Set.copyOf(rights);
    Objects.requireNonNull(ground);
    if (rights.contains(Right.MANAGE)) {
      throw new IllegalArgumentException("a key cannot manage layers");
    }
  }

  public boolean opens(String layer) {
    return layers.isEmpty() || layers.contains(layer);
  }
}
