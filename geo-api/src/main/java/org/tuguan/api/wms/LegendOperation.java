package org.tuguan.api.wms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.api.UrlText;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.feature.GeoJsonWriter;
import org.tuguan.core.map.Legend;
import org.tuguan.core.map.LegendJson;
import org.tuguan.core.map.LegendRenderer;
import org.tuguan.core.map.LegendRequest;
import org.tuguan.core.map.MapEncoder;

/** GetLegendGraphic (SLD 1.0, 12.1; SLD 1.1, 10.2). */
@Component
class LegendOperation implements WmsOperation {
  static final String PNG = "image/png";
  private static final String JSON = "application/json";

  /** As capabilities list them. */
  static final List<String> FORMATS = List.of(PNG, JSON);

  private final LegendParser parser;
  private final LegendRenderer renderer;
  private final ExtensionRegistry extensions;

  LegendOperation(LegendParser parser, LegendRenderer renderer, ExtensionRegistry extensions) {
    this.parser = parser;
    this.renderer = renderer;
    this.extensions = extensions;
  }

  @Override
  public Set<String> names() {
    return Set.of("getlegendgraphic");
  }

  @Override
  public WmsAnswer answer(WmsCall call) {
    String format = call.parameters().find("FORMAT").orElse(PNG);
    if (format.toLowerCase(Locale.ROOT).startsWith(JSON)) {
      LegendRequest request = parser.parse(call, PictureOptions.parse(call.parameters(), true));
      return WmsAnswer.ok(JSON, WmsAnswer.BRIEFLY, json(request)).open(parser.isPublic(call));
    }
    MapEncoder encoder = PictureOptions.encoder(format, extensions.list(MapEncoder.class));
    LegendRequest request =
        parser.parse(call, PictureOptions.parse(call.parameters(), encoder.transparency()));
    return WmsAnswer.ok(
            encoder.mediaType(),
            WmsAnswer.BRIEFLY,
            MapOperation.bytes(renderer.draw(request), encoder))
        .open(parser.isPublic(call));
  }

  private static byte[] json(LegendRequest request) {
    Legend legend = Legend.of(request.style(), request.rule(), request.scale());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      GeoJsonWriter.writeDocument(out, json -> new LegendJson(json).write(legend));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Where the legend of a style is, in the language and size that capabilities say. */
  static String address(WmsCall call, Layer layer, StyleInfo style) {
    return call.prefix()
        + "SERVICE=WMS&VERSION=%s&REQUEST=GetLegendGraphic&FORMAT=image%%2Fpng&LAYER=%s&STYLE=%s&LANGUAGE=zh-TW"
            .formatted(
                call.version().number(),
                UrlText.encode(layer.name()),
                UrlText.encode(style.name()));
  }
}
