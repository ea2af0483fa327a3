package org.tuguan.api.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens that let their bearer set a password; the database has their hashes alone. */
@Repository
class JdbcPasswordTokens {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcPasswordTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param works for how long, from now on
   */
  void insert(String token, String account, Duration works) {
    jdbc.sql(
            """
            INSERT INTO tuguan.password_token (hash, account, expires)
            VALUES (:hash, :account, :expires)
            """)
        .param("hash", Secrets.sha256(token))
        .param("account", account)
        .param("expires", now().plus(works))
        .update();
  }

  /** Whose token it is, if it still works; locked until the transaction ends. */
  Optional<String> findAccount(String token) {
    return jdbc.sql(
            """
            SELECT account FROM tuguan.password_token WHERE hash = :hash AND expires > :now FOR UPDATE
            """)
        .param("hash", Secrets.sha256(token))
        .param("now", now())
        .query(String.class)
        .optional();
  }

  void delete(String account) {
    jdbc.sql("DELETE FROM tuguan.password_token WHERE account = :account")
        .param("account", account)
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
