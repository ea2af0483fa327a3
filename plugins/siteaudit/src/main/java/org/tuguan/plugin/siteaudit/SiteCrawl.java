package org.tuguan.plugin.siteaudit;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads a site page by page from its first one, nearest first, and tries every link it meets once.
 * Keeps to the site's robots.txt (RFC 9309) and waits between two requests to a host. For one
 * thread and one site.
 */
final class SiteCrawl {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final AuditLimits limits;
  private final WebClient client;
  private final LocalDate today;
  private final long deadline;

  private final Deque<Step> waiting = new ArrayDeque<>();
  private final Set<URI> known = new LinkedHashSet<>();
  private final Map<String, Long> lastAsked = new HashMap<>();
  private final Map<URI, String> toTry = new HashMap<>();
  private final List<URI> order = new ArrayList<>();
  private final List<BrokenLink> broken = new ArrayList<>();
  private final List<String> missing;
  private int pages;
  private int tried;
  private int untried;
  private Optional<LocalDate> newest = Optional.empty();
  private Duration pause;

  private record Step(URI uri, int depth, String from) {}

  SiteCrawl(AuditLimits limits, WebClient client, List<String> required, LocalDate today) {
    this.limits = limits;
    this.client = client;
    this.missing = new ArrayList<>(required);
    this.today = today;
    this.pause = limits.pause();
    this.deadline = System.nanoTime() + limits.whole().toNanos();
  }

  /**
   * @throws Unreachable the first page does not answer, or asks not to be visited
   * @throws CancellationException the thread was interrupted: what was found says nothing
   */
  Crawled run(URI start) {
    BaseRobotRules rules = rules(start);
    if (!rules.isAllowed(start.toString())) {
      throw new Unreachable("robots.txt forbids the first page");
    }
    WebAnswer first = ask(start);
    if (!first.isPage()) {
      throw new Unreachable(
          "%s: %s".formatted(start, first.status() == 0 ? first.reason() : said(first)));
    }
    known.add(start);
    known.add(first.uri());
    read(first, 0, rules);
    while (!waiting.isEmpty() && !over()) {
      visit(waiting.poll(), rules);
    }
    waiting.forEach(step -> later(step.uri(), step.from()));
    order.forEach(this::tryLink);
    refuseIfInterrupted();
    return new Crawled(pages, tried, broken, untried, newest, missing);
  }

  private static String said(WebAnswer answer) {
    return answer.isGood() ? "no page but " + answer.type() : "HTTP " + answer.status();
  }

  private BaseRobotRules rules(URI start) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    URI robots = start.resolve("/robots.txt");
    WebAnswer answer = ask(robots);
    BaseRobotRules rules =
        answer.isGood()
            ? parser.parseContent(
                robots.toString(),
                answer.body(),
                "text/plain",
                List.of(WebClient.AGENT.toLowerCase(Locale.ROOT)))
            : parser.failedFetch(answer.status() == 0 ? 503 : answer.status());
    if (rules.getCrawlDelay() > pause.toMillis()) {
      pause = Duration.ofMillis(Math.min(rules.getCrawlDelay(), LONGEST_PAUSE.toMillis()));
    }
    return rules;
  }

  private void visit(Step step, BaseRobotRules rules) {
    if (pages >= limits.pages()) {
      later(step.uri(), step.from());
      return;
    }
    tried++;
    WebAnswer answer = ask(step.uri());
    note(step.uri(), step.from(), answer);
    if (answer.isPage() && WebAddresses.sameHost(answer.uri(), step.uri())) {
      known.add(answer.uri());
      read(answer, step.depth(), rules);
    }
  }

  private void read(WebAnswer answer, int depth, BaseRobotRules rules) {
    pages++;
    WebPage page = WebPage.read(answer);
    missing.removeIf(page.text()::contains);
    PageDates.newest(page.text(), today)
        .filter(date -> newest.isEmpty() || date.isAfter(newest.get()))
        .ifPresent(date -> newest = Optional.of(date));
    for (URI link : page.links()) {
      if (!known.add(link)) {
        continue;
      }
      if (!WebAddresses.sameHost(link, answer.uri()) || depth >= limits.depth()) {
        later(link, answer.uri().toString());
      } else if (rules.isAllowed(link.toString())) {
        waiting.add(new Step(link, depth + 1, answer.uri().toString()));
      } else {
        untried++;
      }
    }
  }

  private void later(URI link, String from) {
    if (toTry.putIfAbsent(link, from) == null) {
      order.add(link);
    }
  }

  private void tryLink(URI link) {
    if (tried >= limits.links() || over()) {
      untried++;
      return;
    }
    tried++;
    pause(link);
    note(link, toTry.get(link), client.probe(link));
  }

  private void note(URI link, String from, WebAnswer answer) {
    // Who wants to know who we are is there; so is who has had enough of us.
    boolean there = answer.isGood() || Set.of(401, 403, 407, 429).contains(answer.status());
    if (!there) {
      broken.add(new BrokenLink(from, link.toString(), answer.status(), answer.reason()));
    }
  }

  private WebAnswer ask(URI uri) {
    pause(uri);
    WebAnswer answer = client.get(uri);
    refuseIfInterrupted();
    return answer;
  }

  private void pause(URI uri) {
    Long last = lastAsked.get(uri.getHost());
    long wait = last == null ? 0 : last + pause.toNanos() - System.nanoTime();
    while (wait > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(wait); // may end early
      wait = last + pause.toNanos() - System.nanoTime();
    }
    lastAsked.put(uri.getHost(), System.nanoTime());
  }

  private boolean over() {
    refuseIfInterrupted();
    return System.nanoTime() - deadline > 0;
  }

  private static void refuseIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}
