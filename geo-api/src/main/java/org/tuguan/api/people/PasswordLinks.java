package org.tuguan.api.people;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.mail.Letter;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Links by which somebody sets a password: sent to those who are invited, and to those who forgot
 * theirs. Each works once and for a while; only its hash is kept.
 */
@Component
class PasswordLinks implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordLinks.class);
  private static final int WAITING = 200;

  private final JdbcSignUps tokens;
  private final Accounts accounts;
  private final Passwords passwords;
  private final SignUps.Messages messages;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ThreadPoolExecutor later =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          new ThreadPoolExecutor.DiscardPolicy());

  PasswordLinks(
      JdbcSignUps tokens,
      Accounts accounts,
      Passwords passwords,
      SignUps.Messages messages,
      TransactionTemplate transactions,
      Clock clock) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.passwords = passwords;
    this.messages = messages;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Has a link sent if there is such an account. Returns before that is looked at, so that the time
   * it takes tells nothing; what comes faster than it can be done is dropped.
   */
  void forgot(String email) {
    String address = SignUpRequest.requireEmail(email);
    later.execute(
        () -> {
          try {
            transactions.executeWithoutResult(status -> sendReset(address));
          } catch (RuntimeException e) {
            LOG.error("a link for a new password was not sent", e);
          }
        });
  }

  private void sendReset(String address) {
    Optional<Account> account = accounts.findByEmail(address);
    if (account.filter(Account::isActive).isPresent()) {
      messages
          .audit()
          .record("anonymous", "password.forgot", "account:" + account.get().name(), Map.of());
      send(account.get(), messages.properties().resetTime(), messages.letters()::reset);
    }
  }

  /** Sends one to a new account, or anew. The transaction is the caller's. */
  void invite(Account account) {
    send(account, messages.properties().confirmTime(), messages.letters()::invitation);
  }

  /** Sends one because an administrator says so. The transaction is the caller's. */
  void reset(Account account) {
    send(account, messages.properties().resetTime(), messages.letters()::reset);
  }

  private void send(Account account, Duration works, Function<String, Letter> letter) {
    String token = Secrets.newToken();
    tokens.insertToken(Secrets.sha256(token), account.name(), clock.instant().plus(works));
    messages.outbox().send(account.email().orElseThrow(), letter.apply(token));
  }

  /**
   * Sets the password of the account whose token it is; all other tokens and sessions of it end.
   *
   * @return name of the account
   */
  String use(String token, String password) {
    return transactions.execute(
        status -> {
          Account account =
              Optional.ofNullable(token)
                  .flatMap(text -> tokens.findAccount(Secrets.sha256(text), clock.instant()))
                  .flatMap(accounts::findCredentials)
                  .map(Credentials::account)
                  .filter(PasswordLinks::mayHavePassword)
                  .orElseThrow(PasswordLinks::invalid);
          String encoded =
              passwords.encode(
                  password,
                  List.of(account.name(), account.displayName(), account.email().orElse("")));
          accounts.setPassword(account.name(), encoded, false);
          tokens.deleteTokens(account.name());
          messages
              .audit()
              .record(account.name(), "password.set", "account:" + account.name(), Map.of());
          account
              .email()
              .ifPresent(
                  email -> messages.outbox().send(email, messages.letters().passwordChanged()));
          return account.name();
        });
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

  @Override
  public void destroy() {
    later.shutdownNow();
  }
}
