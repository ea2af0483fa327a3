package org.tuguan.api.audit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tuguan.api.security.Callers;
import org.tuguan.core.access.Caller;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what was done, by whom. May be called from any thread.
 *
 * <p>Names of accounts, ids and settings belong in it; e-mail addresses, passwords and keys do not,
 * since nothing is ever taken out again.
 */
@Component
public class AuditTrail {
  /** Of what the program does by itself, or a command on the server's own machine. */
  public static final String SYSTEM = "system";

  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_LIST = 1_000;

  private final JdbcAudit audit;
  private final DeniedAttempts denied;
  private final Clock clock;
  private final JsonMapper json;

  AuditTrail(JdbcAudit audit, DeniedAttempts denied, Clock clock, JsonMapper json) {
    this.audit = audit;
    this.denied = denied;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Joins the transaction of this thread: it is written if, and only if, what it tells of is. The
   * actor is who makes the request; outside of requests the system.
   *
   * @param action what was done, in the form {@code layer.delete}
   * @param subject what it was done to, in the form {@code layer:roads}
   * @param details what JSON can say; sorted by name
   */
  public void record(String action, String subject, Map<String, ?> details) {
    record(Callers.isRequest() ? actor(Callers.current()) : SYSTEM, action, subject, details);
  }

  /** As the other, for who is not signed in yet, or not any more. */
  public void record(String actor, String action, String subject, Map<String, ?> details) {
    audit.write(
        clock.instant(),
        actor,
        action,
        shortened(subject),
        json.writeValueAsString(new TreeMap<>(details)));
  }

  /**
   * Somebody was refused. Written within seconds, many of the same as one line with their number,
   * and too many different ones as one line too, so that a flood cannot fill the trail. Never
   * blocks, and takes no part in a transaction.
   *
   * @param action what was tried, in the form {@code layer.delete}
   * @param subject what it was tried on
   * @param address of the client
   */
  public void denied(String action, String subject, String address) {
    denied.add(
        new DeniedAttempts.Attempt(
            actor(Callers.current()), action, shortened(subject), shortened(address)));
  }

  /** The latest of what somebody did. */
  public List<AuditEntry> listOf(String actor) {
    return audit.list(new JdbcAudit.Wanted(0, actor, "", "", LONGEST_LIST));
  }

  private static String actor(Caller caller) {
    return caller.user().or(() -> caller.key().map(key -> "key:" + key.key())).orElse("anonymous");
  }

  private static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT) + "…";
  }
}
