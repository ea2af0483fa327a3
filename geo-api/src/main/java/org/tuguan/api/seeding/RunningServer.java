package org.tuguan.api.seeding;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.util.UriUtils;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server, as a client sees it. Safe for any thread.
 *
 * @param base its address, without a slash at the end
 */
record RunningServer(String base) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TRIES = 20;
  private static final long PAUSE_MILLIS = 500;

  /** The one that runs with this home directory. */
  static RunningServer of(Path home) {
    Path port = home.resolve("server.port");
    try {
      return new RunningServer(
          "http://localhost:" + Files.readString(port, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw notRunning("there is no " + port);
    }
  }

  private static RequestException notRunning(String why) {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        "server",
        "沒有執行中的伺服器，請先 ./tuguan run --background no server is running; start one first (%s)"
            .formatted(why));
  }

  /** The body; empty if there is nothing in the tile. A server that is busy is asked again. */
  Optional<byte[]> tile(String layers, TileCoord tile, String extension)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> reply = null;
    for (int i = 0; i < TRIES; i++) {
      reply = get(address(layers, tile, extension));
      if (reply.statusCode() == 200) {
        return Optional.of(reply.body());
      }
      if (reply.statusCode() == 204 || outOfRange(reply)) {
        return Optional.empty();
      }
      if (reply.statusCode() < 500) {
        throw refused(reply);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw refused(reply);
  }

  /** WMTS says so where a layer does not reach. */
  private static boolean outOfRange(HttpResponse<byte[]> reply) {
    return reply.statusCode() == 404
        && new String(reply.body(), StandardCharsets.UTF_8).contains("\"TileOutOfRange\"");
  }

  private static String address(String layers, TileCoord tile, String extension) {
    String names = UriUtils.encodePathSegment(layers, StandardCharsets.UTF_8);
    return tile.set().equals(TileMatrixSet.WEB_MERCATOR_QUAD)
        ? "/tiles/%s/%d/%d/%d.%s".formatted(names, tile.z(), tile.x(), tile.y(), extension)
        : "/wmts/1.0.0/%s/default/%s/%d/%d/%d.%s"
            .formatted(names, tile.set().id(), tile.z(), tile.y(), tile.x(), extension);
  }

  /** TileJSON of the layers. */
  JsonNode tileJson(String layers, String extension) throws IOException, InterruptedException {
    String names = UriUtils.encodePathSegment(layers, StandardCharsets.UTF_8);
    return json("/tiles/" + names + ".json?format=" + extension);
  }

  /**
   * A place.
   *
   * @param area its name, or west,south,east,north in degrees
   */
  TileArea area(String area) throws IOException, InterruptedException {
    String[] sides = area.split(",", -1);
    if (sides.length == 4) {
      try {
        return TileArea.of(
            bounds(
                Double.parseDouble(sides[0]),
                Double.parseDouble(sides[1]),
                Double.parseDouble(sides[2]),
                Double.parseDouble(sides[3])));
      } catch (IllegalArgumentException e) {
        throw RequestException.invalid("area", area, "west,south,east,north in degrees");
      }
    }
    JsonNode places =
        json("/api/v1/places?limit=20&q=" + URLEncoder.encode(area, StandardCharsets.UTF_8))
            .get("places");
    for (JsonNode place : places) {
      if (place.get("name").asString().equals(area)
          || place.get("name_en").asString().equalsIgnoreCase(area)) {
        return TileArea.of(bounds(place.get("bounds")), geometry(place));
      }
    }
    throw RequestException.invalid(
        "area",
        area,
        "the name of a district or another place, or west,south,east,north in degrees");
  }

  /** GeoJSON of a place that was found. */
  private JsonNode geometry(JsonNode place) throws IOException, InterruptedException {
    String layer =
        UriUtils.encodePathSegment(place.get("layer").asString(), StandardCharsets.UTF_8);
    String id = UriUtils.encodePathSegment(place.get("id").asString(), StandardCharsets.UTF_8);
    return json("/ogc/collections/" + layer + "/items/" + id + "?f=json").path("geometry");
  }

  static Bounds bounds(JsonNode sides) {
    return bounds(
        sides.get(0).asDouble(),
        sides.get(1).asDouble(),
        sides.get(2).asDouble(),
        sides.get(3).asDouble());
  }

  private static Bounds bounds(double west, double south, double east, double north) {
    return new Bounds(Crs.CRS84, west, south, east, north);
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> reply = get(path);
    if (reply.statusCode() != 200) {
      throw refused(reply);
    }
    return JSON.readTree(reply.body());
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(base + path))
              .header("User-Agent", "Tuguan-seed")
              .header("Accept-Encoding", path.endsWith(".mvt") ? "gzip" : "identity")
              .timeout(Duration.ofMinutes(2))
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw notRunning(base);
    }
  }

  private static RequestException refused(HttpResponse<byte[]> reply) {
    String text = new String(reply.body(), StandardCharsets.UTF_8);
    String detail = text;
    if (text.startsWith("{")) {
      detail = JSON.readTree(text).path("detail").asString(text);
    }
    return new RequestException(
        Fault.INVALID_PARAMETER, "layer", "%d %s".formatted(reply.statusCode(), detail));
  }
}
