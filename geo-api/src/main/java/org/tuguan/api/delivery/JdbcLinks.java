package org.tuguan.api.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** The links in the database (migration V012). */
@Repository
class JdbcLinks {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcLinks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param most bytes that may go out over it
   * @param sent bytes that did, or are on their way
   */
  record Link(
      long id,
      long application,
      Instant created,
      String createdBy,
      Instant expires,
      long most,
      long sent,
      Optional<Instant> revoked) {}

  Link insert(long application, byte[] hash, String by, Instant expires, long most) {
    return jdbc.sql(
            """
            INSERT INTO tuguan.delivery_link (application, hash, created, created_by, expires, most)
            VALUES (:application, :hash, :now, :by, :expires, :most) RETURNING *
            """)
        .param("application", application)
        .param("hash", hash)
        .param("now", Rows.at(clock.instant()))
        .param("by", by)
        .param("expires", Rows.at(expires))
        .param("most", most)
        .query((row, i) -> link(row))
        .single();
  }

  Optional<Link> find(byte[] hash) {
    return jdbc.sql("SELECT * FROM tuguan.delivery_link WHERE hash = :hash")
        .param("hash", hash)
        .query((row, i) -> link(row))
        .optional();
  }

  /** Newest first. */
  List<Link> list(long application) {
    return jdbc.sql(
            "SELECT * FROM tuguan.delivery_link WHERE application = :application ORDER BY id DESC")
        .param("application", application)
        .query((row, i) -> link(row))
        .list();
  }

  /** False if there is no such link, or if it was taken back before. */
  boolean revoke(long application, long id) {
    return jdbc.sql(
                """
                UPDATE tuguan.delivery_link SET revoked = :now
                WHERE application = :application AND id = :id AND revoked IS NULL
                """)
            .param("now", Rows.at(clock.instant()))
            .param("application", application)
            .param("id", id)
            .update()
        == 1;
  }

  /** Counts bytes before they go out, so that many requests at once get no more; false if over. */
  boolean reserve(long id, long bytes) {
    return jdbc.sql(
                """
                UPDATE tuguan.delivery_link SET sent = sent + :bytes
                WHERE id = :id AND sent + :bytes <= most AND revoked IS NULL
                """)
            .param("bytes", bytes)
            .param("id", id)
            .update()
        == 1;
  }

  /** What did not go out after all. */
  void giveBack(long id, long bytes) {
    jdbc.sql("UPDATE tuguan.delivery_link SET sent = sent - :bytes WHERE id = :id")
        .param("bytes", bytes)
        .param("id", id)
        .update();
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getLong("id"),
        row.getLong("application"),
        Rows.instant(row, "created"),
        row.getString("created_by"),
        Rows.instant(row, "expires"),
        row.getLong("most"),
        row.getLong("sent"),
        Optional.ofNullable(row.getObject("revoked", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
