package org.tuguan.api.catalog;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.map.MapRenderer;
import org.tuguan.core.map.MapRequest;
import org.tuguan.core.map.StyledLayer;

/**
 * Up once a layer has been drawn: part of readiness, so that nobody is sent to a server that has no
 * picture to give. Draws until it has succeeded once, not at every probe.
 */
@Component
class MapHealthIndicator implements HealthIndicator {
  private static final int SIZE = 64;

  private final CatalogStore catalogs;
  private final LayerSources sources;
  private final MapRenderer renderer;
  private volatile boolean drawn;

  MapHealthIndicator(CatalogStore catalogs, LayerSources sources, MapRenderer renderer) {
    this.catalogs = catalogs;
    this.sources = sources;
    this.renderer = renderer;
  }

  @Override
  public Health health() {
    if (drawn) {
      return Health.up().build();
    }
    try {
      first(catalogs.whole()).ifPresent(this::draw);
      drawn = true;
      return Health.up().build();
    } catch (RuntimeException e) {
      return Health.down(e).build();
    }
  }

  private static Optional<Layer> first(Catalog catalog) {
    return catalog.listLayers().stream()
        .filter(layer -> layer.extent().isPresent() && layer.table().isPresent())
        .findFirst();
  }

  private void draw(Layer layer) {
    Bounds extent = layer.extent().orElseThrow().expand(1e-6);
    StyledLayer styled = sources.styled(layer, sources.style(layer.defaultStyle()), Filter.INCLUDE);
    renderer.render(
        new MapRequest(
            extent, SIZE, SIZE, List.of(styled), true, Color.WHITE, 1, Locale.TRADITIONAL_CHINESE));
  }
}
