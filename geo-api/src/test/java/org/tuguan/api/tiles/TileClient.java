package org.tuguan.api.tiles;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the server under test. */
record TileClient(String base) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static TileClient of(int port) {
    return new TileClient("http://localhost:" + port);
  }

  /**
   * @param path under the root, or a whole address
   * @param headers names and values in turn
   */
  Reply get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  /** What came back. */
  record Reply(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    byte[] body() {
      return response.body();
    }

    String header(String name) {
      return String.join(", ", response.headers().allValues(name));
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JSON.readTree(text());
    }

    BufferedImage image() throws IOException {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
      if (image == null) {
        throw new IOException(status() + " is no picture: " + text());
      }
      return image;
    }

    /** All colours, opacity first. */
    Set<String> colours() throws IOException {
      BufferedImage image = image();
      Set<String> colours = new HashSet<>();
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          colours.add("%08X".formatted(image.getRGB(x, y)));
        }
      }
      return colours;
    }
  }
}
