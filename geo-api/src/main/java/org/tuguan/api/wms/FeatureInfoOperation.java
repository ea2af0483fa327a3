package org.tuguan.api.wms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.api.Parameters;
import org.tuguan.api.RenderGate;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.map.MapProbe;
import org.tuguan.core.map.MapRequest;
import org.tuguan.core.map.StyledLayer;

/** GetFeatureInfo (WMS 1.3.0, 7.4; WMS 1.1.1, 7.3). */
@Component
class FeatureInfoOperation implements WmsOperation {
  private static final int MOST_FEATURES = 1_000;

  private final LayersParser layers;
  private final RenderGate gate;
  private final int largest;

  FeatureInfoOperation(LayersParser layers, RenderGate gate, TuguanProperties properties) {
    this.layers = layers;
    this.gate = gate;
    this.largest = properties.limits().mapSide();
  }

  @Override
  public Set<String> names() {
    return Set.of("getfeatureinfo", "feature_info");
  }

  @Override
  public boolean versionRequired() {
    return true;
  }

  @Override
  public WmsAnswer answer(WmsCall call) throws Exception {
    Parameters parameters = call.parameters();
    FeatureInfoFormat format =
        parameters.find("INFO_FORMAT").map(FeatureInfoFormat::parse).orElse(FeatureInfoFormat.TEXT);
    MapArea area = MapArea.parse(call, largest);
    List<LayersParser.Chosen> shown = layers.parse(call);
    List<LayersParser.Chosen> asked = queryLayers(call, shown);
    PictureOptions options = PictureOptions.parse(parameters, true);
    MapRequest map = MapOperation.request(area, shown, options, call);
    MapProbe probe =
        new MapProbe(
            map,
            pixel(parameters, call.version().columnParameter(), area.width()),
            pixel(parameters, call.version().rowParameter(), area.height()));
    WmsCall.note("GetFeatureInfo", format.sentType(), asked, area);
    int limit = parameters.find("FEATURE_COUNT").isEmpty() ? 1 : count(parameters);
    return gate.pass(1, () -> answer(call, format, map, found(probe, asked, limit)))
        .open(LayersParser.isPublic(shown));
  }

  private static int count(Parameters parameters) {
    return parameters.whole("FEATURE_COUNT", 1, MOST_FEATURES);
  }

  private static int pixel(Parameters parameters, String name, int side) {
    try {
      return parameters.whole(name, 0, side - 1);
    } catch (RequestException e) {
      throw e.fault() == Fault.MISSING_PARAMETER
          ? e
          : new RequestException(Fault.INVALID_POINT, name, e.getMessage(), e);
    }
  }

  private static List<LayersParser.Chosen> queryLayers(
      WmsCall call, List<LayersParser.Chosen> shown) {
    List<String> names = call.parameters().list("QUERY_LAYERS");
    if (names.isEmpty()) {
      throw RequestException.missing("QUERY_LAYERS");
    }
    List<LayersParser.Chosen> asked = new ArrayList<>();
    for (String name : names) {
      Layer layer = call.catalog().getLayer("QUERY_LAYERS", name, Right.QUERY);
      if (layer.table().isEmpty()) {
        throw new RequestException(
            Fault.NOT_QUERYABLE,
            "QUERY_LAYERS",
            "QUERY_LAYERS: %s is a picture and does not answer".formatted(name));
      }
      List<LayersParser.Chosen> of =
          shown.stream().filter(each -> each.layer().name().equals(name)).toList();
      if (of.isEmpty()) {
        throw new RequestException(
            Fault.UNKNOWN_LAYER,
            "QUERY_LAYERS",
            "QUERY_LAYERS: %s is not among LAYERS".formatted(name));
      }
      asked.addAll(of);
    }
    return asked;
  }

  private List<FoundFeatures> found(MapProbe probe, List<LayersParser.Chosen> asked, int limit) {
    return asked.stream()
        .filter(each -> each.styled() instanceof StyledLayer.Vector)
        .map(each -> new FoundFeatures(each.layer(), probe.find(layers.asked(each), limit)))
        .toList();
  }

  private static WmsAnswer answer(
      WmsCall call, FeatureInfoFormat format, MapRequest map, List<FoundFeatures> found) {
    found.forEach(each -> UsageNotes.counted(each.layer().name(), each.features().size()));
    byte[] body =
        switch (format) {
          case TEXT -> FeatureInfoText.write(found).getBytes(StandardCharsets.UTF_8);
          case HTML -> FeatureInfoHtml.write(found, call.locale()).getBytes(StandardCharsets.UTF_8);
          case JSON -> FeatureInfoJson.write(found, map.bounds().crs());
        };
    return WmsAnswer.ok(format.sentType(), WmsAnswer.BRIEFLY, body);
  }
}
