package org.tuguan.api.issuing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** The fee standards that were published here. */
@Repository
class JdbcFeeStandards {
  private final JdbcClient jdbc;

  JdbcFeeStandards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Grows with every change. */
  long version() {
    return jdbc.sql("SELECT version FROM tuguan.fee_standard_version").query(Long.class).single();
  }

  List<String> listDocuments() {
    return jdbc.sql("SELECT document FROM tuguan.fee_standard ORDER BY id, effective_from")
        .query(String.class)
        .list();
  }

  Optional<String> findDocument(String id, LocalDate from) {
    return jdbc.sql(
            "SELECT document FROM tuguan.fee_standard WHERE id = :id AND effective_from = :from")
        .param("id", id)
        .param("from", from)
        .query(String.class)
        .optional();
  }

  /** Another document in the place of one that is there. */
  void put(String id, LocalDate from, String document, Instant now, String by) {
    jdbc.sql(
            """
            INSERT INTO tuguan.fee_standard (id, effective_from, document, published, published_by)
            VALUES (:id, :from, :document, :now, :by)
            ON CONFLICT (id, effective_from) DO UPDATE
            SET document = EXCLUDED.document, published = EXCLUDED.published, published_by = EXCLUDED.published_by
            """)
        .param("id", id)
        .param("from", from)
        .param("document", document)
        .param("now", Rows.at(now))
        .param("by", by)
        .update();
  }

  /** True if a quote was given under this version. */
  boolean used(String id, String version) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM tuguan.quote WHERE standard = :id AND standard_version = :version)
            """)
        .param("id", id)
        .param("version", version)
        .query(Boolean.class)
        .single();
  }
}
