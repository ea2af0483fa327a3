package org.tuguan.api.keys;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tuguan.core.access.Caller;

/**
 * The keys that somebody acts with at present, for those who have to know what depends on a right.
 */
@Component
public class KeysInUse {
  private final JdbcKeys keys;
  private final KeyHolders holders;

  KeysInUse(JdbcKeys keys, KeyHolders holders) {
    this.keys = keys;
    this.holders = holders;
  }

  /**
   * A key.
   *
   * @param hint how its secret begins
   */
  public record Key(long id, String hint, Caller caller) {}

  /** All that are not revoked and whose holder's account is open; newest first. */
  public List<Key> list() {
    return keys.listAll().stream()
        .filter(key -> key.revoked().isEmpty())
        .flatMap(
            key -> holders.find(key).map(caller -> new Key(key.id(), key.hint(), caller)).stream())
        .toList();
  }
}
