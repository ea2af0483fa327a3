package org.tuguan.api.security;

import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tuguan.api.people.AccountProperties;
import org.tuguan.api.people.Secrets;

/**
 * Counts wrong passwords, for the name that was typed and for the address they came from, over all
 * nodes. Names count whether there is such an account or not, so that nothing can be learned from
 * it.
 */
@Component
class Lockouts {
  private final JdbcLockouts jdbc;
  private final AccountProperties properties;
  private final Clock clock;

  Lockouts(JdbcLockouts jdbc, AccountProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  boolean isLocked(String login, String address) {
    return jdbc.failures(name(login), place(address), clock.instant())
        >= properties.wrongAttempts();
  }

  /** True if this was the one that locks. */
  boolean failed(String login, String address) {
    int byAddress = count(place(address));
    int byName = count(name(login));
    return byAddress == properties.wrongAttempts() || byName == properties.wrongAttempts();
  }

  private int count(String subject) {
    return jdbc.count(subject, clock.instant(), clock.instant().plus(properties.lockTime()));
  }

  /** Forgets the name's wrong ones, not the address's: somebody else's may be among those. */
  void succeeded(String login) {
    jdbc.forget(name(login));
  }

  private static String name(String login) {
    String plain = login.strip().toLowerCase(Locale.ROOT);
    return "name:" + Base64.getEncoder().encodeToString(Secrets.sha256(plain));
  }

  private static String place(String address) {
    return "address:" + address;
  }
}
