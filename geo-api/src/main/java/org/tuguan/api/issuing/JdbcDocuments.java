package org.tuguan.api.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.Rows;

/** The documents that came with applications. */
@Repository
class JdbcDocuments {
  private static final String LIST =
      """
      SELECT id, kind, name, media_type, size, sha256, uploaded, uploaded_by FROM tuguan.application_document
      WHERE application = :application ORDER BY id
      """;

  private final JdbcClient jdbc;

  JdbcDocuments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param sha256 of the content, lower-case hexadecimal
   * @param uploadedBy name of the account
   */
  record Document(
      long id,
      String kind,
      String name,
      String mediaType,
      long size,
      String sha256,
      Instant uploaded,
      String uploadedBy) {}

  /** False if this content is there already. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean insert(long application, Document document, byte[] content) {
    return jdbc.sql(
                """
                INSERT INTO tuguan.application_document
                  (application, kind, name, media_type, size, sha256, content, uploaded, uploaded_by)
                VALUES (:application, :kind, :name, :type, :size, :sha256, :content, :uploaded, :by)
                ON CONFLICT (application, sha256) DO NOTHING
                """)
            .param("application", application)
            .param("kind", document.kind())
            .param("name", document.name())
            .param("type", document.mediaType())
            .param("size", document.size())
            .param("sha256", document.sha256())
            .param("content", content)
            .param("uploaded", Rows.at(document.uploaded()))
            .param("by", document.uploadedBy())
            .update()
        == 1;
  }

  List<Document> list(long application) {
    return jdbc.sql(LIST).param("application", application).query((row, i) -> document(row)).list();
  }

  Optional<byte[]> findContent(long application, long id) {
    return jdbc.sql(
            """
            SELECT content FROM tuguan.application_document WHERE application = :application AND id = :id
            """)
        .param("application", application)
        .param("id", id)
        .query(byte[].class)
        .optional();
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        Rows.instant(row, "uploaded"),
        row.getString("uploaded_by"));
  }
}
