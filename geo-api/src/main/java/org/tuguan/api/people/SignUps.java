package org.tuguan.api.people;

import java.time.Clock;
import java.time.Instant;
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
import org.tuguan.core.access.ApplicantClass;
import org.tuguan.core.access.Role;

/**
 * How somebody from outside gets an account: they ask, confirm their e-mail address, and an officer
 * decides. Whether an address has an account already is told to that address alone.
 */
@Component
class SignUps {
  private final JdbcSignUps signUps;
  private final JdbcAccounts accounts;
  private final JdbcPartners partners;
  private final Passwords passwords;
  private final Messages messages;
  private final Clock clock;

  /** Whom it is told to. */
  @Component
  record Messages(Outbox outbox, Letters letters, AuditTrail audit, AccountProperties properties) {}

  SignUps(
      JdbcSignUps signUps,
      JdbcAccounts accounts,
      JdbcPartners partners,
      Passwords passwords,
      Messages messages,
      Clock clock) {
    this.signUps = signUps;
    this.accounts = accounts;
    this.partners = partners;
    this.passwords = passwords;
    this.messages = messages;
    this.clock = clock;
  }

  @Transactional
  public void request(SignUpRequest request) {
    String encoded =
        passwords.encode(request.password(), List.of(request.email(), request.displayName()));
    Instant now = clock.instant();
    if (accounts.findByEmail(request.email()).isPresent()) {
      messages.outbox().send(request.email(), messages.letters().alreadyThere());
      return;
    }
    String token = Secrets.newToken();
    Instant expires = now.plus(messages.properties().confirmTime());
    if (signUps.insert(request, encoded, Secrets.sha256(token), now, expires)) {
      messages.outbox().send(request.email(), messages.letters().confirm(token));
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

  List<JdbcSignUps.Waiting> list() {
    return signUps.listWaiting();
  }

  /**
   * @param partner that they belong to; empty for a new one as they described it
   * @return the new account
   */
  @Transactional
  public Account approve(long id, Optional<Long> partner) {
    JdbcSignUps.Waiting asked = find(id);
    long organisation = partner.map(this::known).orElseGet(() -> newPartner(asked));
    Account account =
        new Account(
            "p-" + Secrets.newLetters(8),
            Optional.of(asked.email()),
            asked.displayName(),
            Optional.empty(),
            Optional.of(organisation),
            Set.of(Role.READER),
            Account.State.ACTIVE,
            1,
            false,
            false,
            false,
            asked.language(),
            clock.instant(),
            Optional.empty());
    if (!accounts.insert(account, Optional.of(signUps.password(id)))) {
      throw new RequestException(
          Fault.CONFLICT,
          "id",
          new LocalText("這個電子郵件已有帳號", "this e-mail address has an account by now"));
    }
    signUps.delete(id);
    messages
        .audit()
        .record(
            "account.approve",
            "account:" + account.name(),
            Map.of("partner", organisation, "class", asked.applicantClass()));
    messages.outbox().send(asked.email(), messages.letters().approved());
    return account;
  }

  @Transactional
  public void refuse(long id, String reason) {
    JdbcSignUps.Waiting asked = find(id);
    String words = SignUpRequest.text("reason", reason, 500);
    signUps.delete(id);
    messages
        .audit()
        .record("account.refuse", "sign-up:" + id, Map.of("class", asked.applicantClass()));
    messages.outbox().send(asked.email(), messages.letters().refused(words));
  }

  private long newPartner(JdbcSignUps.Waiting asked) {
    ApplicantClass kind = ApplicantClass.find(asked.applicantClass()).orElseThrow();
    return partners.insert(asked.organisation(), kind, false);
  }

  private long known(long partner) {
    return partners
        .find(partner)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.INVALID_PARAMETER,
                    "partner",
                    new LocalText("沒有這個合作單位", "there is no such partner")))
        .id();
  }

  private JdbcSignUps.Waiting find(long id) {
    return signUps
        .findWaiting(id)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "id",
                    new LocalText(
                        "沒有這筆申請，可能已有人處理", "there is no such request; somebody may have decided")));
  }
}
