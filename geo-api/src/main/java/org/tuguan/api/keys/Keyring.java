package org.tuguan.api.keys;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.limits.AccessProperties;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.KeySecret;
import org.tuguan.core.access.Role;

/**
 * Makes, lists and revokes keys for those who may: people their own, a data owner those of the
 * agency, members of a partner the partner's, an administrator all. What somebody may not see is
 * not there for them.
 */
@Service
class Keyring {
  private final JdbcKeys keys;
  private final AccessProperties limits;
  private final AuditTrail audit;
  private final SecureRandom random = new SecureRandom();

  Keyring(JdbcKeys keys, AccessProperties limits, AuditTrail audit) {
    this.keys = keys;
    this.limits = limits;
    this.audit = audit;
  }

  /** A key that has just been made, and its secret, which nobody will see again. */
  record Made(AccessKey key, KeySecret secret) {}

  List<AccessKey> list(Caller caller) {
    return keys.listOf(
        user(caller),
        caller.has(Role.OWNER) ? caller.agency() : Optional.empty(),
        caller.partner());
  }

  /**
   * @throws RequestException INVALID_PARAMETER for all but administrators
   */
  List<AccessKey> listAll(Caller caller) {
    if (!caller.has(Role.ADMIN)) {
      throw RequestException.invalid("holder", "all", "only administrators see all keys");
    }
    return keys.listAll();
  }

  @Transactional
  Made make(KeyDraft draft, Caller caller) {
    KeyHolder holder = holder(draft, caller);
    NewKey wanted = draft.check(holder, limits);
    if (keys.countValid(holder) >= limits.keysMost()) {
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "已有 %d 把有效的金鑰，請先撤銷不用的。".formatted(limits.keysMost()),
              "there are %d valid keys already; revoke some first (tuguan.access.keys-most)"
                  .formatted(limits.keysMost())));
    }
    KeySecret secret = KeySecret.draw(random);
    long id = insert(wanted, secret, user(caller));
    AccessKey made = keys.find(id).orElseThrow();
    audit.record("key.create", "key:" + id, facts(made));
    return new Made(made, secret);
  }

  private static Map<String, Object> facts(AccessKey key) {
    KeyHolder holder = key.holder();
    return Map.of(
        "holder",
        holder
            .user()
            .map(user -> "user:" + user)
            .or(() -> holder.agency().map(agency -> "agency:" + agency))
            .orElseGet(() -> "partner:" + holder.partner().orElseThrow()),
        "layers",
        List.copyOf(new TreeSet<>(key.scope().layers())),
        "rights",
        List.copyOf(new TreeSet<>(key.scope().rights())),
        "limited",
        key.scope().ground() instanceof Ground.Within);
  }

  private long insert(NewKey wanted, KeySecret secret, String by) {
    try {
      return keys.insert(wanted, secret.hash(), secret.hint(), by);
    } catch (DataAccessException e) {
      if (wanted.area().isEmpty()) {
        throw e;
      }
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "area",
          new LocalText("範圍不是可讀的多邊形", "the area cannot be read as a polygon"),
          e);
    }
  }

  private static KeyHolder holder(KeyDraft draft, Caller caller) {
    String wanted = draft.holder() == null ? "user" : draft.holder();
    Optional<KeyHolder> holder =
        switch (wanted) {
          case "user" -> Optional.of(KeyHolder.ofUser(user(caller)));
          case "agency" ->
              caller.agency().filter(any -> caller.has(Role.OWNER)).map(KeyHolder::ofAgency);
          case "partner" -> caller.partner().map(KeyHolder::ofPartner);
          default -> Optional.empty();
        };
    return holder.orElseThrow(
        () ->
            RequestException.invalid(
                "holder",
                wanted,
                "user; agency for data owners of one; partner for members of one"));
  }

  /** Returns the key as it was before; revoking twice is no fault. */
  @Transactional
  AccessKey revoke(long id, Caller caller) {
    AccessKey key =
        keys.find(id)
            .filter(each -> mayRevoke(each, caller))
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.NOT_FOUND, "id", new LocalText("沒有這把金鑰", "there is no such key")));
    if (keys.revoke(id, user(caller))) {
      audit.record("key.revoke", "key:" + id, facts(key));
    }
    return key;
  }

  private static boolean mayRevoke(AccessKey key, Caller caller) {
    KeyHolder holder = key.holder();
    return caller.has(Role.ADMIN)
        || holder.user().isPresent() && holder.user().equals(caller.user())
        || holder.agency().isPresent()
            && holder.agency().equals(caller.agency())
            && caller.has(Role.OWNER)
        || holder.partner().isPresent() && holder.partner().equals(caller.partner());
  }

  private static String user(Caller caller) {
    return caller
        .user()
        .filter(any -> caller.key().isEmpty())
        .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }
}
