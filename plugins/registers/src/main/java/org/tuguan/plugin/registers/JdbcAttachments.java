package org.tuguan.plugin.registers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of cases in the database. */
@Repository
class JdbcAttachments {
  private final JdbcClient jdbc;

  JdbcAttachments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param bytes its size
   */
  record Attachment(long id, String name, long bytes, Instant uploaded, String uploadedBy) {}

  record Content(String name, byte[] bytes) {}

  List<Attachment> listOf(long caseId) {
    return jdbc.sql(
            """
            SELECT id, name, length(content) AS bytes, uploaded, uploaded_by
            FROM plugin_registers.attachment WHERE case_id = :case ORDER BY id
            """)
        .param("case", caseId)
        .query(
            (row, i) ->
                new Attachment(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getLong("bytes"),
                    row.getObject("uploaded", OffsetDateTime.class).toInstant(),
                    row.getString("uploaded_by")))
        .list();
  }

  long insert(long caseId, Content content, Instant now, String by) {
    return jdbc.sql(
            """
            INSERT INTO plugin_registers.attachment (case_id, name, content, uploaded, uploaded_by)
            VALUES (:case, :name, :content, :now, :by) RETURNING id
            """)
        .param("case", caseId)
        .param("name", content.name())
        .param("content", content.bytes())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  Optional<Content> find(long caseId, long id) {
    return jdbc.sql(
            """
            SELECT name, content FROM plugin_registers.attachment WHERE case_id = :case AND id = :id
            """)
        .param("case", caseId)
        .param("id", id)
        .query((row, i) -> new Content(row.getString(1), row.getBytes(2)))
        .optional();
  }
}
