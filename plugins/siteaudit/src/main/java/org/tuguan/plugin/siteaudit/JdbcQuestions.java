package org.tuguan.plugin.siteaudit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions to mailboxes in the database. */
@Repository
class JdbcQuestions {
  private final JdbcClient jdbc;

  JdbcQuestions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of a site, newest first. */
  List<Question> listOf(long site, LocalDate from) {
    return jdbc.sql(
            """
            SELECT * FROM plugin_siteaudit.question WHERE site = :site AND asked >= :from
            ORDER BY asked DESC, id DESC
            """)
        .param("site", site)
        .param("from", from)
        .query(
            (row, i) ->
                new Question(
                    row.getLong("id"),
                    row.getLong("site"),
                    row.getObject("asked", LocalDate.class),
                    Optional.ofNullable(row.getObject("answered", LocalDate.class)),
                    row.getString("subject")))
        .list();
  }

  long insert(long site, LocalDate asked, Optional<LocalDate> answered, String subject) {
    return jdbc.sql(
            """
            INSERT INTO plugin_siteaudit.question (site, asked, answered, subject)
            VALUES (:site, :asked, :answered, :subject) RETURNING id
            """)
        .param("site", site)
        .param("asked", asked)
        .param("answered", answered.orElse(null))
        .param("subject", subject)
        .query(Long.class)
        .single();
  }

  /** False if there is no such question, it is answered, or it was asked later. */
  boolean answer(long id, LocalDate day) {
    return jdbc.sql(
                """
                UPDATE plugin_siteaudit.question SET answered = :day
                WHERE id = :id AND answered IS NULL AND asked <= :day
                """)
            .param("day", day)
            .param("id", id)
            .update()
        == 1;
  }
}
