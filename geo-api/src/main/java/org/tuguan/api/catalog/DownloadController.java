package org.tuguan.api.catalog;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureBatches;
import org.tuguan.core.feature.FeatureEncoder;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.sharing.UsedOperation;

/**
 * {@code /api/v1/layers/{name}/data.{format}}: a whole layer as a file, in any format that is
 * attached; in key order, read in batches ({@link FeatureBatches}).
 */
@RestController
class DownloadController {
  private final CatalogStore catalogs;
  private final LayerSources sources;
  private final ExtensionRegistry extensions;

  DownloadController(CatalogStore catalogs, LayerSources sources, ExtensionRegistry extensions) {
    this.catalogs = catalogs;
    this.sources = sources;
    this.extensions = extensions;
  }

  /**
   * @param crs of the coordinates; degrees, longitude first, if it is not named
   */
  @GetMapping("/api/v1/layers/{name}/data.{format}")
  void download(
      @PathVariable("name") String name,
      @PathVariable("format") String format,
      @RequestParam("crs") Optional<String> crs,
      HttpServletResponse response)
      throws IOException {
    Layer layer = catalogs.catalog().getLayer("name", name, Right.DOWNLOAD);
    FeatureEncoder encoder = encoder(format);
    Crs system = crs.map(text -> Crs.parse("crs", text)).orElse(Crs.CRS84);
    FeatureSource source = sources.current(layer, Right.DOWNLOAD);
    UsageNotes.served(new UsedOperation("API", "download", format), List.of(name), layer.extent());
    try (Stream<Feature> features = FeatureBatches.stream(source, Query.ALL)) {
      response.setContentType(encoder.mediaType());
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename(name + "." + encoder.fileExtension(), StandardCharsets.UTF_8)
              .build()
              .toString());
      encoder.write(
          source.type(), UsageNotes.counting(name, features), system, response.getOutputStream());
    }
  }

  private FeatureEncoder encoder(String format) {
    List<FeatureEncoder> encoders = extensions.list(FeatureEncoder.class);
    return encoders.stream()
        .filter(each -> each.fileExtension().equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.UNKNOWN_FORMAT,
                    "format",
                    "format=%s: allowed are %s"
                        .formatted(
                            RequestException.quote(format),
                            String.join(
                                ", ",
                                encoders.stream().map(FeatureEncoder::fileExtension).toList()))));
  }
}
