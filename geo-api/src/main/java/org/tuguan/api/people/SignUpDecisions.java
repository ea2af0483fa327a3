package org.tuguan.api.people;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.ApplicantClass;
import org.tuguan.core.access.Role;

/** An officer's decisions on those who ask for an account; each is made once. */
@Component
class SignUpDecisions {
  private static final int LONGEST_REASON = 500;

  private final JdbcSignUps signUps;
  private final JdbcAccounts accounts;
  private final JdbcPartners partners;
  private final Letters letters;
  private final AuditTrail audit;
  private final Clock clock;

  SignUpDecisions(
      JdbcSignUps signUps,
      JdbcAccounts accounts,
      JdbcPartners partners,
      Letters letters,
      AuditTrail audit,
      Clock clock) {
    this.signUps = signUps;
    this.accounts = accounts;
    this.partners = partners;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those whose e-mail address is confirmed, oldest first. */
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
    audit.record(
        "account.approve",
        "account:" + account.name(),
        Map.of("partner", organisation, "class", asked.applicantClass()));
    letters.approved(asked.email());
    return account;
  }

  @Transactional
  public void refuse(long id, String reason) {
    JdbcSignUps.Waiting asked = find(id);
    String words = SignUpRequest.text("reason", reason, LONGEST_REASON);
    signUps.delete(id);
    audit.record("account.refuse", "sign-up:" + id, Map.of("class", asked.applicantClass()));
    letters.refused(asked.email(), words);
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
