package org.tuguan.api.seeding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tuguan.api.publishing.CommandLine;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.tile.TileMatrixSet;
import tools.jackson.databind.JsonNode;

/**
 * Which tiles, of which server; what both commands have in common.
 *
 * @param layers as in addresses, between commas
 * @param area where
 * @param threads tiles asked for at once
 */
record TileOptions(
    RunningServer server,
    String layers,
    String extension,
    TileMatrixSet set,
    int minZoom,
    int maxZoom,
    TileArea area,
    int threads) {
  private static final Pattern ZOOM = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");
  private static final int THREADS = 4;
  private static final Bounds WORLD = new Bounds(Crs.CRS84, -180, -85, 180, 85);

  TileOptions {
    Objects.requireNonNull(server);
    Objects.requireNonNull(layers);
    Objects.requireNonNull(area);
  }

  /**
   * @param allowed options beside those that both have
   */
  static TileOptions parse(CommandLine line, Path home, Set<String> allowed)
      throws IOException, InterruptedException {
    Map<String, String> options = line.options();
    for (String name : options.keySet()) {
      if (!Set.of("zoom", "area", "grid", "format", "threads", "server").contains(name)
          && !allowed.contains(name)) {
        throw RequestException.invalid("option", "--" + name, "see --help");
      }
    }
    if (line.subjects().isEmpty()) {
      throw RequestException.missing("LAYER");
    }
    String layers = String.join(",", line.subjects());
    RunningServer server =
        options.containsKey("server")
            ? new RunningServer(options.get("server").replaceFirst("/$", ""))
            : RunningServer.of(home);
    String extension =
        options.containsKey("vector") ? "mvt" : options.getOrDefault("format", "png");
    TileMatrixSet set =
        TileMatrixSet.get(
            "grid", options.getOrDefault("grid", TileMatrixSet.listAll().get(0).id()));
    Matcher zoom = zoom(options, set);
    JsonNode known = server.tileJson(layers, extension);
    TileArea area =
        options.containsKey("area")
            ? server.area(options.get("area"))
            : TileArea.of(
                Optional.ofNullable(known.get("bounds")).map(RunningServer::bounds).orElse(WORLD));
    int min = Integer.parseInt(zoom.group(1));
    return new TileOptions(
        server,
        layers,
        extension,
        set,
        min,
        zoom.group(2) == null ? min : Integer.parseInt(zoom.group(2)),
        area,
        threads(options.getOrDefault("threads", Integer.toString(THREADS))));
  }

  private static Matcher zoom(Map<String, String> options, TileMatrixSet set) {
    String text = options.get("zoom");
    if (text == null) {
      throw RequestException.missing("--zoom");
    }
    Matcher zoom = ZOOM.matcher(text);
    if (zoom.matches()) {
      int min = Integer.parseInt(zoom.group(1));
      int max = zoom.group(2) == null ? min : Integer.parseInt(zoom.group(2));
      if (min <= max && max <= set.maxLevel()) {
        return zoom;
      }
    }
    throw RequestException.invalid(
        "zoom", text, "two levels such as 10-15, from 0 to " + set.maxLevel());
  }

  private static int threads(String text) {
    if (text.matches("[1-9]|[1-5]\\d")) {
      return Integer.parseInt(text);
    }
    throw RequestException.invalid("threads", text, "1 to 59");
  }
}
