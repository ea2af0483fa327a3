package org.tuguan.core.plugin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.access.Role;
import org.tuguan.core.sharing.Agency;

/** The accounts and agencies of the library, to read. Safe for any thread. */
public interface PluginPeople {
  /**
   * Somebody with an account that may be used.
   *
   * @param account its name
   * @param agency id of the city agency they belong to
   * @param reachable true if messages reach them
   */
  record Person(
      String account,
      String displayName,
      Optional<String> agency,
      Set<Role> roles,
      boolean reachable) {
    public Person {
      Objects.requireNonNull(account);
      Objects.requireNonNull(displayName);
      Objects.requireNonNull(agency);
      roles = Set.copyOf(roles);
    }
  }

  Optional<Person> find(String account);

  /** By account name. */
  List<Person> listOf(Role role);

  /** By account name. */
  List<Person> listOfAgency(String agency);

  /** All of the city's, those of former days too, in the library's order. */
  List<Agency> listAgencies();

  Optional<Agency> findAgency(String id);
}
