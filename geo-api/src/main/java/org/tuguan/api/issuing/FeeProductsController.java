package org.tuguan.api.issuing;

import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.issuing.FeeStandard;

/** {@code /api/v1/fee-products/{layer}}: as what a layer is charged, set by officers. */
@RestController
class FeeProductsController {
  private final JdbcLayerProducts products;
  private final FeeStandardStore store;
  private final CatalogStore catalogs;
  private final AuditTrail audit;

  FeeProductsController(
      JdbcLayerProducts products, FeeStandardStore store, CatalogStore catalogs, AuditTrail audit) {
    this.products = products;
    this.store = store;
    this.catalogs = catalogs;
    this.audit = audit;
  }

  /**
   * @param schedule id of a fee standard
   * @param product code of one of its products
   */
  record FeeProduct(String schedule, String product) {}

  @PutMapping("/api/v1/fee-products/{layer}")
  @Transactional
  public FeeProduct set(@PathVariable("layer") String layer, @RequestBody FeeProduct body) {
    catalogs.catalog().getLayer("layer", layer, Right.VIEW);
    String schedule = Optional.ofNullable(body.schedule()).orElse("");
    boolean known =
        store.standards().list().stream()
            .filter(each -> each.edition().id().equals(schedule))
            .flatMap((FeeStandard each) -> each.products().stream())
            .anyMatch(product -> product.code().equals(body.product()));
    if (!known) {
      throw RequestException.invalid(
          "product", schedule + " " + body.product(), "expected a product of a fee standard");
    }
    products.put(layer, schedule, body.product());
    audit.record(
        "fee-product.set",
        "layer:" + layer,
        Map.of("schedule", schedule, "product", body.product()));
    return body;
  }
}
