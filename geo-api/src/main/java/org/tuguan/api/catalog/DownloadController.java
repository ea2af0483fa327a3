package org.tuguan.api.catalog;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.limits.AccessProperties;
import org.tuguan.api.security.Callers;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureBatches;
import org.tuguan.core.feature.FeatureEncoder;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.sharing.UsedOperation;

/**
 * {@code /api/v1/layers/{name}/data.{format}}: a whole layer as a file, in any format that is
 * attached; in key order, read in batches ({@link FeatureBatches}). What can be streamed is.
 */
@RestController
class DownloadController {
  private final CatalogStore catalogs;
  private final LayerSources sources;
  private final ExtensionRegistry extensions;
  private final LayerFiles files;
  private final long mostForAnonymous;

  DownloadController(
      CatalogStore catalogs,
      LayerSources sources,
      ExtensionRegistry extensions,
      LayerFiles files,
      AccessProperties limits) {
    this.catalogs = catalogs;
    this.sources = sources;
    this.extensions = extensions;
    this.files = files;
    this.mostForAnonymous = limits.anonymousFeatures();
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
    Optional<FeatureEncoder> encoder =
        extensions.list(FeatureEncoder.class).stream()
            .filter(each -> each.fileExtension().equals(format))
            .findFirst();
    Optional<FileFormat> file = extensions.find(FileFormat.class, format);
    if (encoder.isEmpty() && file.isEmpty()) {
      throw unknown(format);
    }
    Crs system = crs.map(text -> Crs.parse("crs", text)).orElse(Crs.CRS84);
    FeatureSource source = sources.current(layer, Right.DOWNLOAD);
    requireModesty(source);
    UsageNotes.served(new UsedOperation("API", "download", format), List.of(name), layer.extent());
    try (Stream<Feature> all =
        encoder.isPresent()
            ? FeatureBatches.stream(source, Query.ALL)
            : FeatureBatches.streamAhead(source, Query.ALL)) {
      Stream<Feature> features = UsageNotes.counting(name, all);
      if (encoder.isPresent()) {
        head(response, encoder.get().mediaType(), name + "." + encoder.get().fileExtension());
        encoder.get().write(source.type(), features, system, response.getOutputStream());
      } else {
        files.with(
            file.get(),
            source.type(),
            features,
            system,
            made -> send(made, file.get().mediaType(), response));
      }
    }
  }

  /** Who is known by an account or a key may have more: somebody answers for that. */
  private void requireModesty(FeatureSource source) {
    if (Callers.current().isAnonymous() && source.count(Query.ALL) > mostForAnonymous) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "name",
          new LocalText(
              "未登入時一次最多下載 %d 筆圖徵，請登入或使用金鑰。".formatted(mostForAnonymous),
              "without an account or a key at most %d features at a time; sign in or use a key (tuguan.access.anonymous-features)"
                  .formatted(mostForAnonymous)));
    }
  }

  private static void send(Path file, String mediaType, HttpServletResponse response)
      throws IOException {
    head(response, mediaType, file.getFileName().toString());
    response.setContentLengthLong(Files.size(file));
    Files.copy(file, response.getOutputStream());
  }

  private static void head(HttpServletResponse response, String mediaType, String fileName) {
    response.setContentType(mediaType);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
  }

  private RequestException unknown(String format) {
    String allowed =
        Stream.concat(
                extensions.list(FeatureEncoder.class).stream().map(FeatureEncoder::fileExtension),
                extensions.list(FileFormat.class).stream().map(FileFormat::name))
            .distinct()
            .collect(Collectors.joining(", "));
    return new RequestException(
        Fault.UNKNOWN_FORMAT,
        "format",
        "format=%s: allowed are %s".formatted(RequestException.quote(format), allowed));
  }
}
