package org.tuguan.api.audit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.tuguan.api.Worker;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects refusals for a few seconds and has them written as one line for each kind. Bounded:
 * kinds beyond a number are counted together.
 */
@Component
class DeniedAttempts implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DeniedAttempts.class);
  private static final long PAUSE_MILLIS = 5_000;
  private static final int KINDS = 50;
  private static final Attempt OTHERS = new Attempt("several", "several", "several", "several");

  /** A kind of refusal. */
  record Attempt(String actor, String action, String subject, String address) {}

  private final JdbcAudit audit;
  private final Clock clock;
  private final JsonMapper json;
  private final Worker worker = new Worker("denied-attempts", this::work);
  private Map<Attempt, Long> counts = new LinkedHashMap<>();

  DeniedAttempts(JdbcAudit audit, Clock clock, JsonMapper json) {
    this.audit = audit;
    this.clock = clock;
    this.json = json;
  }

  synchronized void add(Attempt attempt) {
    Attempt kind = counts.containsKey(attempt) || counts.size() < KINDS ? attempt : OTHERS;
    counts.merge(kind, 1L, Long::sum);
  }

  /** Writes what has come together; what cannot be written now is kept for the next time. */
  void flush() {
    for (Map.Entry<Attempt, Long> each : take().entrySet()) {
      Attempt attempt = each.getKey();
      try {
        Map<String, ?> details = Map.of("address", attempt.address(), "count", each.getValue());
        audit.write(
            clock.instant(),
            attempt.actor(),
            "denied." + attempt.action(),
            attempt.subject(),
            json.writeValueAsString(new java.util.TreeMap<>(details)));
      } catch (DataAccessException e) {
        putBack(attempt, each.getValue());
        LOG.warn("refusals cannot be written to the audit trail: {}", e.getMessage());
      }
    }
  }

  private synchronized Map<Attempt, Long> take() {
    Map<Attempt, Long> taken = counts;
    counts = new LinkedHashMap<>();
    return taken;
  }

  private synchronized void putBack(Attempt attempt, long count) {
    Attempt kind = counts.containsKey(attempt) || counts.size() < KINDS ? attempt : OTHERS;
    counts.merge(kind, count, Long::sum);
  }

  private void work() {
    while (worker.isRunning()) {
      worker.sleep(PAUSE_MILLIS);
      flush();
    }
  }

  /** Behind the web server's own, so that the last refusals are written down. */
  @Override
  public int getPhase() {
    return 1;
  }

  @Override
  public void start() {
    worker.start();
  }

  @Override
  public void stop() {
    worker.stop();
    flush();
  }

  @Override
  public boolean isRunning() {
    return worker.isRunning();
  }
}
