package org.tuguan.api.people;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.mail.Outbox;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Role;

/** What administrators do with accounts. */
@Component
class Users {
  private final JdbcAccounts accounts;
  private final JdbcAgencies agencies;
  private final Accounts known;
  private final PasswordLinks links;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock;

  Users(
      JdbcAccounts accounts,
      JdbcAgencies agencies,
      Accounts known,
      PasswordLinks links,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.accounts = accounts;
    this.agencies = agencies;
    this.known = known;
    this.links = links;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Somebody of an agency is invited. */
  record Invitation(String email, String displayName, String agency, Set<Role> roles) {}

  /** What is null stays as it is. */
  record Changes(String displayName, String agency, Set<Role> roles, Account.State state) {}

  @Transactional
  public Account invite(Invitation invitation) {
    requireAgency(invitation.agency());
    Account account =
        new Account(
            "a-" + Secrets.newLetters(8),
            Optional.of(SignUpRequest.requireEmail(invitation.email())),
            SignUpRequest.text("display_name", invitation.displayName(), 200),
            Optional.of(invitation.agency()),
            Optional.empty(),
            withReader(invitation.roles()),
            Account.State.INVITED,
            1,
            false,
            false,
            false,
            "zh-TW",
            clock.instant(),
            Optional.empty());
    if (!accounts.insert(account, Optional.empty())) {
      throw new RequestException(
          Fault.CONFLICT,
          "email",
          new LocalText("這個電子郵件已有帳號", "this e-mail address has an account"));
    }
    audit.record("account.invite", "account:" + account.name(), told(account));
    links.invite(account);
    return account;
  }

  @Transactional
  public Account change(String name, Changes changes) {
    accounts.lock();
    Account before = get(name);
    if (changes.agency() != null) {
      requireAgency(changes.agency());
    }
    Account after =
        new Account(
            name,
            before.email(),
            changes.displayName() == null
                ? before.displayName()
                : SignUpRequest.text("display_name", changes.displayName(), 200),
            changes.agency() == null ? before.agency() : Optional.of(changes.agency()),
            changes.agency() == null ? before.partner() : Optional.empty(),
            changes.roles() == null ? before.roles() : withReader(changes.roles()),
            changes.state() == null ? before.state() : state(before, changes.state()),
            before.stamp(),
            before.mustChange(),
            before.secondFactor(),
            before.demo(),
            before.language(),
            before.created(),
            before.lastSignIn());
    accounts.change(after);
    requireAdministrator();
    audit.record(
        "account.change", "account:" + name, Map.of("before", told(before), "after", told(after)));
    known.changed(name);
    return after;
  }

  /** Sends a link for a password, whether there is one already or not. */
  @Transactional
  public void sendLink(String name) {
    Account account = get(name);
    if (account.email().isEmpty()) {
      throw new RequestException(
          Fault.CONFLICT,
          "name",
          new LocalText("這個帳號沒有電子郵件", "this account has no e-mail address"));
    }
    audit.record("password.link", "account:" + name, Map.of());
    if (account.state() == Account.State.INVITED) {
      links.invite(account);
    } else {
      links.reset(account);
    }
  }

  /** Takes the second factor off an account whose owner has lost it. */
  @Transactional
  public void removeSecondFactor(String name) {
    get(name);
    accounts.setSecondFactor(name, null, List.of());
    audit.record("account.second-factor.remove", "account:" + name, Map.of());
    known.changed(name);
  }

  /**
   * Nothing is left of the person in the account, and in messages. What the agency or partner did
   * stays theirs; what was applied for and paid stays with the name that it was made out to, as
   * long as vouchers and files have to be kept (Accounting Act art. 83 and 84, Archives Act art.
   * 12; Personal Data Protection Act art. 11 para. 3 allows it).
   */
  @Transactional
  public void erase(String name) {
    accounts.lock();
    get(name).email().ifPresent(outbox::forget);
    accounts.erase(name);
    requireAdministrator();
    audit.record("account.erase", "account:" + name, Map.of());
    known.changed(name);
  }

  Account get(String name) {
    return accounts
        .find(name)
        .filter(account -> account.state() != Account.State.ERASED)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND, "name", new LocalText("沒有這個帳號", "there is no such account")));
  }

  private static Account.State state(Account before, Account.State wanted) {
    boolean allowed =
        wanted == before.state()
            || wanted == Account.State.DISABLED
            || (wanted == Account.State.ACTIVE && before.state() == Account.State.DISABLED);
    if (!allowed) {
      throw new RequestException(
          Fault.CONFLICT,
          "state",
          new LocalText(
              "帳號只能停用，或從停用恢復", "an account can be disabled, or become active again after that"));
    }
    return wanted;
  }

  private void requireAgency(String id) {
    if (id == null || agencies.find(id).isEmpty()) {
      throw new RequestException(
          Fault.INVALID_PARAMETER, "agency", new LocalText("沒有這個機關", "there is no such agency"));
    }
  }

  private void requireAdministrator() {
    if (!accounts.isAdministered()) {
      throw new RequestException(
          Fault.CONFLICT,
          "roles",
          new LocalText("至少要有一位管理者", "there must be an administrator left"));
    }
  }

  private static Set<Role> withReader(Set<Role> roles) {
    if (roles == null) {
      return Set.of(Role.READER);
    }
    EnumSet<Role> all = EnumSet.of(Role.READER);
    all.addAll(roles);
    return all;
  }

  private static Map<String, Object> told(Account account) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("agency", account.agency().orElse(null));
    words.put("partner", account.partner().orElse(null));
    words.put("roles", account.roles().stream().map(Role::name).sorted().toList());
    words.put("state", account.state());
    return words;
  }
}
