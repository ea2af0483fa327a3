package org.tuguan.api.demo.orders;

import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.demo.DemoSupplement;
import org.tuguan.core.RequestException;

/**
 * Applications of the demonstration's accounts. None where somebody has applied before, or where
 * there is no demonstration: their money is in the books.
 */
@Component
@Order(1)
@ConditionalOnNotWebApplication
class DemoOrders implements DemoSupplement {
  private final TuguanProperties properties;
  private final Desks desks;
  private final DemoOffice office;

  DemoOrders(TuguanProperties properties, Desks desks, DemoOffice office) {
    this.properties = properties;
    this.desks = desks;
    this.office = office;
  }

  @Override
  @SuppressWarnings("SystemOut")
  public boolean write() {
    if (!properties.demo() || !desks.issuing().isEmpty()) {
      return true;
    }
    long began = System.nanoTime();
    try {
      int written = office.work();
      System.out.printf(
          Locale.ROOT, "  applications %,d (%.1f s)%n", written, (System.nanoTime() - began) / 1e9);
      return true;
    } catch (RequestException e) {
      System.err.printf(Locale.ROOT, "  applications: %s%n", e.getMessage());
      return false;
    }
  }
}
