package org.tuguan.api.keys;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.Accounts;
import org.tuguan.core.access.Caller;

/** Who acts with a key: its holder as things stand now, and no more than the key opens. */
@Component
class KeyHolders {
  private final Accounts accounts;

  KeyHolders(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Empty if the holder's account is closed; one that is locked by wrong passwords keeps its keys.
   */
  Optional<Caller> find(AccessKey key) {
    KeyHolder holder = key.holder();
    if (holder.user().isPresent()) {
      return accounts.find(holder.user().get()).filter(Account::isActive).map(any -> of(any, key));
    }
    return Optional.of(
        new Caller(
            Optional.empty(),
            holder.agency(),
            holder.partner(),
            Set.of(),
            Optional.of(key.scope())));
  }

  private static Caller of(Account account, AccessKey key) {
    Caller own = account.caller();
    return new Caller(
        own.user(), own.agency(), own.partner(), own.roles(), Optional.of(key.scope()));
  }
}
