package org.tuguan.api.security;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Writes down that a session was used once a minute, not with each of the many tiles of a map; what
 * else changes is written at once.
 */
@Component
final class JdbcSessionWrites implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {
  /** Its parameters are in the order of the statement that it stands for. */
  private static final String UPDATE =
      """
      UPDATE tuguan.web_session s SET session_id = n.session_id, last_access_time = n.used,
        max_inactive_interval = n.longest, expiry_time = n.expiry, principal_name = n.principal
      FROM (SELECT ?::char(36) AS session_id, ?::bigint AS used, ?::integer AS longest,
        ?::bigint AS expiry, ?::text AS principal, ?::char(36) AS primary_id) n
      WHERE s.primary_id = n.primary_id
        AND (s.session_id, s.max_inactive_interval, s.principal_name, s.last_access_time / 60000)
          IS DISTINCT FROM (n.session_id, n.longest, n.principal, n.used / 60000)
      """;

  @Override
  public void customize(JdbcIndexedSessionRepository sessions) {
    sessions.setUpdateSessionQuery(UPDATE);
  }
}
