package org.tuguan.api.people;

import java.util.List;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.Command;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** {@code account reset NAME}: lets somebody in again who has no other way. */
@Component
class AccountCommand implements Command {
  private final JdbcAccounts accounts;
  private final PasswordEncoder encoder;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;

  AccountCommand(
      JdbcAccounts accounts,
      PasswordEncoder encoder,
      AuditTrail audit,
      TransactionTemplate transactions) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public String usage() {
    return "account reset NAME   給帳號一次性密碼 give an account a one-time password";
  }

  @Override
  @SuppressWarnings("SystemOut")
  public int run(List<String> args) {
    if (args.size() != 2 || !args.get(0).equals("reset")) {
      System.err.println(usage());
      return 2;
    }
    String name = args.get(1);
    String password = Secrets.newPassword();
    transactions.executeWithoutResult(status -> reset(name, password));
    System.out.println("一次性密碼 one-time password: " + password);
    return 0;
  }

  private void reset(String name, String password) {
    if (accounts.find(name).filter(Account::isActive).isEmpty()) {
      throw new RequestException(
          Fault.NOT_FOUND, "name", new LocalText("沒有這個帳號", "there is no such account"));
    }
    accounts.setPassword(name, encoder.encode(password), true);
    audit.record(AuditTrail.SYSTEM, "password.reset", "account:" + name, Map.of());
  }
}
