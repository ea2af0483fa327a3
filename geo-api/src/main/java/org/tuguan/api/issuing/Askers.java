package org.tuguan.api.issuing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.Accounts;
import org.tuguan.api.people.OwnAccount;
import org.tuguan.api.people.Partner;
import org.tuguan.core.access.ApplicantClass;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/** Finds out of what class of applicants a caller is; what people say of themselves counts last. */
@Component
class Askers {
  private final Accounts accounts;
  private final OwnAccount own;

  Askers(Accounts accounts, OwnAccount own) {
    this.accounts = accounts;
    this.own = own;
  }

  /**
   * @param said class that a caller names who is not known, or who tries a price for others as an
   *     officer
   */
  Asker of(Caller caller, Optional<String> said) {
    Optional<Account> account = caller.user().flatMap(accounts::find);
    boolean tries = said.isPresent() && (caller.has(Role.OFFICER) || caller.has(Role.ADMIN));
    if (tries) {
      return new Asker(said.get(), "", caller.user(), Optional.empty(), Optional.empty(), true);
    }
    if (account.isEmpty() || caller.key().isPresent()) {
      String kind =
          caller.agency().isPresent()
              ? ApplicantClass.CITY_AGENCY.code()
              : said.orElse(ApplicantClass.NATURAL_PERSON.code());
      return new Asker(kind, "", Optional.empty(), caller.partner(), caller.agency(), true);
    }
    Optional<Partner> partner = own.findPartner(account.get());
    ApplicantClass kind =
        account.get().agency().isPresent()
            ? ApplicantClass.CITY_AGENCY
            : partner.map(Partner::applicantClass).orElse(ApplicantClass.NATURAL_PERSON);
    return new Asker(
        kind.code(),
        partner.map(Partner::name).orElse(""),
        Optional.of(account.get().name()),
        account.get().partner(),
        account.get().agency(),
        false);
  }
}
