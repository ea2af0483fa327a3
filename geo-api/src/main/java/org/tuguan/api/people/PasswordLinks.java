package org.tuguan.api.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Links by which somebody sets a password: sent to those who are invited, and to those who forgot
 * theirs. Each works once and for a while; only its hash is kept.
 */
@Component
class PasswordLinks {
  private final JdbcPasswordTokens tokens;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Letters letters;
  private final AuditTrail audit;
  private final AccountProperties properties;

  PasswordLinks(
      JdbcPasswordTokens tokens,
      Accounts accounts,
      Passwords passwords,
      Letters letters,
      AuditTrail audit,
      AccountProperties properties) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.passwords = passwords;
    this.letters = letters;
    this.audit = audit;
    this.properties = properties;
  }

  /** Sends one to a new account, or anew. The transaction is the caller's. */
  void invite(Account account) {
    String token = Secrets.newToken();
    tokens.insert(token, account.name(), properties.confirmTime());
    letters.invite(account.email().orElseThrow(), token);
  }

  /** Sends one to an account that has a password. The transaction is the caller's. */
  void reset(Account account) {
    String token = Secrets.newToken();
    tokens.insert(token, account.name(), properties.resetTime());
    letters.reset(account.email().orElseThrow(), token);
  }

  /**
   * Sets the password of the account whose token it is; all other tokens and sessions of it end.
   */
  @Transactional
  public void use(String token, String password) {
    Account account =
        Optional.ofNullable(token)
            .flatMap(tokens::findAccount)
            .flatMap(accounts::findCredentials)
            .map(Credentials::account)
            .filter(PasswordLinks::mayHavePassword)
            .orElseThrow(PasswordLinks::invalid);
    String name = account.name();
    List<String> names = List.of(name, account.displayName(), account.email().orElse(""));
    accounts.setPassword(name, passwords.encode(password, names), false);
    tokens.delete(name);
    audit.record(name, "password.set", "account:" + name, Map.of());
    account.email().ifPresent(letters::passwordChanged);
  }

  private static boolean mayHavePassword(Account account) {
    return account.state() == Account.State.ACTIVE || account.state() == Account.State.INVITED;
  }

  private static RequestException invalid() {
    return new RequestException(
        Fault.NOT_FOUND,
        "token",
        new LocalText("連結無效、已使用或已過期", "the link is not valid, was used, or has expired"));
  }
}
