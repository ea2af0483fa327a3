package org.tuguan.api.people;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.audit.AuditTrail;

/**
 * Has links for a new password sent. Whether there is such an account is looked at after the answer
 * has gone out, so that the time it takes tells nothing.
 */
@Component
class ForgottenPasswords implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(ForgottenPasswords.class);
  private static final int WAITING = 200;

  private final Accounts accounts;
  private final PasswordLinks links;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final ThreadPoolExecutor later =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          new ThreadPoolExecutor.DiscardPolicy());

  ForgottenPasswords(
      Accounts accounts, PasswordLinks links, AuditTrail audit, TransactionTemplate transactions) {
    this.accounts = accounts;
    this.links = links;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** Returns at once; what comes faster than it can be done is dropped. */
  void ask(String email) {
    String address = SignUpRequest.requireEmail(email);
    later.execute(
        () -> {
          try {
            transactions.executeWithoutResult(status -> send(address));
          } catch (RuntimeException e) {
            LOG.error("a link for a new password was not sent", e);
          }
        });
  }

  private void send(String address) {
    Optional<Account> account = accounts.findByEmail(address).filter(Account::isActive);
    if (account.isPresent()) {
      audit.record("anonymous", "password.forgot", "account:" + account.get().name(), Map.of());
      links.reset(account.get());
    }
  }

  @Override
  public void destroy() {
    later.shutdownNow();
  }
}
