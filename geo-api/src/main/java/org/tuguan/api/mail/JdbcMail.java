package org.tuguan.api.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** The messages in the database. */
@Repository
class JdbcMail {
  private final JdbcClient jdbc;

  JdbcMail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message as it lies in the outbox.
   *
   * @param body emptied once it has been sent
   * @param state WAITING, SENT, KEPT (there is no server to send it with) or FAILED
   * @param error of the last attempt, or null
   */
  record Message(
      long id,
      Instant created,
      String recipient,
      String subject,
      String body,
      String state,
      int attempts,
      String error) {}

  long insert(Instant created, String recipient, Letter letter, boolean sendable) {
    return jdbc.sql(
            """
            INSERT INTO tuguan.mail (created, recipient, subject, body, state)
            VALUES (:created, :recipient, :subject, :body, :state) RETURNING id
            """)
        .param("created", Rows.at(created))
        .param("recipient", recipient)
        .param("subject", letter.subject().both())
        .param("body", letter.body())
        .param("state", sendable ? "WAITING" : "KEPT")
        .query(Long.class)
        .single();
  }

  /** Newest first. */
  List<Message> list(int limit) {
    return jdbc.sql("SELECT * FROM tuguan.mail ORDER BY id DESC LIMIT :limit")
        .param("limit", limit)
        .query((row, i) -> message(row))
        .list();
  }

  Optional<Message> findWaiting(long id) {
    return jdbc.sql("SELECT * FROM tuguan.mail WHERE id = :id AND state = 'WAITING'")
        .param("id", id)
        .query((row, i) -> message(row))
        .optional();
  }

  void sent(long id, Instant now) {
    jdbc.sql(
            """
            UPDATE tuguan.mail SET state = 'SENT', sent = :now, body = '', error = NULL,
              attempts = attempts + 1 WHERE id = :id
            """)
        .param("now", Rows.at(now))
        .param("id", id)
        .update();
  }

  void failed(long id, String error) {
    jdbc.sql("UPDATE tuguan.mail SET attempts = attempts + 1, error = :error WHERE id = :id")
        .param("error", error)
        .param("id", id)
        .update();
  }

  void giveUp(long id) {
    jdbc.sql("UPDATE tuguan.mail SET state = 'FAILED' WHERE id = :id").param("id", id).update();
  }

  void deleteTo(String recipient) {
    jdbc.sql("DELETE FROM tuguan.mail WHERE recipient = :recipient")
        .param("recipient", recipient)
        .update();
  }

  void deleteBefore(Instant oldest) {
    jdbc.sql("DELETE FROM tuguan.mail WHERE created < :oldest")
        .param("oldest", Rows.at(oldest))
        .update();
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getLong("id"),
        Rows.instant(row, "created"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("state"),
        row.getInt("attempts"),
        row.getString("error"));
  }
}
