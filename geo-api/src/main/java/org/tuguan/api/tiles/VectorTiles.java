package org.tuguan.api.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.springframework.stereotype.Component;
import org.tuguan.api.RenderGate;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.tile.VectorTileEncoder;
import org.tuguan.core.tile.VectorTileLayer;

/** Tiles of features, with a limit of their size. Safe for any thread. */
@Component
class VectorTiles {
  private final LayerSources sources;
  private final RenderGate gate;
  private final VectorTileEncoder encoder = new VectorTileEncoder();
  private final int limit;

  VectorTiles(LayerSources sources, RenderGate gate, TuguanProperties properties) {
    this.sources = sources;
    this.gate = gate;
    this.limit = Math.toIntExact(properties.limits().vectorTile().toBytes());
  }

  Tile encode(TileRequest request) throws Exception {
    List<VectorTileLayer> layers = new ArrayList<>();
    for (Layer layer : request.layers().stream().map(TileLayer::layer).distinct().toList()) {
      List<String> attributes = attributes(layer, request.attributes());
      layers.add(
          new VectorTileLayer(
              layer.name(), sources.features(layer, Right.QUERY), Filter.INCLUDE, attributes));
    }
    return gate.pass(1, () -> Tile.of(encoder.encode(layers, request.coord(), limit)));
  }

  /** The data of a layer; NOT_FOUND if there are no features in it. */
  static LayerData.Table table(Layer layer) {
    return layer
        .table()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "layers",
                    "layer %s is a raster; it can be had as pictures only"
                        .formatted(layer.name())));
  }

  /** All of the layer's, or those of them that are wanted. */
  static List<String> attributes(Layer layer, Optional<List<String>> wanted) {
    return table(layer).type().attributes().stream()
        .map(Attribute::name)
        .filter(name -> wanted.isEmpty() || wanted.get().contains(name))
        .toList();
  }
}
