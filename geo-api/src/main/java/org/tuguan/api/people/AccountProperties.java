package org.tuguan.api.people;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of accounts.
 *
 * @param wrongAttempts after so many wrong passwords for one account, or from one address, no more
 *     are looked at for a while
 * @param lockTime for how long; counted from the first wrong one
 * @param resetTime how long a link for a new password works
 * @param confirmTime how long links of invitations and sign-ups work
 * @param publicUrl the server's root as people outside reach it, for links in mails; empty for the
 *     loopback. It is never taken from a request, which anybody may forge
 * @param mailFrom sender of mails
 */
@ConfigurationProperties("tuguan.accounts")
public record AccountProperties(
    int wrongAttempts,
    Duration lockTime,
    Duration resetTime,
    Duration confirmTime,
    String publicUrl,
    String mailFrom) {
  public AccountProperties {
    if (wrongAttempts < 1) {
      throw new IllegalArgumentException("tuguan.accounts.wrong-attempts must be above zero");
    }
    Objects.requireNonNull(lockTime, "tuguan.accounts.lock-time");
    Objects.requireNonNull(resetTime, "tuguan.accounts.reset-time");
    Objects.requireNonNull(confirmTime, "tuguan.accounts.confirm-time");
    Objects.requireNonNull(publicUrl, "tuguan.accounts.public-url");
    Objects.requireNonNull(mailFrom, "tuguan.accounts.mail-from");
  }
}
