package org.tuguan.api.usage;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Hears of every request that is over, from Tomcat itself: whatever its fate was, with the bytes
 * that were written and without a wrapper around the answer. Passes on those that left a note.
 */
final class UsageValve extends ValveBase implements AccessLog {
  private final Consumer<ServedRequest> ledger;
  private final Clock clock;

  UsageValve(Consumer<ServedRequest> ledger, Clock clock) {
    super(true);
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
  }

  @Override
  public void log(Request request, Response response, long nanos) {
    if (request.getAttribute(UsageNotes.ATTRIBUTE) instanceof UsageNote note) {
      ledger.accept(
          new ServedRequest(
              note,
              clock.instant(),
              response.getStatus(),
              response.getCoyoteResponse().isExceptionPresent(),
              response.getContentWritten(),
              nanos));
    }
  }

  /** Of no concern here: the caller's address is looked at earlier. */
  @Override
  public void setRequestAttributesEnabled(boolean enabled) {}

  @Override
  public boolean getRequestAttributesEnabled() {
    return false;
  }
}
