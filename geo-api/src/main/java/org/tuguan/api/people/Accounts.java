package org.tuguan.api.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The accounts as requests need them: a change made on this node is seen at once, one made on
 * another within seconds.
 */
@Component
public class Accounts {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final JdbcAccounts jdbc;
  private final Clock clock;
  private final Cache<String, Optional<Account>> known =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

  Accounts(JdbcAccounts jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** As it was at most a few seconds ago. */
  public Optional<Account> find(String name) {
    return known.get(name, jdbc::find);
  }

  /**
   * As it is now.
   *
   * @param login name of the account or its e-mail address, in any case
   */
  public Optional<Credentials> findCredentials(String login) {
    return jdbc.findCredentials(login);
  }

  /**
   * @param subject issuer and subject at an OpenID provider
   */
  public Optional<Account> findBySubject(String subject) {
    return jdbc.findBySubject(subject);
  }

  public Optional<Account> findByEmail(String email) {
    return jdbc.findByEmail(email);
  }

  /** All but erased ones, by name. */
  public List<Account> list() {
    return jdbc.list();
  }

  /**
   * Knows the account by a provider's name for its owner from now on. Somebody who was invited
   * needs no password then.
   *
   * @return the account, if it may be used
   */
  public Optional<Account> link(String name, String subject) {
    jdbc.link(name, subject);
    changed(name);
    return findBySubject(subject).filter(Account::isActive);
  }

  public void signedIn(String name) {
    jdbc.signedIn(name, clock.instant());
  }

  /** True once for each step: a code counts once. */
  public boolean takeStep(String name, long step) {
    return jdbc.takeStep(name, step);
  }

  /** True once for each code. */
  public boolean takeRecoveryCode(String name, String hash) {
    return jdbc.takeRecoveryCode(name, hash);
  }

  /** An invited account becomes active by it; all sessions end. */
  void setPassword(String name, String encoded, boolean mustChange) {
    jdbc.setPassword(name, encoded, mustChange);
    changed(name);
  }

  /** To be called by whoever changes an account; takes effect when the transaction has ended. */
  void changed(String name) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              known.invalidate(name);
            }
          });
    } else {
      known.invalidate(name);
    }
  }
}
