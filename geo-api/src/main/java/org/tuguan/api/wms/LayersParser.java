package org.tuguan.api.wms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.springframework.stereotype.Component;
import org.tuguan.api.Parameters;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.feature.EcqlReader;
import org.tuguan.core.map.FilterGeometries;
import org.tuguan.core.map.SldLayer;
import org.tuguan.core.map.SldReader;
import org.tuguan.core.map.StyledLayer;

/**
 * Reads LAYERS, STYLES, CQL_FILTER and SLD_BODY into layers ready to be drawn.
 *
 * <p>A style document without LAYERS is the map (SLD 1.0, 6.4: literal mode); with LAYERS it is a
 * library of styles that is looked into before the catalog's.
 */
@Component
class LayersParser {
  private static final String FILTER = "CQL_FILTER";
  private static final String SLD_BODY = "SLD_BODY";

  private final LayerSources sources;
  private final TuguanProperties.Limits limits;

  LayersParser(LayerSources sources, TuguanProperties properties) {
    this.sources = sources;
    this.limits = properties.limits();
  }

  /**
   * A layer of the map and what it is called.
   *
   * @param layer of the catalog
   */
  record Chosen(Layer layer, StyledLayer styled) {}

  /** True if all the world may see these layers and ask them. */
  static boolean isPublic(List<Chosen> chosen) {
    return chosen.stream()
        .map(each -> each.layer().terms())
        .allMatch(terms -> terms.isPublic(Right.VIEW) && terms.isPublic(Right.QUERY));
  }

  /** The layer where its features may be asked for. */
  StyledLayer.Vector asked(Chosen chosen) {
    StyledLayer.Vector shown = (StyledLayer.Vector) chosen.styled();
    return new StyledLayer.Vector(
        sources.features(chosen.layer(), Right.QUERY), shown.style(), shown.filter());
  }

  /** Bottom first. */
  List<Chosen> parse(WmsCall call) {
    Parameters parameters = call.parameters();
    refuseRemoteStyle(parameters);
    List<SldLayer> library =
        parameters.find(SLD_BODY).map(body -> readStyles(body, call)).orElse(List.of());
    List<Chosen> chosen =
        parameters.find("LAYERS").isEmpty() && !library.isEmpty()
            ? literal(call, library)
            : listed(call, library);
    requireFew(chosen.size());
    return chosen;
  }

