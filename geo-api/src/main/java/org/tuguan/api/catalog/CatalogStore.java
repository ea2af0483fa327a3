package org.tuguan.api.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.security.Callers;
import org.tuguan.core.access.Access;
import org.tuguan.core.access.Caller;
import org.tuguan.core.catalog.Catalog;

/**
 * The catalog of this moment; a running server refreshes it when the database tells of changes.
 * What is published and who may see it are swapped together. Safe for any thread.
 */
@Component
public class CatalogStore {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogStore.class);
  private static final int CALLERS_KEPT = 5_000;
  private static final int VIEWS_KEPT = 200;

  private final JdbcCatalog jdbc;
  private final Clock clock;
  private volatile Day present;

  CatalogStore(JdbcCatalog jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.present = new Day(jdbc.read(), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }

  /**
   * The catalog as those see it who make the request that this thread answers; outside of requests
   * as the public sees it. A snapshot: ask once a request and keep it, so that a request sees one
   * catalog. Callers with the same rights get the same object.
   */
  public Catalog catalog() {
    return seenBy(Callers.current());
  }

  /** The catalog as a caller sees it today. */
  public Catalog seenBy(Caller caller) {
    LocalDate today = today();
    Day day = present;
    return (day.date.equals(today) ? day : turn(today)).seenBy(caller);
  }

  private synchronized Day turn(LocalDate today) {
    if (!present.date.equals(today)) {
      present = new Day(present.whole, today);
    }
    return present;
  }

  /** All of it, whoever may see it: for work that answers nobody. */
  public Catalog whole() {
    return present.whole;
  }

  /**
   * Reads the catalog again if it has changed; for those who have just changed it and go on with
   * it.
   */
  public synchronized void refresh() {
    if (jdbc.version() != present.whole.version()) {
      Catalog catalog = jdbc.read();
      present = new Day(catalog, today());
      LOG.info("catalog {}: {} layers", catalog.version(), catalog.listLayers().size());
    }
  }

  /** One catalog on one day, as it was seen so far. */
  private static final class Day {
    private final Catalog whole;
    private final LocalDate date;
    private final Map<String, Access> everyones;
    private final Catalog open;
    private final Cache<Map<String, Access>, Catalog> views =
        Caffeine.newBuilder().maximumSize(VIEWS_KEPT).build();
    private final Cache<Caller, Catalog> callers =
        Caffeine.newBuilder().maximumSize(CALLERS_KEPT).build();

    Day(Catalog whole, LocalDate date) {
      this.whole = whole;
      this.date = date;
      this.everyones = whole.access(Caller.ANONYMOUS, date);
      this.open = whole.seen(everyones, everyones);
    }

    Catalog seenBy(Caller caller) {
      return caller.equals(Caller.ANONYMOUS) ? open : callers.get(caller, this::view);
    }

    private Catalog view(Caller caller) {
      Map<String, Access> access = whole.access(caller, date);
      return access.equals(everyones)
          ? open
          : views.get(access, rights -> whole.seen(rights, everyones));
    }
  }
}
