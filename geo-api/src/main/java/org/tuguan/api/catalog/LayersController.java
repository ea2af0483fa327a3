package org.tuguan.api.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.catalog.Offer;
import org.tuguan.core.catalog.Theme;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Query;

/** {@code /api/v1/layers}: what there is, as the portal lists it. */
@RestController
class LayersController {
  private final CatalogStore catalogs;
  private final LayerSources sources;

  LayersController(CatalogStore catalogs, LayerSources sources) {
    this.catalogs = catalogs;
    this.sources = sources;
  }

  record Layers(
      long version,
      List<Theme> themes,
      List<LayerJson.AgencyName> agencies,
      List<LayerJson> layers,
      List<OfferJson> offers) {}

  /** A layer that is advertised to those who may not see it. */
  record OfferJson(
      String name,
      LocalText title,
      LocalText summary,
      String theme,
      LayerJson.AgencyName agency,
      LocalText howToGet) {
    static OfferJson of(Catalog catalog, Offer offer) {
      return new OfferJson(
          offer.name(),
          offer.title(),
          offer.summary(),
          offer.theme(),
          catalog.findAgency(offer.agency()).map(LayerJson.AgencyName::of).orElse(null),
          offer.how());
    }
  }

  /**
   * A layer with what takes a look at its data.
   *
   * @param attributes none for those who may only view it
   * @param count features that the caller may ask for; null for a raster
   */
  record LayerDetail(
      @JsonUnwrapped LayerJson layer, List<Attribute> attributes, Long count, String key) {}

  @GetMapping("/api/v1/layers")
  Layers layers() {
    Catalog catalog = catalogs.catalog();
    return new Layers(
        catalog.version(),
        catalog.listThemes(),
        catalog.listAgencies().stream().map(LayerJson.AgencyName::of).toList(),
        catalog.listLayers().stream().map(layer -> LayerJson.of(catalog, layer)).toList(),
        catalog.listOffers().stream().map(offer -> OfferJson.of(catalog, offer)).toList());
  }

  @GetMapping("/api/v1/layers/{name}")
  LayerDetail layer(@PathVariable("name") String name) {
    Catalog catalog = catalogs.catalog();
    Layer layer = catalog.getLayer("name", name, Right.VIEW);
    LayerJson json = LayerJson.of(catalog, layer);
    return layer
        .table()
        .filter(table -> layer.terms().allow(Right.QUERY))
        .map(table -> vector(json, layer, table))
        .orElseGet(() -> new LayerDetail(json, List.of(), null, null));
  }

  private LayerDetail vector(LayerJson json, Layer layer, LayerData.Table table) {
    return new LayerDetail(
        json,
        table.type().attributes(),
        sources.features(layer, Right.QUERY).count(Query.ALL),
        table.ref().keyColumn());
  }
}
