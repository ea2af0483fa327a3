package org.tuguan.api.publishing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Layer;

/**
 * Who may publish what: an administrator everything, a data owner new layers of their own agency,
 * and whoever manages a layer new data for it.
 */
@Component
public class PublishingRules {
  private final CatalogStore catalogs;

  PublishingRules(CatalogStore catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * What is said about a layer, completed with the agency of a data owner; a fault if the caller
   * may not publish it.
   *
   * @param exists whether there is a layer of this name, seen by the caller or not
   */
  public LayerWords permit(Caller caller, String layer, boolean exists, LayerWords words) {
    if (caller.has(Role.ADMIN)) {
      return words;
    }
    requireAgency(caller, words.agency().orElse(null));
    if (!exists) {
      if (!caller.has(Role.OWNER) || caller.agency().isEmpty()) {
        throw notAllowed("只有資料擁有者可以發布新圖層", "only data owners publish new layers");
      }
      return words.of(caller.agency().get());
    }
    if (!manages(caller, layer)) {
      throw new RequestException(
          Fault.CONFLICT,
          "name",
          new LocalText(
              "名稱 %s 已被使用，且您無權更新該圖層；請另取名稱".formatted(RequestException.quote(layer)),
              "the name %s is taken by a layer that you may not change; choose another --name (form field name)"
                  .formatted(RequestException.quote(layer))));
    }
    return words;
  }

  boolean manages(Caller caller, String layer) {
    Optional<Layer> seen = catalogs.seenBy(caller).findLayer(layer);
    return seen.isPresent() && seen.get().terms().allow(Right.MANAGE);
  }

  /**
   * Only administrators hand a layer to another agency than their own.
   *
   * @param agency null if nothing is said
   */
  void requireAgency(String agency) {
    requireAgency(Callers.current(), agency);
  }

  private static void requireAgency(Caller caller, String agency) {
    if (agency != null && !caller.has(Role.ADMIN) && !caller.agency().equals(Optional.of(agency))) {
      throw notAllowed(
          "只有系統管理者可以指定其他機關", "only an administrator names an agency other than their own");
    }
  }

  private static RequestException notAllowed(String zh, String en) {
    return new RequestException(Fault.NOT_ALLOWED, "agency", new LocalText(zh, en));
  }
}
