package org.tuguan.plugin.siteaudit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks websites, within limits of addresses, ports, redirections, bytes and time. Keeps no cookies
 * and says who it is. For one thread.
 */
final class WebClient implements AutoCloseable {
  static final String AGENT = "TuguanSiteAudit";

  private static final int REDIRECTIONS = 5;
  private static final int LONGEST_LINE = 8192;
  private static final int MOST_HEADERS = 200;
  private static final Set<Integer> WITHOUT_HEAD = Set.of(400, 403, 404, 405, 501);

  private final AuditLimits limits;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines;

  WebClient(AuditLimits limits) {
    this.limits = limits;
    this.deadlines = Executors.newSingleThreadScheduledExecutor(WebClient::watching);
    Timeout timeout = Timeout.of(limits.timeout());
    this.client =
        HttpClients.custom()
            .setUserAgent(AGENT + "/0.1")
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(timeout)
                    .setConnectionRequestTimeout(timeout)
                    .build())
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new PublicAddresses(limits.networks()))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                            .http1Config(
                                Http1Config.custom()
                                    .setMaxLineLength(LONGEST_LINE)
                                    .setMaxHeaderCount(MOST_HEADERS)
                                    .build())
                            .build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .build())
            .build();
  }

  private static Thread watching(Runnable work) {
    Thread thread = new Thread(work, "siteaudit-deadlines");
    thread.setDaemon(true);
    return thread;
  }

  /** Reads a page, as far as the limit of bytes goes. Never throws for what the site does. */
  WebAnswer get(URI uri) {
    return follow(uri, true);
  }

  /** Whether there is something at an address; its content is not read. */
  WebAnswer probe(URI uri) {
    WebAnswer head = follow(uri, false);
    // Servers that know no HEAD answer it in many ways.
    return WITHOUT_HEAD.contains(head.status()) ? follow(uri, true) : head;
  }

  private WebAnswer follow(URI start, boolean body) {
    URI uri = start;
    for (int i = 0; i <= REDIRECTIONS; i++) {
      Optional<String> fault = fault(uri);
      if (fault.isPresent()) {
        return WebAnswer.none(uri, fault.get());
      }
      Hop hop = ask(uri, body);
      if (hop.next().isEmpty()) {
        return hop.answer();
      }
      uri = hop.next().get();
    }
    return WebAnswer.none(uri, "more than %d redirections".formatted(REDIRECTIONS));
  }

  /** An answer, and where it sends us. */
  private record Hop(WebAnswer answer, Optional<URI> next) {}

  private Hop ask(URI uri, boolean body) {
    HttpUriRequestBase request = body ? new HttpGet(uri) : new HttpHead(uri);
    long deadline = System.nanoTime() + limits.timeout().toNanos();
    // The timeouts of sockets begin anew with every byte.
    Future<?> end =
        deadlines.schedule(request::abort, limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse response = client.executeOpen(HttpHost.create(uri), request, null);
      try {
        return hop(uri, response, body, deadline);
      } finally {
        // What was left unread is not read to the end for the sake of the connection.
        request.abort();
        Closer.closeQuietly(response);
      }
    } catch (PublicAddresses.NotPublic e) {
      return new Hop(WebAnswer.none(uri, "not on the public internet"), Optional.empty());
    } catch (IOException | RuntimeException e) {
      String reason = System.nanoTime() - deadline > 0 ? tooSlow() : reason(e);
      return new Hop(WebAnswer.none(uri, reason), Optional.empty());
    } finally {
      end.cancel(false);
    }
  }

  private String tooSlow() {
    return "slower than %d s".formatted(limits.timeout().toSeconds());
  }

  private Hop hop(URI uri, ClassicHttpResponse response, boolean body, long deadline)
      throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    Optional<URI> next =
        status >= 300 && status < 400 && location != null
            ? WebAddresses.resolve(uri, location.getValue())
            : Optional.empty();
    HttpEntity entity = response.getEntity();
    ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
    byte[] read =
        body && next.isEmpty() && entity != null
            ? read(entity.getContent(), deadline)
            : new byte[0];
    return new Hop(
        new WebAnswer(
            uri,
            status,
            "",
            type == null || type.getMimeType() == null
                ? ""
                : type.getMimeType().toLowerCase(Locale.ROOT),
            Optional.ofNullable(type).map(ContentType::getCharset).map(Charset::name),
            read),
        next);
  }

  private byte[] read(InputStream in, long deadline) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int n;
    while (read.size() < limits.pageBytes() && (n = in.read(buffer)) >= 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException(tooSlow());
      }
      read.write(buffer, 0, Math.min(n, limits.pageBytes() - read.size()));
    }
    return read.toByteArray();
  }

  private Optional<String> fault(URI uri) {
    int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    return limits.ports().contains(port)
        ? Optional.empty()
        : Optional.of("port %d is not visited".formatted(port));
  }

  private static String reason(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.length() > 200 ? message.substring(0, 200) : message;
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
