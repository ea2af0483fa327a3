package org.tuguan.api.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureBatches;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.sharing.UsedOperation;

/** Features: pages of them, read in batches, and single ones. */
@RestController
class ItemsController {
  private static final Set<String> OF_ONE_FEATURE = Set.of("crs", "f", "lang");

  private final CatalogStore catalogs;
  private final LayerSources sources;
  private final FeatureCounts counts;
  private final TuguanProperties.Limits limits;
  private final Clock clock;

  ItemsController(
      CatalogStore catalogs,
      LayerSources sources,
      FeatureCounts counts,
      TuguanProperties properties,
      Clock clock) {
    this.catalogs = catalogs;
    this.sources = sources;
    this.counts = counts;
    this.limits = properties.limits();
    this.clock = clock;
  }

  @GetMapping("/ogc/collections/{collectionId}/items")
  void items(
      @PathVariable("collectionId") String id,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    Catalog catalog = catalogs.catalog();
    Layer layer = Collections.get(catalog, id);
    note("items", layer);
    ItemsParser parser =
        new ItemsParser(http, layer, Collections.table(layer).type(), limits.items());
    if (parser.request().html()) {
      writePage(response, parser, new ItemPages(parser.request(), catalog, layer), layer);
    } else {
      writeJson(response, parser, layer);
    }
  }

  private void writeJson(HttpServletResponse response, ItemsParser parser, Layer layer)
      throws IOException {
    ItemsRequest items = parser.parse();
    FeatureSource source = sources.current(layer, Right.QUERY);
    try (Stream<Feature> features = FeatureBatches.stream(source, items.page())) {
      OptionalLong matched = count(source, items);
      headers(response, parser.request(), items.crs());
      new ItemsDocument(parser.request(), Collections.table(layer).type())
          .writePage(items, features, matched, clock.instant(), response.getOutputStream());
    }
  }

  /** The number is that of the first page: later ones would count the same again. */
  private OptionalLong count(FeatureSource source, ItemsRequest items) {
    return items.after().isEmpty()
        ? counts.count(source, items.layer(), items.matches())
        : OptionalLong.empty();
  }

  private void writePage(
      HttpServletResponse response, ItemsParser parser, ItemPages pages, Layer layer)
      throws IOException {
    ItemsRequest items;
    try {
      items = parser.parse();
    } catch (RequestException e) {
      headers(response, parser.request(), Crs.CRS84);
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      write(response, pages.refused(e.getMessage()));
      return;
    }
    FeatureSource source = sources.current(layer, Right.QUERY);
    try (Stream<Feature> features = FeatureBatches.stream(source, items.page())) {
      OptionalLong matched = count(source, items);
      headers(response, parser.request(), items.crs());
      write(response, pages.items(items, features, matched));
    }
  }

  private static void write(HttpServletResponse response, String page) throws IOException {
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/ogc/collections/{collectionId}/items/{featureId}")
  void item(
      @PathVariable("collectionId") String id,
      @PathVariable("featureId") String featureId,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    Catalog catalog = catalogs.catalog();
    Layer layer = Collections.get(catalog, id);
    OgcRequest request = OgcRequest.of(http, OF_ONE_FEATURE);
    Crs crs =
        request
            .parameter("crs")
            .map(uri -> CollectionSystems.get(Collections.systems(layer), "crs", uri))
            .orElse(Crs.CRS84);
    Feature feature =
        sources
            .features(layer, Right.QUERY)
            .find(featureId)
            .orElseThrow(() -> noFeature(layer, featureId));
    note("item", layer);
    headers(response, request, crs);
    if (request.html()) {
      write(response, new ItemPages(request, catalog, layer).item(feature));
    } else {
      new ItemsDocument(request, Collections.table(layer).type())
          .writeFeature(feature, crs, response.getOutputStream());
    }
  }

  /** Says to the ledger what is given out. */
  private static void note(String operation, Layer layer) {
    UsageNotes.served(
        new UsedOperation("OGC", operation, "geojson"), List.of(layer.name()), Optional.empty());
  }

  private static RequestException noFeature(Layer layer, String id) {
    return new RequestException(
        Fault.NOT_FOUND,
        "featureId",
        "collection %s has no feature %s".formatted(layer.name(), RequestException.quote(id)));
  }

  private static void headers(HttpServletResponse response, OgcRequest request, Crs crs) {
    response.setContentType(
        request.html() ? MediaTypes.HTML + ";charset=UTF-8" : MediaTypes.GEOJSON);
    response.setHeader("Content-Crs", "<" + crs.uri() + ">");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, Answers.language(request));
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
