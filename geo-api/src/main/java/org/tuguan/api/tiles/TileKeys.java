package org.tuguan.api.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geotools.api.style.Style;
import org.geotools.api.style.TextSymbolizer;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.api.snapshots.Following;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.tile.cache.TileInputs;
import org.tuguan.core.tile.cache.TileKey;

/**
 * What a tile is called in the cache, and what it is made from. Everything that changes its bytes
 * is in the name, save the data: a layer's description and table, its style, the program itself.
 * Safe for any thread.
 */
@Component
class TileKeys {
  private final LayerSources sources;
  private final Optional<Following> following;
  private final String program;
  private final Cache<Layer, String> layers = Caffeine.newBuilder().weakKeys().build();
  private final Cache<StyleInfo, Facts> styles = Caffeine.newBuilder().weakKeys().build();

  /** Of a style. */
  private record Facts(String id, boolean labels) {}

  TileKeys(
      LayerSources sources,
      Optional<Following> following,
      TuguanProperties properties,
      Clock clock) {
    this.sources = sources;
    this.following = following;
    this.program = program(clock) + '/' + properties.limits().vectorTile().toBytes();
  }

  /** Another program may draw otherwise; one that is not packed yet is another at each start. */
  private static String program(Clock clock) {
    File jar = new File(System.getProperty("java.class.path"));
    return jar.isFile()
        ? Long.toHexString(jar.lastModified()) + '-' + Long.toHexString(jar.length())
        : Long.toHexString(clock.millis());
  }

  TileKey key(TileRequest request) {
    StringBuilder content = new StringBuilder(program);
    content.append('/').append(request.pixelRatio()).append(request.locale().getLanguage());
    request.attributes().ifPresent(names -> content.append('/').append(String.join(",", names)));
    for (TileLayer each : request.layers()) {
      content.append('/').append(layers.get(each.layer(), TileKeys::id));
      content.append(facts(each.style()).id());
    }
    return new TileKey(
        content.toString(),
        request.coord().set().id(),
        request.coord().z(),
        request.coord().x(),
        request.coord().y(),
        request.format().extension());
  }

  private static String id(Layer layer) {
    return hash(layer.name() + '\n' + data(layer) + '\n' + layer.updated());
  }

  /** The same text for the same data in every run. */
  private static String data(Layer layer) {
    if (layer.data() instanceof LayerData.Table table) {
      TableRef ref = table.ref();
      return String.join(
          "\n",
          ref.schema(),
          ref.table(),
          ref.keyColumn(),
          ref.type().geometryName(),
          ref.type().crs().code(),
          ref.type().attributes().toString());
    }
    return layer.data().toString();
  }

  private static String hash(String text) {
    return Tile.tag(text.getBytes(StandardCharsets.UTF_8));
  }

  private Facts facts(StyleInfo style) {
    return styles.get(
        style, any -> new Facts(hash(style.sld()), hasLabels(sources.style(style, Locale.TAIWAN))));
  }

  private static boolean hasLabels(Style style) {
    return style.featureTypeStyles().stream()
        .flatMap(part -> part.rules().stream())
        .flatMap(rule -> rule.symbolizers().stream())
        .anyMatch(TextSymbolizer.class::isInstance);
  }

  TileInputs inputs(TileRequest request) {
    Bounds tile = request.coord().bounds();
    List<String> names = request.layers().stream().map(each -> each.layer().name()).toList();
    return new TileInputs(tile.expand(tile.width() * margin(request)), names, keepsFor(request));
  }

  /**
   * How far from its edge a feature may lie and still show in a tile, in widths of the tile: labels
   * within 200 pixels are placed together (of 256), symbols may be half as large, and vector tiles
   * have a buffer of a sixteenth.
   */
  private double margin(TileRequest request) {
    if (request.format() == TileFormat.MVT) {
      return 0.0625;
    }
    return request.layers().stream().anyMatch(each -> facts(each.style()).labels()) ? 1 : 0.5;
  }

  private Duration keepsFor(TileRequest request) {
    Duration least = TileInputs.FOREVER;
    for (TileLayer each : request.layers()) {
      if (each.layer().table().isPresent()) {
        Duration keeps =
            following.map(follow -> follow.keepsFor(each.layer().name())).orElse(Duration.ZERO);
        least = keeps.compareTo(least) < 0 ? keeps : least;
      }
    }
    return least;
  }
}
