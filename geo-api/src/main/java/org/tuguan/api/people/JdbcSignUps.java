package org.tuguan.api.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** Requests for accounts in the database. */
@Repository
class JdbcSignUps {
  private static final String INSERT =
      """
      INSERT INTO tuguan.sign_up (token_hash, email, display_name, organisation, applicant_class,
        purpose, password, language, created, expires)
      SELECT :hash, :email, :displayName, :organisation, :class, :purpose, :password, :language, :now,
        :expires
      WHERE (SELECT count(*) FROM tuguan.sign_up WHERE email = :email AND expires > :now) < :most
      """;

  private final JdbcClient jdbc;

  JdbcSignUps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One whose e-mail address is confirmed.
   *
   * @param applicantClass code
   */
  record Waiting(
      long id,
      String email,
      String displayName,
      String organisation,
      String applicantClass,
      String purpose,
      String language,
      Instant created) {}

  /** False if there are so many of this address already. */
  boolean insert(
      SignUpRequest request, String encoded, byte[] tokenHash, Instant now, Instant expires) {
    return jdbc.sql(INSERT)
            .param("hash", tokenHash)
            .param("email", request.email())
            .param("displayName", request.displayName())
            .param("organisation", request.organisation())
            .param("class", request.applicantClass())
            .param("purpose", request.purpose())
            .param("password", encoded)
            .param("language", request.language())
            .param("now", Rows.at(now))
            .param("expires", Rows.at(expires))
            .param("most", 3)
            .update()
        == 1;
  }

  /** False if there is none of this token, or it came too late. Others of the address are gone. */
  boolean confirm(byte[] tokenHash, Instant now) {
    Optional<Long> id =
        jdbc.sql(
                """
                UPDATE tuguan.sign_up SET token_hash = NULL, expires = 'infinity'
                WHERE token_hash = :hash AND expires > :now RETURNING id
                """)
            .param("hash", tokenHash)
            .param("now", Rows.at(now))
            .query(Long.class)
            .optional();
    id.ifPresent(
        kept ->
            jdbc.sql(
                    """
                    DELETE FROM tuguan.sign_up
                    WHERE id <> :id AND email = (SELECT email FROM tuguan.sign_up WHERE id = :id)
                    """)
                .param("id", kept)
                .update());
    return id.isPresent();
  }

  /** Oldest first. */
  List<Waiting> listWaiting() {
    return jdbc.sql("SELECT * FROM tuguan.sign_up WHERE token_hash IS NULL ORDER BY id")
        .query((row, i) -> waiting(row))
        .list();
  }

  /** Locks it until the transaction ends, so that two officers do not decide at once. */
  Optional<Waiting> findWaiting(long id) {
    return jdbc.sql("SELECT * FROM tuguan.sign_up WHERE token_hash IS NULL AND id = :id FOR UPDATE")
        .param("id", id)
        .query((row, i) -> waiting(row))
        .optional();
  }

  /** Encoded. */
  String password(long id) {
    return jdbc.sql("SELECT password FROM tuguan.sign_up WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  void delete(long id) {
    jdbc.sql("DELETE FROM tuguan.sign_up WHERE id = :id").param("id", id).update();
  }

  /** What nobody came back for, and wrong passwords that are forgotten. */
  void deleteExpired(Instant now) {
    for (String table : List.of("sign_up", "password_token", "sign_in_failure")) {
      jdbc.sql("DELETE FROM tuguan." + table + " WHERE expires < :now")
          .param("now", Rows.at(now))
          .update();
    }
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getLong("id"),
        row.getString("email"),
        row.getString("display_name"),
        row.getString("organisation"),
        row.getString("applicant_class"),
        row.getString("purpose"),
        row.getString("language"),
        Rows.instant(row, "created"));
  }
}
