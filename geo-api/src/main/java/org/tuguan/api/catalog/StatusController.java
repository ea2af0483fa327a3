package org.tuguan.api.catalog;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.people.DemoAccounts;
import org.tuguan.core.LocalText;

/** {@code /api/v1/status}: which product, which city, and whether this is the demonstration. */
@RestController
class StatusController {
  private final TuguanProperties properties;
  private final CatalogStore catalogs;

  StatusController(TuguanProperties properties, CatalogStore catalogs) {
    this.properties = properties;
    this.catalogs = catalogs;
  }

  /**
   * @param accounts those of the demonstration; empty elsewhere
   */
  record Status(
      String name,
      String version,
      boolean demo,
      List<DemoAccounts.DemoAccount> accounts,
      City city,
      long catalog,
      int layers) {}

  record City(LocalText name, List<Double> bounds) {}

  @GetMapping("/api/v1/status")
  Status status() {
    String version = StatusController.class.getPackage().getImplementationVersion();
    return new Status(
        "Tuguan 圖館",
        version == null ? "development" : version,
        properties.demo(),
        properties.demo() ? DemoAccounts.list() : List.of(),
        new City(properties.city().name(), properties.city().bounds()),
        catalogs.catalog().version(),
        catalogs.catalog().listLayers().size());
  }
}
