package org.tuguan.api.keys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server of several on a database with two layers of points, {@code trees} and {@code lamps}.
 */
public final class Node implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DATA =
      """
      CREATE TABLE layers.trees AS
      SELECT i::bigint AS id, 'tree ' || i AS name,
             ST_SetSRID(ST_MakePoint(120.6 + i * 0.001, 24.15), 4326) AS geom
      FROM generate_series(0, 99) AS i;
      CREATE TABLE layers.lamps AS SELECT * FROM layers.trees;
      INSERT INTO tuguan.theme VALUES ('nature', 1, '自然', 'Nature');
      INSERT INTO tuguan.agency (id, position, name_zh, name_en, first_level)
      VALUES ('parks', 1, '公園處', 'Parks Office', false);
      INSERT INTO tuguan.layer (name, title_zh, title_en, theme, agency, extent, schema_name, table_name, key_column,
        key_is_text, geometry_column, geometry_kind, srid, attributes)
      SELECT name, name, name, 'nature', 'parks', '{120.6,24.1,120.7,24.2}', 'layers', name, 'id', false, 'geom', 'POINT',
             4326, '[{"name": "name", "type": "TEXT"}]'
      FROM unnest(ARRAY['trees', 'lamps']) AS name;
      INSERT INTO tuguan.style
      SELECT name, 'plain', 1, '素面', 'Plain', '<StyledLayerDescriptor version="1.0.0"
          xmlns="http://www.opengis.net/sld"><NamedLayer><Name>x</Name><UserStyle><FeatureTypeStyle><Rule>
          <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill/></Mark><Size>8</Size></Graphic>
          </PointSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>'
      FROM unnest(ARRAY['trees', 'lamps']) AS name;
      """;

  private final ConfigurableApplicationContext context;

  private Node(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static Node start(TestDatabase database, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + TestDatabase.user(),
                "--spring.datasource.password=" + TestDatabase.password(),
                "--tuguan.home=target/keys-home-" + System.nanoTime(),
                "--tuguan.cache.disk=0",
                "--tuguan.demo=true"));
    arguments.addAll(List.of(settings));
    return new Node(
        new SpringApplicationBuilder(TuguanApplication.class)
            .run(arguments.toArray(String[]::new)));
  }

  public void fill(TestDatabase database) {
    database.execute(DATA);
    context.getBean(CatalogStore.class).refresh();
  }

  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T part(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  public String base() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  @Override
  public void close() {
    context.close();
  }

  /** What came back. */
  record Reply(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return String.join(", ", response.headers().allValues(name));
    }
  }

  /**
   * @param headers names and values in turn
   */
  Reply get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Reply delete(String path, String... headers) {
    return send(request(path, headers).DELETE());
  }

  Reply post(String path, String json, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The header with which a demonstration account signs in. */
  static String[] as(String account) {
    String pair = account + ":demo-" + account;
    return new String[] {
      "Authorization",
      "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
    };
  }
}