  /** Fetching what callers name would let them reach into the server's own network. */
  static void refuseRemoteStyle(Parameters parameters) {
    if (parameters.find("SLD").isPresent()) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "SLD",
          "SLD: this server fetches no documents; send the style itself in SLD_BODY");
    }
  }

  private List<SldLayer> readStyles(String body, WmsCall call) {
    if (body.length() > limits.sld().toBytes()) {
      throw new RequestException(
          Fault.TOO_LARGE,
          SLD_BODY,
          "SLD_BODY: at most %d characters".formatted(limits.sld().toBytes()));
    }
    return new SldReader(call.locale()).readLayers(body);
  }

  private void requireFew(int layers) {
    if (layers > limits.mapLayers()) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "LAYERS",
          "LAYERS: %d layers in one map, at most %d are allowed"
              .formatted(layers, limits.mapLayers()));
    }
  }

  private List<Chosen> literal(WmsCall call, List<SldLayer> document) {
    List<Chosen> chosen = new ArrayList<>();
    for (SldLayer each : document) {
      Layer layer = call.catalog().getLayer(SLD_BODY, each.name(), right(each));
      if (each.styles().isEmpty()) {
        chosen.add(
            choose(layer, sources.style(layer.defaultStyle(), call.locale()), each.constraint()));
      }
      for (SldLayer.Choice style : each.styles()) {
        chosen.add(choose(layer, style(call, layer, style), each.constraint()));
      }
    }
    List<String> filters = filters(call.parameters(), chosen.size());
    for (int i = 0; i < filters.size(); i++) {
      chosen.set(i, filtered(call, chosen.get(i), filters.get(i)));
    }
    return chosen;
  }

  /** Who brings filters and styles finds out attributes with them. */
  private static Right right(SldLayer brought) {
    boolean plain =
        brought.constraint().equals(Filter.INCLUDE)
            && brought.styles().stream().noneMatch(SldLayer.User.class::isInstance);
    return plain ? Right.VIEW : Right.QUERY;
  }

  private Style style(WmsCall call, Layer layer, SldLayer.Choice choice) {
    return choice instanceof SldLayer.User user
        ? user.style()
        : sources.style(layer.getStyle(SLD_BODY, choice.name()), call.locale());
  }

  private List<Chosen> listed(WmsCall call, List<SldLayer> library) {
    List<String> names = call.parameters().list("LAYERS");
    if (names.isEmpty()) {
      throw RequestException.missing("LAYERS");
    }
    requireFew(names.size());
    List<Layer> layers =
        names.stream().map(name -> call.catalog().getLayer("LAYERS", name, Right.VIEW)).toList();
    List<String> styles = styles(call.parameters(), layers.size());
    List<String> filters = filters(call.parameters(), layers.size());
    List<Chosen> chosen = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Chosen plain = chooseStyle(call, layers.get(i), styles.get(i), library);
      chosen.add(filters.isEmpty() ? plain : filtered(call, plain, filters.get(i)));
    }
    return chosen;
  }

  /** One for each layer, empty for the default. */
  private static List<String> styles(Parameters parameters, int layers) {
    List<String> styles = parameters.list("STYLES");
    if (styles.stream().allMatch(String::isEmpty)) {
      return Collections.nCopies(layers, "");
    }
    if (styles.size() != layers) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "STYLES",
          "STYLES has %d entries and LAYERS %d; leave STYLES empty or give one for each layer"
              .formatted(styles.size(), layers));
    }
    return styles;
  }

  /** One for each layer, separated by semicolons outside of quotes; none at all if not given. */
  private static List<String> filters(Parameters parameters, int layers) {
    List<String> filters =
        parameters
            .find(FILTER)
            .map(text -> Arrays.asList(text.split(";(?=(?:[^']*'[^']*')*[^']*$)", -1)))
            .orElse(List.of());
    if (!filters.isEmpty() && filters.size() != layers) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          FILTER,
          "%s has %d filters and the map %d layers; give one for each, separated by semicolons"
              .formatted(FILTER, filters.size(), layers));
    }
    return filters;
  }

  private Chosen chooseStyle(WmsCall call, Layer layer, String name, List<SldLayer> library) {
    for (SldLayer each : library) {
      if (each.name().equals(layer.name())) {
        Optional<Style> found = pick(call, layer, name, each);
        if (found.isPresent()) {
          call.catalog().getLayer(SLD_BODY, layer.name(), right(each));
          return choose(layer, found.get(), each.constraint());
        }
      }
    }
    StyleInfo style = layer.getStyle("STYLES", name);
    return choose(layer, sources.style(style, call.locale()), Filter.INCLUDE);
  }

  private Optional<Style> pick(WmsCall call, Layer layer, String name, SldLayer library) {
    if (!name.isEmpty()) {
      return library.styles().stream()
          .filter(SldLayer.User.class::isInstance)
          .filter(choice -> choice.name().equals(name))
          .findFirst()
          .map(choice -> style(call, layer, choice));
    }
    return library.styles().stream()
        .filter(choice -> choice instanceof SldLayer.User user && user.isDefault())
        .findFirst()
        .or(() -> library.styles().stream().findFirst())
        .map(choice -> style(call, layer, choice));
  }

  private Chosen choose(Layer layer, Style style, Filter filter) {
    Filter inData =
        layer.table().map(table -> FilterGeometries.in(filter, table.type().crs())).orElse(filter);
    return new Chosen(layer, sources.styled(layer, style, inData));
  }

  private static Chosen filtered(WmsCall call, Chosen chosen, String text) {
    if (text.isBlank() || !(chosen.styled() instanceof StyledLayer.Vector vector)) {
      return chosen;
    }
    call.catalog().getLayer(FILTER, chosen.layer().name(), Right.QUERY);
    Filter filter = EcqlReader.read(FILTER, text, vector.source().type());
    return new Chosen(
        chosen.layer(),
        new StyledLayer.Vector(
            vector.source(), vector.style(), EcqlReader.and(vector.filter(), filter)));
  }
}
