package org.tuguan.api.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** What people do with their own account. */
@Component
public class OwnAccount {
  private final JdbcAccounts accounts;
  private final JdbcPartners partners;
  private final Accounts known;
  private final Passwords passwords;
  private final Users users;
  private final JdbcPersonalRecords records;
  private final AuditTrail audit;

  OwnAccount(
      JdbcAccounts accounts,
      JdbcPartners partners,
      Accounts known,
      Passwords passwords,
      Users users,
      JdbcPersonalRecords records,
      AuditTrail audit) {
    this.accounts = accounts;
    this.partners = partners;
    this.known = known;
    this.passwords = passwords;
    this.users = users;
    this.records = records;
    this.audit = audit;
  }

  /** The partner that an account belongs to. */
  public Optional<Partner> findPartner(Account account) {
    return account.partner().flatMap(partners::find);
  }

  /**
   * All other sessions end.
   *
   * @return the account as it is now
   */
  @Transactional
  public Account changePassword(String name, String current, String next) {
    Account account = proved(name, current);
    if (next != null && next.equals(current)) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "password",
          new LocalText("新密碼與舊密碼相同", "the new password is the old one"));
    }
    List<String> names = List.of(name, account.displayName(), account.email().orElse(""));
    known.setPassword(name, passwords.encode(next, names), false);
    audit.record(name, "password.change", "account:" + name, Map.of());
    return changed(name);
  }

  @Transactional
  public Account changeName(String name, String displayName) {
    Account account = users.get(name);
    Users.Changes changes = new Users.Changes(displayName, null, null, null);
    return account.demo() ? account : users.change(name, changes);
  }

  /**
   * All other sessions end.
   *
   * @param secret null to go without one
   * @param recoveryHashes of the codes for recovery
   */
  @Transactional
  public Account setSecondFactor(
      String name, String password, String secret, List<String> recoveryHashes) {
    Account account = proved(name, password);
    if (account.demo() && secret != null) {
      throw new RequestException(
          Fault.CONFLICT,
          "name",
          new LocalText("示範帳號供大家使用，不能啟用", "accounts of the demonstration are everybody's"));
    }
    accounts.setSecondFactor(name, secret, recoveryHashes);
    audit.record(
        secret == null ? "account.second-factor.remove" : "account.second-factor.add",
        "account:" + name,
        Map.of());
    return changed(name);
  }

  /** All that is kept about the person, apart from secrets. */
  public Map<String, Object> export(String name) {
    Account account = users.get(name);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", name);
    all.put("email", account.email());
    all.put("display_name", account.displayName());
    all.put("agency", account.agency());
    all.put("partner", findPartner(account).map(PartnerJson::of));
    all.put("roles", account.roles());
    all.put("language", account.language());
    all.put("second_factor", account.secondFactor());
    all.put("created", account.created());
    all.put("last_sign_in", account.lastSignIn());
    all.put("applications", records.applications(name));
    all.put("documents", records.documents(name));
    all.put("payments", records.payments(name));
    all.put("audit", audit.listOf(name));
    return all;
  }

  @Transactional
  public void erase(String name, String password) {
    Account account = proved(name, password);
    if (account.demo()) {
      throw new RequestException(
          Fault.CONFLICT,
          "name",
          new LocalText("示範帳號不能刪除", "accounts of the demonstration cannot be erased"));
    }
    users.erase(name);
  }

  /** It is them: a session alone is not enough for what cannot be undone. */
  private Account proved(String name, String password) {
    Credentials credentials = accounts.findCredentials(name).orElseThrow();
    if (!passwords.matches(password, credentials.password())) {
      throw new RequestException(
          Fault.NOT_ALLOWED, "current", new LocalText("目前的密碼不正確", "the present password is wrong"));
    }
    return credentials.account();
  }

  private Account changed(String name) {
    known.changed(name);
    return users.get(name);
  }
}
