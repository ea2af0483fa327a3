package org.tuguan.api.tiles;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.springframework.stereotype.Component;
import org.tuguan.api.RenderGate;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.map.MapEncoder;
import org.tuguan.core.map.MapRenderer;
import org.tuguan.core.map.MapRequest;
import org.tuguan.core.map.Png8Encoder;
import org.tuguan.core.map.StyledLayer;

/**
 * Tiles as pictures: maps of which many are laid side by side, so that labels go on over their
 * edges. Safe for any thread.
 */
@Component
class TilePictures {
  private final LayerSources sources;
  private final MapRenderer renderer;
  private final RenderGate gate;
  private final ExtensionRegistry extensions;

  /** By pixels of a side; one for all places where there is nothing. */
  private final Map<Integer, Tile> transparent = new ConcurrentHashMap<>();

  TilePictures(
      LayerSources sources, MapRenderer renderer, RenderGate gate, ExtensionRegistry extensions) {
    this.sources = sources;
    this.renderer = renderer;
    this.gate = gate;
    this.extensions = extensions;
  }

  Tile draw(TileRequest request) throws Exception {
    List<StyledLayer> layers = new ArrayList<>();
    for (TileLayer each : request.layers()) {
      Style style = sources.style(each.style(), request.locale());
      layers.add(sources.styled(each.layer(), style, Filter.INCLUDE));
    }
    MapEncoder encoder = encoder(request.format());
    MapRequest map =
        new MapRequest(
            request.coord().bounds(),
            request.side(),
            request.side(),
            layers,
            encoder.transparency(),
            Color.WHITE,
            request.pixelRatio(),
            request.locale());
    long pixels = (long) map.width() * map.height();
    return gate.pass(pixels, () -> encode(request, renderer.render(map.asTile()), encoder));
  }

  private Tile encode(TileRequest request, BufferedImage image, MapEncoder encoder) {
    return encoder.transparency() && isEmpty(image)
        ? transparent.computeIfAbsent(request.side(), TilePictures::blank)
        : Tile.ofPicture(request.format(), bytes(image, encoder));
  }

  private MapEncoder encoder(TileFormat format) {
    return extensions.list(MapEncoder.class).stream()
        .filter(encoder -> encoder.mediaType().equals(format.mediaType()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no encoder for " + format.mediaType()));
  }

  private static boolean isEmpty(BufferedImage image) {
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        if (pixel >>> 24 != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static Tile blank(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    return Tile.ofPicture(TileFormat.PNG, bytes(image, new Png8Encoder()));
  }

  private static byte[] bytes(BufferedImage image, MapEncoder encoder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      encoder.write(image, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
