package org.tuguan.api.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.sharing.UsedOperation;

/** A layer at a glance: the whole of it in its default style. Drawn when first asked for. */
@RestController
class ThumbnailController {
  private static final int KEPT = 500;

  private final CatalogStore catalogs;
  private final LayerSources sources;
  private final LayerPictures pictures;
  private final Cache<String, byte[]> drawn = Caffeine.newBuilder().maximumSize(KEPT).build();

  ThumbnailController(CatalogStore catalogs, LayerSources sources, LayerPictures pictures) {
    this.catalogs = catalogs;
    this.sources = sources;
    this.pictures = pictures;
  }

  @GetMapping("/api/v1/layers/{name}/thumbnail.png")
  ResponseEntity<byte[]> thumbnail(@PathVariable("name") String name, WebRequest request) {
    Layer layer = catalogs.catalog().getLayer("name", name, Right.VIEW);
    StyleInfo style = layer.defaultStyle();
    UsageNotes.served(new UsedOperation("API", "thumbnail", "png"), List.of(name), layer.extent());
    String version =
        Long.toHexString(layer.updated().toEpochMilli())
            + "-"
            + Integer.toHexString(style.sld().hashCode())
            + "-"
            + Integer.toHexString(layer.terms().access().ground(Right.VIEW).hashCode());
    if (request.checkNotModified(version)) {
      return null;
    }
    boolean whole =
        layer.terms().access().ground(Right.VIEW).equals(Optional.of(Ground.EVERYWHERE));
    byte[] picture =
        whole ? drawn.get(name + " " + version, key -> draw(layer, style)) : draw(layer, style);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(
            layer.terms().isPublic(Right.VIEW)
                ? CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic()
                : CacheControl.noCache().cachePrivate())
        .eTag(version)
        .body(picture);
  }

  private byte[] draw(Layer layer, StyleInfo style) {
    Bounds extent = layer.extent().orElse(new Bounds(Crs.CRS84, 120, 21.8, 122.1, 25.4));
    return pictures.draw(sources.styled(layer, sources.style(style), Filter.INCLUDE), extent);
  }
}
