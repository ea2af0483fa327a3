package org.tuguan.api.issuing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.Product;

/** {@code /api/v1/fee-products}: as what layers are charged, set by officers. */
@RestController
class FeeProductsController {
  private static final String PATH = "/api/v1/fee-products";

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

  /**
   * @param product code; null if the standard has no product for it
   * @param chosen true if somebody set it, false if it follows from the kind of data
   */
  record Charged(String layer, LocalText title, String product, boolean chosen) {}

  record AllCharged(String schedule, List<Charged> layers) {}

  /** As what every layer that the caller may see is charged under a standard. */
  @GetMapping(PATH)
  AllCharged list(@RequestParam("schedule") String schedule) {
    Set<String> codes =
        store.standards().list().stream()
            .filter(each -> each.edition().id().equals(schedule))
            .flatMap(each -> each.products().stream())
            .map(Product::code)
            .collect(Collectors.toSet());
    Map<String, String> chosen = products.list(schedule);
    return new AllCharged(
        schedule,
        catalogs.catalog().listLayers().stream()
            .map(each -> charged(each, chosen, codes))
            .toList());
  }

  private static Charged charged(Layer layer, Map<String, String> chosen, Set<String> codes) {
    String product = chosen.getOrDefault(layer.name(), Products.usual(layer));
    return new Charged(
        layer.name(),
        layer.title(),
        codes.contains(product) ? product : null,
        chosen.containsKey(layer.name()));
  }

  /** Back to what follows from the kind of data. */
  @DeleteMapping(PATH + "/{layer}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void clear(
      @PathVariable("layer") String layer, @RequestParam("schedule") String schedule) {
    products.delete(layer, schedule);
    audit.record("fee-product.clear", "layer:" + layer, Map.of("schedule", schedule));
  }

  @PutMapping(PATH + "/{layer}")
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
