package org.tuguan.api.snapshots;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.snapshot.ChangeListener;
import org.tuguan.core.snapshot.LayerChange;

/**
 * Open pages that wait for changes. A page gets at most five events a second; what happens to a
 * layer meanwhile becomes one event. A page that does not read holds up nobody but itself and three
 * others at worst. Safe for any thread.
 */
@Component
@ConditionalOnWebApplication
class ChangeStream implements ChangeListener, SmartLifecycle {
  private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long HEARTBEAT_SECONDS = 20;
  private static final long TRUSTED_MILLIS = 45_000;
  private static final Bounds WORLD = new Bounds(Crs.CRS84, -180, -90, 180, 90);

  private final CatalogStore catalogs;
  private final int most;
  private final Set<Page> pages = ConcurrentHashMap.newKeySet();
  private volatile ScheduledExecutorService senders;

  ChangeStream(CatalogStore catalogs, TuguanProperties properties) {
    this.catalogs = catalogs;
    this.most = properties.snapshot().streams();
  }

  /**
   * What a page is told.
   *
   * @param bounds west, south, east, north in degrees
   */
  record Event(String layer, double[] bounds, long version) {}

  /**
   * A new page; refused with status 503 if there are too many.
   *
   * @param caller is told of the layers that they may see; an account has to show after a while
   *     that it still is one, which browsers do by themselves
   * @param hello first event, worked out once nothing can be missed any more
   */
  SseEmitter open(Caller caller, Supplier<Object> hello) {
    ScheduledExecutorService running = senders;
    if (running == null || pages.size() >= most) {
      throw full();
    }
    Page page = new Page(caller, new SseEmitter(caller.isAnonymous() ? 0L : TRUSTED_MILLIS));
    page.emitter.onCompletion(() -> pages.remove(page));
    page.emitter.onTimeout(() -> pages.remove(page));
    page.emitter.onError(e -> pages.remove(page));
    pages.add(page);
    running.execute(
        () ->
            page.send(
                SseEmitter.event()
                    .name("versions")
                    .reconnectTime(3_000)
                    .data(hello.get(), MediaType.APPLICATION_JSON)));
    return page.emitter;
  }

  private ErrorResponseException full() {
    ErrorResponseException full =
        new ErrorResponseException(
            HttpStatus.SERVICE_UNAVAILABLE,
            ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "%d clients wait for changes, the limit of this server (tuguan.snapshot.streams); "
                        .formatted(most)
                    + "try again in a minute"),
            null);
    full.getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
    return full;
  }

  int size() {
    return pages.size();
  }

  @Override
  public void changed(LayerChange change) {
    ScheduledExecutorService running = senders;
    if (running == null || pages.isEmpty()) {
      return;
    }
    Bounds box =
        change
            .box()
            .flatMap(each -> CoordinateTransform.between(each.crs(), Crs.CRS84).find(each))
            .orElseGet(() -> everywhere(change.layer()));
    for (Page page : pages) {
      Optional<Bounds> seen = seen(page, change.layer(), box);
      if (seen.isPresent()) {
        page.add(change.layer(), seen.get(), change.version());
        running.execute(() -> flush(page));
      }
    }
  }

  /** The part of the change that the page may see; all of it if the layer has no limits. */
  private Optional<Bounds> seen(Page page, String layer, Bounds box) {
    Optional<Ground> ground =
        catalogs
            .seenBy(page.caller)
            .findLayer(layer)
            .flatMap(each -> each.terms().access().ground(Right.VIEW));
    if (ground.isPresent() && ground.get() instanceof Ground.Within within) {
      Envelope common = box.envelope().intersection(within.area().getEnvelopeInternal());
      return common.isNull() ? Optional.empty() : Optional.of(Bounds.of(Crs.CRS84, common));
    }
    return ground.map(everywhere -> box);
  }

  private Bounds everywhere(String layer) {
    return catalogs.whole().findLayer(layer).flatMap(each -> each.extent()).orElse(WORLD);
  }

  private void flush(Page page) {
    long wait = page.flush();
    ScheduledExecutorService running = senders;
    if (wait > 0 && running != null) {
      running.schedule(() -> flush(page), wait, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newScheduledThreadPool(
            4,
            work -> {
              Thread thread = new Thread(work, "change-stream");
              thread.setDaemon(true);
              return thread;
            });
    started.scheduleWithFixedDelay(
        () -> pages.forEach(page -> page.send(SseEmitter.event().comment("still here"))),
        HEARTBEAT_SECONDS,
        HEARTBEAT_SECONDS,
        TimeUnit.SECONDS);
    senders = started;
  }

  /** Before the web server, which would wait for the pages. */
  @Override
  public void stop() {
    ScheduledExecutorService running = senders;
    senders = null;
    pages.forEach(page -> page.emitter.complete());
    if (running != null) {
      running.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return senders != null;
  }

  /** One client and what it has not been told. */
  private final class Page {
    private final Caller caller;
    private final SseEmitter emitter;
    private final Map<String, Event> waiting = new LinkedHashMap<>();
    private long sent = System.nanoTime() - BETWEEN_NANOS;
    private boolean planned;

    Page(Caller caller, SseEmitter emitter) {
      this.caller = caller;
      this.emitter = emitter;
    }

    void add(String layer, Bounds box, long version) {
      synchronized (waiting) {
        waiting.merge(
            layer,
            new Event(
                layer, new double[] {box.minX(), box.minY(), box.maxX(), box.maxY()}, version),
            Page::both);
      }
    }

    private static Event both(Event one, Event other) {
      return new Event(
          one.layer(),
          new double[] {
            Math.min(one.bounds()[0], other.bounds()[0]),
            Math.min(one.bounds()[1], other.bounds()[1]),
            Math.max(one.bounds()[2], other.bounds()[2]),
            Math.max(one.bounds()[3], other.bounds()[3])
          },
          other.version());
    }

    /**
     * Sends one event if it is time.
     *
     * @return nanoseconds after which to call again; 0 if somebody else will or nothing waits
     */
    long flush() {
      Event next;
      synchronized (waiting) {
        if (waiting.isEmpty()) {
          planned = false;
          return 0;
        }
        long early = sent + BETWEEN_NANOS - System.nanoTime();
        if (early > 0) {
          boolean first = !planned;
          planned = true;
          return first ? early : 0;
        }
        next = waiting.remove(waiting.keySet().iterator().next());
        sent = System.nanoTime();
        planned = !waiting.isEmpty();
      }
      send(SseEmitter.event().data(next, MediaType.APPLICATION_JSON));
      return planned ? BETWEEN_NANOS : 0;
    }

    synchronized void send(SseEmitter.SseEventBuilder event) {
      try {
        emitter.send(event);
      } catch (IOException | IllegalStateException e) {
        pages.remove(this);
        emitter.completeWithError(e);
      }
    }
  }
}
