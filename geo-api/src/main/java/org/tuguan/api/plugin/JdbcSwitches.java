package org.tuguan.api.plugin;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;

/** Which plugins are wanted, on all nodes. */
@Repository
class JdbcSwitches {
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  JdbcSwitches(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param changed when somebody said so
   */
  record Switch(boolean wanted, Instant changed) {}

  /** By id; plugins of which nobody said anything are not in it, and wanted. */
  Map<String, Switch> read() {
    Map<String, Switch> switches = new HashMap<>();
    jdbc.sql("SELECT id, wanted, changed FROM tuguan.plugin_switch")
        .query(
            row -> {
              Instant changed = row.getObject(3, OffsetDateTime.class).toInstant();
              switches.put(row.getString(1), new Switch(row.getBoolean(2), changed));
            });
    return switches;
  }

  @Transactional
  public void write(String id, boolean wanted, String account) {
    jdbc.sql(
            """
            INSERT INTO tuguan.plugin_switch (id, wanted, changed, changed_by)
            VALUES (:id, :wanted, :now, :account)
            ON CONFLICT (id) DO UPDATE
            SET wanted = EXCLUDED.wanted, changed = EXCLUDED.changed, changed_by = EXCLUDED.changed_by
            """)
        .param("id", id)
        .param("wanted", wanted)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("account", account)
        .update();
    audit.record("extension.switch", "extension:" + id, Map.of("on", wanted));
  }
}
