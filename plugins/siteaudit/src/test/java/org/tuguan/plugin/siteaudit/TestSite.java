package org.tuguan.plugin.siteaudit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.tuguan.core.access.AddressRange;

/** A website on this machine. */
final class TestSite implements AutoCloseable {
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final HttpServer server;

  TestSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(exchange.getRequestMethod() + " " + path);
          answers.getOrDefault(path, other -> text(other, 404, "text/html", "none")).give(exchange);
          exchange.close();
        });
    server.start();
  }

  TestSite page(String path, String html) {
    return answer(path, exchange -> text(exchange, 200, "text/html; charset=utf-8", html));
  }

  TestSite answer(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  TestSite redirect(String path, String location) {
    return answer(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  static void text(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Small limits that allow this site. */
  AuditLimits limits() {
    return new AuditLimits(
        10,
        3,
        50,
        64 * 1024,
        Duration.ofSeconds(2),
        Duration.ZERO,
        Duration.ofSeconds(20),
        Set.of(port()),
        List.of(AddressRange.parse("127.0.0.1/32").orElseThrow()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
