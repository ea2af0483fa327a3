package org.tuguan.plugin.siteaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteCrawlTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final TestSite site = new TestSite();

  @AfterEach
  void stop() {
    site.close();
  }

  private Crawled crawl(AuditLimits limits, String... required) {
    try (WebClient client = new WebClient(limits)) {
      return new SiteCrawl(limits, client, List.of(required), TODAY).run(site.uri("/"));
    }
  }

  @Test
  void everyLinkIsTriedOnceAndBrokenOnesAreNamedWithTheirPage() {
    site.page(
        "/",
        "<a href='/a'>a</a><a href='a#part'>a</a><a href='gone'>x</a><a href='mailto:x@y'>m</a>");
    site.page("/a", "<a href='/'>home</a><a href='/gone'>x</a><img src='/p.png' alt='圖'>");
    Crawled found = crawl(site.limits());
    assertThat(found.pages()).isEqualTo(2);
    assertThat(found.links()).isEqualTo(3);
    assertThat(found.broken())
        .extracting(BrokenLink::link, BrokenLink::status)
        .containsExactlyInAnyOrder(
            tuple(site.uri("/gone").toString(), 404), tuple(site.uri("/p.png").toString(), 404));
    assertThat(found.broken().get(0).page()).isEqualTo(site.uri("/").toString());
    assertThat(site.asked.stream().filter("GET /gone"::equals)).hasSize(1);
  }

  @Test
  void pagesThatRobotsTxtForbidsAreNotAskedFor() {
    site.answer(
        "/robots.txt",
        exchange ->
            TestSite.text(exchange, 200, "text/plain", "User-agent: *\nDisallow: /private/"));
    site.page("/", "<a href='/private/x'>x</a><a href='/open'>o</a>");
    site.page("/open", "ok");
    Crawled found = crawl(site.limits());
    assertThat(site.asked).noneMatch(each -> each.contains("/private/"));
    assertThat(found.untried()).isEqualTo(1);
    assertThat(found.broken()).isEmpty();
  }

  @Test
  void aSiteThatForbidsEverythingIsLeftAlone() {
    site.answer(
        "/robots.txt",
        exchange ->
            TestSite.text(exchange, 200, "text/plain", "User-agent: TuguanSiteAudit\nDisallow: /"));
    site.page("/", "x");
    assertThatThrownBy(() -> crawl(site.limits()))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("robots.txt");
    assertThat(site.asked).containsExactly("GET /robots.txt");
  }

  @Test
  void requiredTextsMayStandOnAnyPage() {
    site.page("/", "<title>局</title><a href='/privacy'>p</a>");
    site.page("/privacy", "<h1>隱私權政策</h1>");
    Crawled found = crawl(site.limits(), "隱私權政策", "聯絡我們");
    assertThat(found.missing()).containsExactly("聯絡我們");
  }

  @Test
  void theNewestDateOfThePagesCountsAndDatesToComeDoNot() {
    site.page("/", "最後更新：民國115年10月3日，活動 2027-01-01 <a href='/n'>n</a>");
    site.page("/n", "更新日期 2026/11/2");
    assertThat(crawl(site.limits()).newest()).contains(LocalDate.of(2026, 11, 2));
  }

  @Test
  void aLinkToTheServersOwnNetworkIsNotFollowed() {
    site.page("/", "<a href='/away'>x</a><a href='http://[::1]:" + site.port() + "/a'>y</a>");
    site.redirect("/away", "http://169.254.169.254:" + site.port() + "/latest/meta-data");
    Crawled found = crawl(site.limits());
    assertThat(found.broken())
        .extracting(BrokenLink::reason)
        .containsExactlyInAnyOrder("not on the public internet", "not on the public internet");
  }

  @Test
  void otherPortsAreNotSpokenTo() {
    site.page("/", "<a href='http://127.0.0.1:5432/'>db</a>");
    assertThat(crawl(site.limits()).broken())
        .extracting(BrokenLink::reason)
        .containsExactly("port 5432 is not visited");
  }

  @Test
  void redirectionsInACircleEnd() {
    site.page("/", "<a href='/r'>r</a>").redirect("/r", "/r");
    assertThat(crawl(site.limits()).broken())
        .extracting(BrokenLink::reason)
        .containsExactly("more than 5 redirections");
  }

  @Test
  void anEndlessSiteStopsAtTheLimitOfPages() {
    for (int i = 0; i < 40; i++) {
      site.page(i == 0 ? "/" : "/" + i, "<a href='/%d'>next</a>".formatted(i + 1));
    }
    AuditLimits few =
        new AuditLimits(
            5,
            100,
            6,
            1000,
            Duration.ofSeconds(2),
            Duration.ZERO,
            Duration.ofSeconds(20),
            Set.of(site.port()),
            site.limits().networks());
    Crawled found = crawl(few);
    assertThat(found.pages()).isEqualTo(5);
    assertThat(found.links()).isLessThanOrEqualTo(6);
  }

  @Test
  void aPageThatDripsIsGivenUpAndAHugeOneCut() {
    site.page("/", "<a href='/slow'>s</a><a href='/huge'>h</a>");
    site.answer(
        "/slow",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            sleep();
          }
        });
    site.page("/huge", "x".repeat(1 << 20));
    Crawled found = crawl(site.limits());
    assertThat(found.broken())
        .extracting(BrokenLink::link, BrokenLink::reason)
        .containsExactly(tuple(site.uri("/slow").toString(), "slower than 2 s"));
  }

  @Test
  void headersThatComeByteByByteHoldNobodyUp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread drip = new Thread(() -> drip(server));
      drip.setDaemon(true);
      drip.start();
      AuditLimits quick =
          new AuditLimits(
              10,
              3,
              50,
              1000,
              Duration.ofMillis(400),
              Duration.ZERO,
              Duration.ofSeconds(20),
              Set.of(server.getLocalPort()),
              site.limits().networks());
      long before = System.nanoTime();
      try (WebClient client = new WebClient(quick)) {
        WebAnswer answer =
            client.get(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
        assertThat(answer.reason()).startsWith("slower than");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }
  }

  /** Each byte well within the timeout of a socket, the whole never. */
  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 60; i++) {
        out.write('x');
        out.flush();
        sleep();
      }
    } catch (IOException e) {
      // The client has gone, as it should.
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void betweenTwoRequestsToAHostThereIsAPause() {
    site.page("/", "<a href='/a'>a</a>").page("/a", "x");
    AuditLimits patient =
        new AuditLimits(
            10,
            3,
            50,
            1000,
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofSeconds(20),
            Set.of(site.port()),
            site.limits().networks());
    long before = System.nanoTime();
    crawl(patient);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(390));
  }

  @Test
  void aFirstPageThatDoesNotAnswerIsAFailureAndNoFigure() {
    assertThatThrownBy(() -> crawl(site.limits()))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("HTTP 404");
  }

  @Test
  void chineseAddressesAreUnderstood() {
    assertThat(WebAddresses.resolve(site.uri("/a/b"), "../公告 1.pdf?q=圖#x"))
        .contains(site.uri("/%E5%85%AC%E5%91%8A%201.pdf?q=%E5%9C%96"));
    assertThat(WebAddresses.resolve(site.uri("/"), "javascript:void(0)"))
        .isEqualTo(Optional.empty());
    assertThat(WebAddresses.resolve(site.uri("/"), "http://user:secret@x.example/")).isEmpty();
  }
}
