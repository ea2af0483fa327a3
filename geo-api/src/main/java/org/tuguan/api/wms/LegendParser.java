package org.tuguan.api.wms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geotools.api.style.Style;
import org.springframework.stereotype.Component;
import org.tuguan.api.Parameters;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.map.LegendRequest;
import org.tuguan.core.map.SldLayer;
import org.tuguan.core.map.SldReader;
import org.tuguan.core.sharing.UsedOperation;

/** Reads LAYER, STYLE, SLD_BODY, RULE, SCALE, WIDTH, HEIGHT and TRANSPARENT of GetLegendGraphic. */
@Component
class LegendParser {
  private static final String SLD_BODY = "SLD_BODY";
  private static final int SYMBOL_WIDTH = 24;
  private static final int SYMBOL_HEIGHT = 16;

  private final LayerSources sources;

  LegendParser(LayerSources sources) {
    this.sources = sources;
  }

  LegendRequest parse(WmsCall call, PictureOptions options) {
    Parameters parameters = call.parameters();
    Layer layer = call.catalog().getLayer("LAYER", parameters.get("LAYER"), Right.VIEW);
    UsageNotes.served(
        UsedOperation.of("WMS", "GetLegendGraphic", parameters.find("FORMAT").orElse("")),
        List.of(layer.name()),
        Optional.empty());
    return new LegendRequest(
        style(call, layer),
        kind(layer),
        parameters.find("RULE"),
        scale(parameters),
        call.locale(),
        side(parameters, "WIDTH", SYMBOL_WIDTH),
        side(parameters, "HEIGHT", SYMBOL_HEIGHT),
        options.transparent(),
        options.pixelRatio());
  }

  /** True if all the world may see this layer. */
  boolean isPublic(WmsCall call) {
    return call.catalog()
        .getLayer("LAYER", call.parameters().get("LAYER"), Right.VIEW)
        .terms()
        .isPublic(Right.VIEW);
  }

  /** The legend to which capabilities point. */
  LegendRequest advertised(Layer layer, StyleInfo style, Locale locale) {
    return new LegendRequest(
        sources.style(style),
        kind(layer),
        Optional.empty(),
        OptionalDouble.empty(),
        locale,
        SYMBOL_WIDTH,
        SYMBOL_HEIGHT,
        false,
        1);
  }

  private Style style(WmsCall call, Layer layer) {
    LayersParser.refuseRemoteStyle(call.parameters());
    Optional<String> body = call.parameters().find(SLD_BODY);
    if (body.isPresent()) {
      List<SldLayer> layers = new SldReader(call.locale()).readLayers(body.get());
      Optional<Style> brought =
          layers.stream()
              .filter(each -> each.name().equals(layer.name()))
              .flatMap(each -> each.styles().stream())
              .filter(SldLayer.User.class::isInstance)
              .map(each -> ((SldLayer.User) each).style())
              .findFirst();
      if (brought.isPresent()) {
        return brought.get();
      }
    }
    String name = call.parameters().find("STYLE").orElse("");
    return sources.style(layer.getStyle("STYLE", name));
  }

  private static Optional<GeometryKind> kind(Layer layer) {
    return layer.table().map(table -> table.type().geometryKind());
  }

  private static int side(Parameters parameters, String name, int otherwise) {
    return parameters.find(name).isEmpty()
        ? otherwise
        : parameters.whole(name, 1, LegendRequest.LARGEST_SYMBOL);
  }

  private static OptionalDouble scale(Parameters parameters) {
    Optional<String> text = parameters.find("SCALE");
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!text.get().matches("\\d{1,12}(\\.\\d{1,12})?([eE][+-]?\\d{1,2})?")) {
      throw RequestException.invalid("SCALE", text.get(), "a scale denominator such as 25000");
    }
    return OptionalDouble.of(Double.parseDouble(text.get()));
  }
}
