package org.tuguan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The packaged program on a database of its own with a small demonstration city, started once for
 * all tests of this module and stopped with them.
 */
final class Server {
  private static final String JAR = System.getProperty("tuguan.server.jar");
  private static final Path PLUGINS = Path.of("..", "plugins");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<String> QUICK_START =
      List.of(
          "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true");
  private static Server running;

  private final Path home;
  private final int port;
  private final Map<String, String> environment;
  private Process process;

  private Server(UnaryOperator<String> line, String... plugins)
      throws IOException, InterruptedException {
    home = Files.createTempDirectory("tuguan-acceptance");
    port = freePort();
    Demonstration city = Demonstration.get();
    city.copyHome(home);
    for (String plugin : plugins) {
      install(plugin);
    }
    environment = environment(line.apply(address(city.copyDatabase())), home, port);
    if (plugins.length > 0) {
      Demonstration.write(environment);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy()));
    restart();
  }

  /** One that is not shared with other tests. */
  static Server ofItsOwn(UnaryOperator<String> line) throws IOException, InterruptedException {
    return new Server(line);
  }

  /** One of its own, with plugins of this repository as they were built. */
  static Server withPlugins(String... ids) throws IOException, InterruptedException {
    return new Server(UnaryOperator.identity(), ids);
  }

  /** Ids of the plugins of this repository. */
  static List<String> listPlugins() throws IOException {
    try (Stream<Path> modules = Files.list(PLUGINS)) {
      return modules
          .filter(each -> Files.exists(each.resolve("pom.xml")))
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Takes the files of a plugin away from the running server. */
  void remove(String plugin) throws IOException {
    Path place = home.resolve("plugins").resolve(plugin);
    try (Stream<Path> jars = Files.list(place)) {
      for (Path jar : jars.toList()) {
        Files.delete(jar);
      }
    }
    Files.delete(place);
  }

  void install(String plugin) throws IOException {
    Path built = PLUGINS.resolve(plugin).resolve("target").resolve("plugin");
    Path place = Files.createDirectories(home.resolve("plugins").resolve(plugin));
    try (Stream<Path> jars = Files.list(built)) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, place.resolve(jar.getFileName()));
      }
    }
  }

  /** Ends it as the loss of power would, with no chance to put anything in order. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** Starts it again where it was. */
  void restart() throws IOException, InterruptedException {
    process = launch(List.of(), environment, home.resolve("server.log"));
    awaitReady();
  }

  static synchronized Server get() {
    if (running == null) {
      try {
        running = new Server(UnaryOperator.identity());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return running;
  }

  /** Root of the server, without a slash at the end. */
  String base() {
    return "http://127.0.0.1:" + port;
  }

  long pid() {
    return process.pid();
  }

  /** Runs a command of the program on the server's database, and gives back what it printed. */
  String run(List<String> arguments) throws IOException, InterruptedException {
    return run(arguments, environment);
  }

  static String run(List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("tuguan-command", ".log");
    int code = launch(arguments, environment, log).waitFor();
    String printed = Files.readString(log);
    Files.delete(log);
    if (code != 0) {
      throw new IllegalStateException(arguments + " ended with " + code + "\n" + printed);
    }
    return printed;
  }

  /** Runs a statement on the server's database, as some other program might; its rows as text. */
  String sql(String statement) throws IOException, InterruptedException {
    return psql(environment.get("TUGUAN_DB_URL"), statement);
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofSeconds(60)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /**
   * As an account of the demonstration.
   *
   * @param headers names and values by turns
   */
  HttpResponse<byte[]> send(
      String method, String path, String account, String json, String... headers)
      throws IOException, InterruptedException {
    String basic = account + ":demo-" + account;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(
        request
            .timeout(Duration.ofSeconds(60))
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  String text(String path) throws IOException, InterruptedException {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  private static Process launch(List<String> arguments, Map<String, String> environment, Path log)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(QUICK_START);
    line.addAll(List.of("-jar", JAR));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.redirectOutput(log.toFile()).start();
  }

  private void awaitReady() throws IOException, InterruptedException {
    for (int i = 0; i < 900; i++) {
      if (!process.isAlive()) {
        break;
      }
      try {
        if (get("/actuator/health/readiness").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException(
        "the server did not get ready\n" + Files.readString(home.resolve("server.log")));
  }

  static String address(String database) {
    return setting("TUGUAN_TEST_DB_URL").replaceFirst("/[^/]*$", "/" + database);
  }

  static Map<String, String> environment(String url, Path home, int port) {
    return Map.of(
        "TUGUAN_DB_URL",
        url,
        "TUGUAN_DB_USER",
        setting("TUGUAN_TEST_DB_USER"),
        "TUGUAN_DB_PASSWORD",
        setting("TUGUAN_TEST_DB_PASSWORD"),
        "TUGUAN_DEMO",
        "true",
        "TUGUAN_PORT",
        Integer.toString(port),
        "TUGUAN_HOME",
        home.toString(),
        "TUGUAN_PLUGINLOADING_POLL",
        "500ms");
  }

  static String psql(String url, String statement) throws IOException, InterruptedException {
    return Clients.run(
        Map.of("PGPASSWORD", setting("TUGUAN_TEST_DB_PASSWORD")),
        "psql",
        "-U",
        setting("TUGUAN_TEST_DB_USER"),
        "-d",
        url.substring("jdbc:".length()),
        "-AtX",
        "-c",
        statement);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static String setting(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: run the tests with ./tuguan test");
    }
    return value;
  }
}
