package org.tuguan.api.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * How somebody from outside asks for an account, and confirms their e-mail address. Whether an
 * address has an account already is told to that address alone.
 */
@Component
class SignUps {
  private final JdbcSignUps signUps;
  private final JdbcAccounts accounts;
  private final Passwords passwords;
  private final Letters letters;
  private final AccountProperties properties;
  private final Clock clock;

  SignUps(
      JdbcSignUps signUps,
      JdbcAccounts accounts,
      Passwords passwords,
      Letters letters,
      AccountProperties properties,
      Clock clock) {
    this.signUps = signUps;
    this.accounts = accounts;
    this.passwords = passwords;
    this.letters = letters;
    this.properties = properties;
    this.clock = clock;
  }

  @Transactional
  public void request(SignUpRequest request) {
    String encoded =
        passwords.encode(request.password(), List.of(request.email(), request.displayName()));
    Instant now = clock.instant();
    if (accounts.findByEmail(request.email()).isPresent()) {
      letters.alreadyThere(request.email());
      return;
    }
    String token = Secrets.newToken();
    Instant expires = now.plus(properties.confirmTime());
    if (signUps.insert(request, encoded, Secrets.sha256(token), now, expires)) {
      letters.confirm(request.email(), token);
    }
  }

  @Transactional
  public void confirm(String token) {
    if (token == null || !signUps.confirm(Secrets.sha256(token), clock.instant())) {
      throw new RequestException(
          Fault.NOT_FOUND,
          "token",
          new LocalText("連結無效、已使用或已過期", "the link is not valid, was used, or has expired"));
    }
  }
}
