package org.tuguan.api.security;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** The counts of wrong passwords in the database. */
@Repository
class JdbcLockouts {
  private static final String COUNT =
      """
      INSERT INTO tuguan.sign_in_failure AS f (subject, failures, expires)
      VALUES (:subject, 1, :expires)
      ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN f.expires > :now THEN f.failures + 1 ELSE 1 END,
        expires = CASE WHEN f.expires > :now THEN f.expires ELSE :expires END
      RETURNING failures
      """;

  private final JdbcClient jdbc;

  JdbcLockouts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The larger count of the two. */
  int failures(String one, String other, Instant now) {
    return jdbc.sql(
            """
            SELECT coalesce(max(failures), 0) FROM tuguan.sign_in_failure
            WHERE subject IN (:one, :other) AND expires > :now
            """)
        .param("one", one)
        .param("other", other)
        .param("now", Rows.at(now))
        .query(Integer.class)
        .single();
  }

  /** One more; the count with it. */
  int count(String subject, Instant now, Instant expires) {
    return jdbc.sql(COUNT)
        .param("subject", subject)
        .param("now", Rows.at(now))
        .param("expires", Rows.at(expires))
        .query(Integer.class)
        .single();
  }

  void forget(String subject) {
    jdbc.sql("DELETE FROM tuguan.sign_in_failure WHERE subject = :subject")
        .param("subject", subject)
        .update();
  }
}
