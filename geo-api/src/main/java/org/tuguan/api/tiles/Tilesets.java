package org.tuguan.api.tiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.features.OgcRequest;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;

/** Finds what is asked for in tiles: one collection, or the map that the portal starts with. */
@Component
class Tilesets {
  private final CatalogStore catalogs;
  private final TileLayers layers;
  private final TuguanProperties properties;

  Tilesets(CatalogStore catalogs, TileLayers layers, TuguanProperties properties) {
    this.catalogs = catalogs;
    this.layers = layers;
    this.properties = properties;
  }

  /**
   * @param collection null for the whole map
   * @param root address of the API; does not matter for tiles themselves
   */
  Tileset get(TilesetKind kind, String collection, String root) {
    Catalog catalog = catalogs.catalog();
    if (collection == null) {
      List<TileLayer> all = start(kind, catalog);
      return new Tileset(
          kind, root + kind.path(), properties.city().name(), all, layers.extent(all));
    }
    Layer layer = catalog.getLayer("collectionId", collection, kind.format().right());
    if (kind == TilesetKind.VECTOR) {
      VectorTiles.table(layer);
    }
    List<TileLayer> one = List.of(TileLayer.of(layer));
    String address = root + "/collections/" + OgcRequest.segment(collection) + kind.path();
    return new Tileset(kind, address, layer.title(), one, layers.extent(one));
  }

  /** Those that are shown at first, or all if there are none; the first of the list on top. */
  private List<TileLayer> start(TilesetKind kind, Catalog catalog) {
    List<Layer> fit =
        catalog.listLayers(kind.format().right()).stream()
            .filter(layer -> kind == TilesetKind.MAP || layer.table().isPresent())
            .toList();
    List<Layer> shown = fit.stream().filter(Layer::shownAtStart).toList();
    List<TileLayer> chosen =
        new ArrayList<>(
            (shown.isEmpty() ? fit : shown)
                .stream().limit(properties.limits().mapLayers()).map(TileLayer::of).toList());
    Collections.reverse(chosen);
    return chosen;
  }
}
