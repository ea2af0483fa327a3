package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.FeeStandards;
import org.tuguan.core.issuing.Quote;
import org.tuguan.core.issuing.QuoteRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a layer would cost a company that does business with it: the price before every reduction,
 * by the fee engine. Looks at all of the catalog, whoever may see it.
 */
@Component
public class FullPrices {
  private static final String FULL = "company";
  private static final String PURPOSE = "business";

  private final FeeStandardStore store;
  private final CatalogStore catalogs;
  private final Extracts extracts;
  private final Products products;
  private final String usual;

  FullPrices(
      FeeStandardStore store,
      CatalogStore catalogs,
      Extracts extracts,
      Products products,
      IssuingProperties properties,
      TuguanProperties tuguan) {
    this.store = store;
    this.catalogs = catalogs;
    this.extracts = extracts;
    this.products = products;
    this.usual =
        !properties.standard().isEmpty()
            ? properties.standard()
            : tuguan.demo() ? "taichung-geoinfo-demo" : "taichung-geoinfo";
  }

  /**
   * @param total NT$; empty if no standard has a price for it
   * @param note standard and version, or why there is no price
   */
  public record Price(Optional<BigDecimal> total, String note) {
    public Price {
      Objects.requireNonNull(total);
      Objects.requireNonNull(note);
    }
  }

  /**
   * @param area polygons in CRS:84; empty for the whole layer
   * @param day for which a version of the standard is chosen
   */
  public Price of(String name, Optional<Geometry> area, LocalDate day) {
    Optional<Layer> layer = catalogs.whole().findLayer(name);
    FeeStandards standards = store.standards();
    Optional<FeeStandard> standard = standards.findInForce(usual, day);
    if (layer.isEmpty() || standard.isEmpty()) {
      return new Price(Optional.empty(), "當日無收費標準 no fee standard in force");
    }
    try {
      Quote quote = price(layer.get(), area, day, standards, standard.get());
      String version = standard.get().edition().id() + " " + standard.get().edition().version();
      return new Price(
          quote.total(), quote.total().isPresent() ? version : version + " " + quote.status());
    } catch (RequestException e) {
      return new Price(Optional.empty(), e.text().both());
    }
  }

  private Quote price(
      Layer layer,
      Optional<Geometry> area,
      LocalDate day,
      FeeStandards standards,
      FeeStandard standard) {
    Products.Charged charged = products.of(layer, standard);
    DataRequest.Where where = new DataRequest.Where(area, Optional.empty(), List.of(), List.of());
    QuotedLayer measured = extracts.measure(layer, where, charged.series(), charged.bySheet());
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.put("schedule", usual).put("application_date", day.toString()).put("purpose", PURPOSE);
    request.putObject("applicant").put("class", FULL);
    request
        .putArray("items")
        .addObject()
        .put("product", charged.code())
        .put(
            "quantity",
            charged.quantity(
                measured.sheets().size(), measured.features(), measured.km2(), measured.bytes()))
        .put("unit", charged.unit())
        .set("area", GeoJsonPolygons.json(measured.area().orElseGet(() -> Extracts.extent(layer))));
    return standards.price(QuoteRequest.read(request.toString()));
  }
}
