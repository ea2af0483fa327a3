package org.tuguan.api.grants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.keys.KeysInUse;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.Accounts;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Grantee;
import org.tuguan.core.access.Role;
import org.tuguan.core.sharing.Agency;

/** Those to whom rights can be given, and what they are called. */
@Component
class Grantees {
  private final CatalogStore catalogs;
  private final Accounts accounts;
  private final JdbcPartnerNames partners;
  private final KeysInUse keys;

  Grantees(CatalogStore catalogs, Accounts accounts, JdbcPartnerNames partners, KeysInUse keys) {
    this.catalogs = catalogs;
    this.accounts = accounts;
    this.partners = partners;
    this.keys = keys;
  }

  /** Somebody whose rights may change, as a caller. */
  record Subject(String kind, String id, LocalText name, Caller caller) {}

  /** The public, one of each agency and partner, every account and every key in use. */
  List<Subject> list() {
    List<Subject> all = new ArrayList<>();
    all.add(new Subject("everyone", null, name(new Grantee.Everyone()), Caller.ANONYMOUS));
    catalogs.catalog().listAgencies().forEach(agency -> all.add(of(agency)));
    partners.list().forEach((id, name) -> all.add(partner(id, name)));
    accounts.list().stream().filter(Account::isActive).forEach(account -> all.add(of(account)));
    keys.list().forEach(key -> all.add(of(key)));
    return all;
  }

  private static Subject of(KeysInUse.Key key) {
    return new Subject(
        "key", Long.toString(key.id()), LocalText.same(key.hint() + "…"), key.caller());
  }

  private static Subject of(Agency agency) {
    return new Subject(
        "agency", agency.id(), agency.name(), member(Optional.of(agency.id()), Optional.empty()));
  }

  private static Subject partner(long id, String name) {
    return new Subject(
        "partner",
        Long.toString(id),
        LocalText.same(name),
        member(Optional.empty(), Optional.of(id)));
  }

  private static Subject of(Account account) {
    String shown = account.displayName().isEmpty() ? account.name() : account.displayName();
    return new Subject("user", account.name(), LocalText.same(shown), account.caller());
  }

  private static Caller member(Optional<String> agency, Optional<Long> partner) {
    return new Caller(Optional.empty(), agency, partner, Set.of(Role.READER), Optional.empty());
  }

  /** A fault if there is nobody like that. */
  void require(Grantee grantee) {
    if (grantee instanceof Grantee.OfAgency agency
        && catalogs.catalog().findAgency(agency.agency()).isEmpty()) {
      throw unknown(agency.agency(), "there is no such agency");
    }
    if (grantee instanceof Grantee.OfUser user && accounts.find(user.user()).isEmpty()) {
      throw unknown(user.user(), "there is no such account");
    }
    if (grantee instanceof Grantee.OfPartner partner
        && !partners.list().containsKey(partner.partner())) {
      throw unknown(Long.toString(partner.partner()), "there is no such partner");
    }
  }

  private static RequestException unknown(String id, String message) {
    return RequestException.invalid("grantee.id", id, message);
  }

  LocalText name(Grantee grantee) {
    if (grantee instanceof Grantee.Everyone) {
      return new LocalText("所有人", "Everybody");
    }
    if (grantee instanceof Grantee.CityAgencies) {
      return new LocalText("市府各機關", "All city agencies");
    }
    if (grantee instanceof Grantee.OfAgency agency) {
      return catalogs
          .catalog()
          .findAgency(agency.agency())
          .map(Agency::name)
          .orElse(LocalText.same(agency.agency()));
    }
    if (grantee instanceof Grantee.OfPartner partner) {
      String number = Long.toString(partner.partner());
      return LocalText.same(partners.list().getOrDefault(partner.partner(), number));
    }
    return grantee instanceof Grantee.WithRole role
        ? name(role.role())
        : LocalText.same(GranteeJson.id(grantee));
  }

  static LocalText name(Role role) {
    return switch (role) {
      case READER -> new LocalText("一般使用者", "Readers");
      case PLANNER -> new LocalText("規劃人員", "Planners");
      case OWNER -> new LocalText("圖資管理人員", "Data owners");
      case OFFICER -> new LocalText("核發承辦人員", "Issuing officers");
      case CASHIER -> new LocalText("出納人員", "Cashiers");
      case KPI -> new LocalText("績效人員", "KPI officers");
      case ADMIN -> new LocalText("系統管理者", "Administrators");
    };
  }
}
