package org.tuguan.api.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
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
      List<LayerJson> layers) {}

  /**
   * A layer with what takes a look at its data.
   *
   * @param count features, or null for a raster
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
        catalog.listLayers().stream().map(layer -> LayerJson.of(catalog, layer)).toList());
  }

  @GetMapping("/api/v1/layers/{name}")
  LayerDetail layer(@PathVariable("name") String name) {
    Catalog catalog = catalogs.catalog();
    Layer layer = catalog.getLayer("name", name);
    LayerJson json = LayerJson.of(catalog, layer);
    return layer
        .table()
        .map(table -> vector(json, layer, table))
        .orElseGet(() -> new LayerDetail(json, List.of(), null, null));
  }

  private LayerDetail vector(LayerJson json, Layer layer, LayerData.Table table) {
    return new LayerDetail(
        json,
        table.type().attributes(),
        sources.features(layer).count(Query.ALL),
        table.ref().keyColumn());
  }
}
