package org.tuguan.api.people;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.access.Role;

/**
 * Sees to it that somebody can sign in: the demonstration's accounts, or one administrator with a
 * password for one time, printed once. Where {@code tuguan.admin-password} is set the administrator
 * begins with that; once there is one, the setting means nothing.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAccounts implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
  private static final String NAME = "admin";

  private final TuguanProperties properties;
  private final DemoAccounts demo;
  private final JdbcAccounts accounts;
  private final PasswordEncoder encoder;
  private final AuditTrail audit;
  private final Clock clock;

  FirstAccounts(
      TuguanProperties properties,
      DemoAccounts demo,
      JdbcAccounts accounts,
      PasswordEncoder encoder,
      AuditTrail audit,
      Clock clock) {
    this.properties = properties;
    this.demo = demo;
    this.accounts = accounts;
    this.encoder = encoder;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (properties.demo()) {
      demo.make();
    } else if (!accounts.hasAdministrator()) {
      makeAdministrator();
    }
  }

  private void makeAdministrator() {
    boolean oneTime = properties.adminPassword().isEmpty();
    String password = oneTime ? Secrets.newPassword() : properties.adminPassword();
    Account administrator =
        new Account(
            NAME,
            Optional.empty(),
            "管理者 Administrator",
            Optional.empty(),
            Optional.empty(),
            Set.of(Role.READER, Role.ADMIN),
            Account.State.ACTIVE,
            1,
            oneTime,
            false,
            false,
            "zh-TW",
            clock.instant(),
            Optional.empty());
    accounts.discardDemo(NAME);
    if (accounts.insert(administrator, Optional.of(encoder.encode(password)))) {
      audit.record(AuditTrail.SYSTEM, "account.create", "account:" + NAME, Map.of("role", "ADMIN"));
      if (oneTime) {
        LOG.warn(
            "帳號 admin 的一次性密碼 one-time password of the account admin: {}  (首次登入須變更 to be changed at the first sign-in)",
            password);
      }
    }
  }
}
