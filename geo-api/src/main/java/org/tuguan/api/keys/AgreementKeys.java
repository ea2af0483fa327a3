package org.tuguan.api.keys;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.limits.AccessProperties;
import org.tuguan.core.access.KeySecret;
import org.tuguan.core.access.KeyTerms;
import org.tuguan.core.access.Right;

/**
 * Keys that agreements give to their sides. They belong to an agency or a partner, to nobody in
 * person.
 */
@Service
public class AgreementKeys {
  private final JdbcKeys keys;
  private final AccessProperties limits;
  private final AuditTrail audit;
  private final SecureRandom random = new SecureRandom();

  AgreementKeys(JdbcKeys keys, AccessProperties limits, AuditTrail audit) {
    this.keys = keys;
    this.limits = limits;
    this.audit = audit;
  }

  /**
   * A key that is to be made.
   *
   * @param agreement id
   * @param agency whose it is, or the partner; one of them
   * @param layers names, at least one
   * @param from first day, in Asia/Taipei
   * @param until last day
   * @param perMinute empty for the usual
   */
  public record Wanted(
      long agreement,
      String name,
      Optional<String> agency,
      Optional<Long> partner,
      List<String> layers,
      Set<Right> rights,
      LocalDate from,
      LocalDate until,
      Optional<Integer> perMinute,
      Optional<Long> perMonth) {
    public Wanted {
      Objects.requireNonNull(name);
      layers = List.copyOf(layers);
      rights = Set.copyOf(rights);
      if (layers.isEmpty()) {
        throw new IllegalArgumentException("a key for no layer would open all");
      }
    }
  }

  /**
   * @param secret which nobody will see again
   */
  public record Issued(long id, KeySecret secret) {}

  /** Joins the transaction of this thread. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Issued issue(Wanted wanted, String by) {
    KeySecret secret = KeySecret.draw(random);
    NewKey key =
        new NewKey(
            wanted.name(),
            new KeyHolder(Optional.empty(), wanted.agency(), wanted.partner()),
            wanted.layers(),
            wanted.rights(),
            Optional.empty(),
            Optional.empty(),
            new KeyTerms(
                Optional.of(wanted.from()),
                Optional.of(wanted.until()),
                List.of(),
                wanted.perMinute().orElse(limits.keyPerMinute()),
                wanted.perMonth().map(OptionalLong::of).orElse(OptionalLong.empty())));
    long id = keys.insert(key, secret.hash(), secret.hint(), by);
    keys.tie(id, wanted.agreement());
    audit.record("key.create", "key:" + id, Map.of("agreement", wanted.agreement()));
    return new Issued(id, secret);
  }

  /** Revokes all that an agreement gave; every node forgets them when the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int revokeOf(long agreement, String by) {
    List<Long> ids = keys.listOf(agreement);
    for (long id : ids) {
      keys.revoke(id, by);
      audit.record("key.revoke", "key:" + id, Map.of("agreement", agreement));
    }
    return ids.size();
  }
}
