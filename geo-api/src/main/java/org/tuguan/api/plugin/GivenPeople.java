package org.tuguan.api.plugin;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.Accounts;
import org.tuguan.core.access.Role;
import org.tuguan.core.plugin.PluginPeople;
import org.tuguan.core.sharing.Agency;

/** Accounts that may be used, and agencies. */
@Component
class GivenPeople implements PluginPeople {
  private final Accounts accounts;
  private final CatalogStore catalogs;

  GivenPeople(Accounts accounts, CatalogStore catalogs) {
    this.accounts = accounts;
    this.catalogs = catalogs;
  }

  @Override
  public Optional<Person> find(String account) {
    return accounts.find(account).filter(Account::isActive).map(GivenPeople::person);
  }

  @Override
  public List<Person> listOf(Role role) {
    return list(each -> each.roles().contains(role));
  }

  @Override
  public List<Person> listOfAgency(String agency) {
    return list(each -> each.agency().equals(Optional.of(agency)));
  }

  private List<Person> list(Predicate<Account> which) {
    return accounts.list().stream()
        .filter(Account::isActive)
        .filter(which)
        .map(GivenPeople::person)
        .toList();
  }

  private static Person person(Account account) {
    return new Person(
        account.name(),
        account.displayName(),
        account.agency(),
        account.roles(),
        account.email().isPresent());
  }

  @Override
  public List<Agency> listAgencies() {
    return catalogs.whole().listAgencies();
  }

  @Override
  public Optional<Agency> findAgency(String id) {
    return catalogs.whole().findAgency(id);
  }
}
