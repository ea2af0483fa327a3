package org.tuguan.api.wms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.api.RenderGate;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.map.MapEncoder;
import org.tuguan.core.map.MapRenderer;
import org.tuguan.core.map.MapRequest;

/** GetMap (WMS 1.3.0, 7.3; WMS 1.1.1, 7.2). */
@Component
class MapOperation implements WmsOperation {
  private final LayersParser layers;
  private final MapRenderer renderer;
  private final RenderGate gate;
  private final ExtensionRegistry extensions;
  private final int largest;

  MapOperation(
      LayersParser layers,
      MapRenderer renderer,
      RenderGate gate,
      ExtensionRegistry extensions,
      TuguanProperties properties) {
    this.layers = layers;
    this.renderer = renderer;
    this.gate = gate;
    this.extensions = extensions;
    this.largest = properties.limits().mapSide();
  }

  @Override
  public Set<String> names() {
    return Set.of("getmap", "map");
  }

  @Override
  public boolean versionRequired() {
    return true;
  }

  @Override
  public WmsAnswer answer(WmsCall call) throws Exception {
    MapEncoder encoder =
        PictureOptions.encoder(call.parameters().get("FORMAT"), extensions.list(MapEncoder.class));
    PictureOptions options = PictureOptions.parse(call.parameters(), encoder.transparency());
    MapArea area = MapArea.parse(call, largest);
    List<LayersParser.Chosen> chosen = layers.parse(call);
    MapRequest request = request(area, chosen, options, call);
    WmsCall.note("GetMap", encoder.mediaType(), chosen, area);
    long pixels = (long) request.width() * request.height();
    return gate.pass(pixels, () -> picture(renderer.render(request), encoder))
        .open(LayersParser.isPublic(chosen));
  }

  /** A map of these layers, as it goes to the renderer. */
  static MapRequest request(
      MapArea area, List<LayersParser.Chosen> layers, PictureOptions options, WmsCall call) {
    return new MapRequest(
        area.bounds(),
        area.width(),
        area.height(),
        layers.stream().map(LayersParser.Chosen::styled).toList(),
        options.transparent(),
        options.background(),
        options.pixelRatio(),
        call.locale());
  }

  private static WmsAnswer picture(BufferedImage image, MapEncoder encoder) {
    return WmsAnswer.ok(encoder.mediaType(), WmsAnswer.BRIEFLY, bytes(image, encoder));
  }

  static byte[] bytes(BufferedImage image, MapEncoder encoder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      encoder.write(image, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
