package org.tuguan.api.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.demo.DemoSupplement;

/**
 * Agreements, requests and use for the demonstration: fourteen of 27 agencies adopt in the course
 * of 2011, as the plan of that year wanted. All of it is marked: numbers begin with S-DEMO and
 * R-DEMO, use stands in the ledger under the service DEMO. What is there already stays.
 */
@Component
@Order(0)
class DemoSharing implements DemoSupplement {
  private final JdbcDemoSharing store;
  private final AgreementCalendar calendar;
  private final CatalogStore catalogs;
  private final Clock clock;

  DemoSharing(
      JdbcDemoSharing store, AgreementCalendar calendar, CatalogStore catalogs, Clock clock) {
    this.store = store;
    this.calendar = calendar;
    this.catalogs = catalogs;
    this.clock = clock;
  }

  @Override
  @Transactional
  @SuppressWarnings("SystemOut")
  public boolean write() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    long written = store.isThere() ? 0 : store.write(today, clock.instant());
    catalogs.refresh();
    calendar.giveAgain();
    System.out.printf(Locale.ROOT, "  sharing %,d%n", written);
    return true;
  }
}
