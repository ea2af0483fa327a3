package org.tuguan.api.snapshots;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.security.Callers;
import org.tuguan.core.access.Caller;
import org.tuguan.core.catalog.Catalog;

/**
 * {@code /api/v1/changes}: tells pages what has changed, as server-sent events. First comes one
 * event {@code versions}, the present version of each layer, so that a page that was away knows
 * what it missed; then a message for each change: {@code {"layer", "bounds": [west, south, east,
 * north], "version"}}.
 */
@RestController
@ConditionalOnWebApplication
class ChangesController {
  private final ChangeStream stream;
  private final LiveLayers layers;
  private final CatalogStore catalogs;

  ChangesController(ChangeStream stream, LiveLayers layers, CatalogStore catalogs) {
    this.catalogs = catalogs;
    this.stream = stream;
    this.layers = layers;
  }

  @GetMapping(path = "/api/v1/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter changes(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    Caller caller = Callers.current();
    return stream.open(caller, () -> versions(caller));
  }

  private Map<String, Long> versions(Caller caller) {
    Catalog seen = catalogs.seenBy(caller);
    Map<String, Long> versions = new TreeMap<>();
    layers.listLayers().stream()
        .filter(layer -> seen.findLayer(layer.name()).isPresent())
        .forEach(layer -> versions.put(layer.name(), layer.version()));
    return versions;
  }
}
