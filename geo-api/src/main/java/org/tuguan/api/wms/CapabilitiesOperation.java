package org.tuguan.api.wms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.Dimension;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.geotools.api.style.Style;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.api.ServiceProperties;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.map.LegendRenderer;
import org.tuguan.core.map.MapEncoder;
import org.tuguan.core.map.ScaleRange;

/** GetCapabilities (WMS 1.3.0, 7.2; WMS 1.1.1, 7.1). */
@Component
class CapabilitiesOperation implements WmsOperation {
  private static final Logger LOG = LoggerFactory.getLogger(CapabilitiesOperation.class);
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private final LayerSources sources;
  private final LegendParser legends;
  private final LegendRenderer renderer;
  private final ServiceProperties service;
  private final TuguanProperties properties;
  private final ExtensionRegistry extensions;

  /** One for each catalog that is seen, each version, each name the server is called by. */
  private final Cache<Key, String> documents = Caffeine.newBuilder().maximumSize(64).build();

  private record Key(Catalog catalog, WmsVersion version, String prefix, List<String> mapFormats) {}

  CapabilitiesOperation(
      LayerSources sources,
      LegendParser legends,
      LegendRenderer renderer,
      ServiceProperties service,
      TuguanProperties properties,
      ExtensionRegistry extensions) {
    this.sources = sources;
    this.legends = legends;
    this.renderer = renderer;
    this.service = service;
    this.properties = properties;
    this.extensions = extensions;
  }

  @Override
  public Set<String> names() {
    return Set.of("getcapabilities", "capabilities");
  }

  @Override
  public WmsAnswer answer(WmsCall call) {
    Optional<ServiceException> unchanged =
        call.parameters().find("UPDATESEQUENCE").flatMap(sequence -> compare(sequence, call));
    if (unchanged.isPresent()) {
      return unchanged.get().report(call.version(), 200);
    }
    List<String> mapFormats =
        extensions.list(MapEncoder.class).stream().map(MapEncoder::mediaType).toList();
    Key key = new Key(call.catalog(), call.version(), call.prefix(), mapFormats);
    String document = documents.get(key, any -> write(call, mapFormats));
    return WmsAnswer.text(CapabilitiesDocument.mediaType(call.version()), document)
        .open(call.catalog().isPublic());
  }

  /** Nothing if the caller has an older document (WMS 1.3.0, table 3). */
  private static Optional<ServiceException> compare(String sequence, WmsCall call) {
    if (!WHOLE.matcher(sequence).matches()) {
      return Optional.empty();
    }
    long theirs = Long.parseLong(sequence);
    long ours = call.catalog().version();
    if (theirs < ours) {
      return Optional.empty();
    }
    return Optional.of(
        new ServiceException(
            theirs == ours ? "CurrentUpdateSequence" : "InvalidUpdateSequence",
            "UPDATESEQUENCE",
            "UPDATESEQUENCE=%d: the current one is %d".formatted(theirs, ours)));
  }

  private String write(WmsCall call, List<String> mapFormats) {
    LayerArea city = new LayerArea(properties.city().area());
    List<LayerEntry> layers =
        call.catalog().listLayers().stream().map(layer -> entry(layer, city)).toList();
    return new CapabilitiesDocument(call, service, properties.limits(), mapFormats)
        .write(layers, city);
  }

  private LayerEntry entry(Layer layer, LayerArea city) {
    return new LayerEntry(
        layer,
        LayerArea.of(layer.extent(), city.degrees()),
        layer.styles().stream().map(this::scales).reduce(ScaleRange::union).orElse(ScaleRange.ALL),
        layer.styles().stream()
            .map(style -> new LayerEntry.StyleEntry(style, legend(layer, style)))
            .toList());
  }

  /** A style that cannot be read spoils its own layer's maps, not this document. */
  private ScaleRange scales(StyleInfo info) {
    try {
      Style style = sources.style(info);
      return ScaleRange.of(style);
    } catch (RequestException e) {
      LOG.warn("style {} cannot be read: {}", info.name(), e.getMessage());
      return ScaleRange.ALL;
    }
  }

  private Optional<LayerEntry.LegendSize> legend(Layer layer, StyleInfo style) {
    try {
      Dimension size = renderer.size(legends.advertised(layer, style, Locale.TAIWAN));
      return Optional.of(new LayerEntry.LegendSize(size.width, size.height));
    } catch (RequestException e) {
      return Optional.empty();
    }
  }
}
