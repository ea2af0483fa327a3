package org.tuguan.api.usage;

import java.util.List;
import java.util.Objects;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Layer;

/** Whose use somebody may see. */
sealed interface UsageScope {
  /** As it is sent. */
  String code();

  /** Everybody's: administrators, and officers of indicators. */
  record All() implements UsageScope {
    @Override
    public String code() {
      return "all";
    }
  }

  /**
   * Use of an agency's layers by anybody, and of any layers by the agency: data owners.
   *
   * @param layers names of the agency's own
   */
  record OfAgency(String agency, List<String> layers) implements UsageScope {
    public OfAgency {
      Objects.requireNonNull(agency);
      layers = List.copyOf(layers);
    }

    @Override
    public String code() {
      return "agency";
    }
  }

  /** Use by a partner organisation: its members. */
  record OfPartner(long partner) implements UsageScope {
    @Override
    public String code() {
      return "partner";
    }
  }

  /** Use with a key: whoever shows it. */
  record OfKey(long key) implements UsageScope {
    @Override
    public String code() {
      return "key";
    }
  }

  /** Use by an account, for as long as its name is kept. */
  record OfAccount(String account) implements UsageScope {
    public OfAccount {
      Objects.requireNonNull(account);
    }

    @Override
    public String code() {
      return "account";
    }
  }

  /**
   * Sums that tell nothing of anybody: everyone.
   *
   * @param layers names of those that everyone may see
   */
  record Public(List<String> layers) implements UsageScope {
    public Public {
      layers = List.copyOf(layers);
    }

    @Override
    public String code() {
      return "public";
    }
  }

  /** The widest that a caller has. */
  static UsageScope of(Caller caller, CatalogStore catalogs) {
    if (caller.has(Role.ADMIN) || caller.has(Role.KPI)) {
      return new All();
    }
    if (caller.key().isPresent()) {
      return new OfKey(caller.key().get().key());
    }
    if (caller.has(Role.OWNER) && caller.agency().isPresent()) {
      return ofAgency(caller.agency().get(), catalogs);
    }
    if (caller.partner().isPresent()) {
      return new OfPartner(caller.partner().get());
    }
    return caller.user().<UsageScope>map(OfAccount::new).orElseGet(() -> ofEveryone(catalogs));
  }

  private static UsageScope ofAgency(String agency, CatalogStore catalogs) {
    return new OfAgency(
        agency,
        catalogs.whole().listLayers().stream()
            .filter(layer -> layer.agency().equals(agency))
            .map(Layer::name)
            .toList());
  }

  /** What anybody is told, whoever asks. */
  static UsageScope ofEveryone(CatalogStore catalogs) {
    return new Public(
        catalogs.seenBy(Caller.ANONYMOUS).listLayers().stream().map(Layer::name).toList());
  }
}
