package org.tuguan.plugin.coverage.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans that were saved, version by version. Safe for any thread. */
@Component
public class JdbcPlans {
  /**
   * One version of a plan.
   *
   * @param id the same for all versions; cannot be guessed
   * @param account who saved it
   * @param request what was asked for: parameters, changes, seed
   * @param result what came out
   */
  public record Saved(
      String id,
      int version,
      String title,
      String account,
      Instant madeAt,
      JsonNode request,
      JsonNode result) {}

  private final JdbcClient database;
  private final JsonMapper json;

  public JdbcPlans(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Saves the plan as the next version of its id, and says which that is. */
  public int save(Saved plan) {
    return database
        .sql(
            """
            INSERT INTO plugin_coverage.plan (id, version, title, account, made_at, request, result)
            SELECT :id, coalesce(max(version), 0) + 1, :title, :account, :made, :request::jsonb,
                   :result::jsonb
            FROM plugin_coverage.plan WHERE id = :id
            RETURNING version
            """)
        .param("id", plan.id())
        .param("title", plan.title())
        .param("account", plan.account())
        .param("made", OffsetDateTime.ofInstant(plan.madeAt(), ZoneOffset.UTC))
        .param("request", json.writeValueAsString(plan.request()))
        .param("result", json.writeValueAsString(plan.result()))
        .query(Integer.class)
        .single();
  }

  /**
   * @param version empty for the latest
   */
  public Optional<Saved> find(String id, Optional<Integer> version) {
    return database
        .sql(
            """
            SELECT * FROM plugin_coverage.plan
            WHERE id = :id AND (:version::int IS NULL OR version = :version::int)
            ORDER BY version DESC LIMIT 1
            """)
        .param("id", id)
        .param("version", version.orElse(null))
        .query((row, number) -> saved(row))
        .optional();
  }

  /** The latest version of each plan of an account, the newest first. */
  public List<Saved> list(String account) {
    return database
        .sql(
            """
            SELECT * FROM (SELECT DISTINCT ON (id) * FROM plugin_coverage.plan
                           WHERE account = :account ORDER BY id, version DESC) latest
            ORDER BY made_at DESC LIMIT 100
            """)
        .param("account", account)
        .query((row, number) -> saved(row))
        .list();
  }

  private Saved saved(ResultSet row) throws SQLException {
    return new Saved(
        row.getString("id"),
        row.getInt("version"),
        row.getString("title"),
        row.getString("account"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        json.readTree(row.getString("request")),
        json.readTree(row.getString("result")));
  }
}
