package org.tuguan.api.tiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;

/** Reads lists of layers and of styles, between commas. */
@Component
class TileLayers {
  private final int most;
  private final Bounds city;

  TileLayers(TuguanProperties properties) {
    this.most = properties.limits().mapLayers();
    this.city = properties.city().area();
  }

  /** Where these layers lie, in CRS:84; those without data in the city. */
  Bounds extent(List<TileLayer> layers) {
    return layers.stream()
        .map(each -> each.layer().extent().orElse(city))
        .reduce(Bounds::union)
        .orElse(city);
  }

  /**
   * @param right that it takes to get them
   * @param styles one for each layer, an empty one for the default; empty for all defaults
   */
  List<TileLayer> parse(Catalog catalog, Right right, String layers, Optional<String> styles) {
    String[] names = layers.split(",", -1);
    if (names.length > most) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "layers",
          "layers: %d layers in one tile, at most %d are allowed".formatted(names.length, most));
    }
    List<String> chosen = styles(styles.orElse(""), names.length);
    List<TileLayer> parsed = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      Layer layer = catalog.getLayer("layers", names[i], right);
      parsed.add(new TileLayer(layer, layer.getStyle("style", chosen.get(i))));
    }
    return parsed;
  }

  private static List<String> styles(String text, int layers) {
    if (text.isEmpty()) {
      return Collections.nCopies(layers, "");
    }
    List<String> styles = List.of(text.split(",", -1));
    if (styles.size() != layers) {
      throw RequestException.invalid(
          "style",
          text,
          "%d styles for %d layers; give one for each".formatted(styles.size(), layers));
    }
    return styles;
  }
}
