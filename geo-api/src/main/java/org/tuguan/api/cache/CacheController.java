package org.tuguan.api.cache;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.DegreeBox;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.tile.cache.CacheStatistics;
import org.tuguan.core.tile.cache.TileCache;

/**
 * {@code /api/v1/cache}: how the tile cache of this server is doing, and emptying those of all
 * nodes.
 */
@RestController
@ConditionalOnWebApplication
class CacheController {
  private final TileCache cache;
  private final CatalogStore catalogs;
  private final CacheProperties properties;
  private final Purges purges;

  CacheController(
      TileCache cache, CatalogStore catalogs, CacheProperties properties, Purges purges) {
    this.cache = cache;
    this.catalogs = catalogs;
    this.properties = properties;
    this.purges = purges;
  }

  /** Sizes in bytes. */
  record Status(double hitRate, long memoryLimit, long diskLimit, CacheStatistics since) {}

  @GetMapping("/api/v1/cache")
  Status status() {
    CacheStatistics statistics = cache.statistics();
    return new Status(
        statistics.hitRate(),
        properties.memory().toBytes(),
        properties.disk().toBytes(),
        statistics);
  }

  /**
   * Has tiles made anew when they are next asked for, on all nodes; all of them if nothing is
   * named.
   *
   * @param layer whose tiles
   * @param bbox west, south, east, north in degrees: tiles that meet it
   */
  @DeleteMapping("/api/v1/cache")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void purge(
      @RequestParam(name = "layer", required = false) String layer,
      @RequestParam(name = "bbox", required = false) String bbox) {
    if (layer == null && !Callers.current().has(Role.ADMIN)) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "layer",
          "only an administrator may purge the tiles of all layers; name a layer that you manage");
    }
    purges.purge(
        new Purge(
            Optional.ofNullable(layer)
                .map(name -> catalogs.catalog().getLayer("layer", name, Right.MANAGE).name()),
            Optional.ofNullable(bbox).map(text -> DegreeBox.read("bbox", text))));
  }
}
