package org.tuguan.plugin.kpi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of definitions that were published here. */
@Repository
class JdbcDefinitions {
  private final JdbcClient jdbc;

  JdbcDefinitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A version as it was published.
   *
   * @param document letter by letter
   */
  record Published(String id, int version, String document, Instant published, String by) {}

  /** The newest of each. */
  List<Published> listNewest() {
    return jdbc.sql(
            "SELECT DISTINCT ON (id) * FROM plugin_kpi.definition ORDER BY id, version DESC")
        .query((row, i) -> published(row))
        .list();
  }

  /** Of one, newest first. */
  List<Published> listVersions(String id) {
    return jdbc.sql("SELECT * FROM plugin_kpi.definition WHERE id = :id ORDER BY version DESC")
        .param("id", id)
        .query((row, i) -> published(row))
        .list();
  }

  /** Empty if somebody has published this version in the meantime. */
  Optional<Published> insert(Published published) {
    return jdbc.sql(
            """
            INSERT INTO plugin_kpi.definition (id, version, document, published, published_by)
            VALUES (:id, :version, :document, :published, :by)
            ON CONFLICT (id, version) DO NOTHING RETURNING *
            """)
        .param("id", published.id())
        .param("version", published.version())
        .param("document", published.document())
        .param("published", published.published().atOffset(ZoneOffset.UTC))
        .param("by", published.by())
        .query((row, i) -> published(row))
        .optional();
  }

  private static Published published(ResultSet row) throws SQLException {
    return new Published(
        row.getString("id"),
        row.getInt("version"),
        row.getString("document"),
        row.getObject("published", OffsetDateTime.class).toInstant(),
        row.getString("published_by"));
  }
}
