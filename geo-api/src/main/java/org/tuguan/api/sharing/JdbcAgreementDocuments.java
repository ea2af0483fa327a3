package org.tuguan.api.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** The documents of agreements in the database. */
@Repository
class JdbcAgreementDocuments {
  private final JdbcClient jdbc;

  JdbcAgreementDocuments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if this content is there already. */
  boolean insert(
      long agreement,
      String name,
      String type,
      String hash,
      byte[] content,
      Instant at,
      String by) {
    return jdbc.sql(
                """
                INSERT INTO tuguan.agreement_document
                  (agreement, name, media_type, sha256, content, uploaded, uploaded_by)
                VALUES (:agreement, :name, :type, :hash, :content, :at, :by)
                ON CONFLICT (agreement, sha256) DO NOTHING
                """)
            .param("agreement", agreement)
            .param("name", name)
            .param("type", type)
            .param("hash", hash)
            .param("content", content)
            .param("at", Rows.at(at))
            .param("by", by)
            .update()
        == 1;
  }

  List<AgreementJson.DocumentJson> list(long agreement) {
    return jdbc.sql(
            """
            SELECT id, name, media_type, sha256, uploaded FROM tuguan.agreement_document
            WHERE agreement = :agreement ORDER BY id
            """)
        .param("agreement", agreement)
        .query(
            (row, i) ->
                new AgreementJson.DocumentJson(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("media_type"),
                    row.getString("sha256"),
                    Rows.instant(row, "uploaded")))
        .list();
  }

  Optional<byte[]> findContent(long agreement, long id) {
    return jdbc.sql(
            """
            SELECT content FROM tuguan.agreement_document WHERE agreement = :agreement AND id = :id
            """)
        .param("agreement", agreement)
        .param("id", id)
        .query(byte[].class)
        .optional();
  }
}
