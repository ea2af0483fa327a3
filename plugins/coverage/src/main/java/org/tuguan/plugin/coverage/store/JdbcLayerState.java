package org.tuguan.plugin.coverage.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tuguan.plugin.coverage.store.JdbcRevisions.Topic;

/** Which state of stations and people the layers show. Safe for any thread. */
@Component
public class JdbcLayerState {
  /** A state of what the layers are made from. */
  public record Revisions(long inventory, long census) {
    /** Nothing was ever entered. */
    static final Revisions NONE = new Revisions(0, 0);
  }

  /**
   * What the layers show.
   *
   * @param madeAt when they were written; empty if they never were
   * @param failed whether the last attempt to write them failed
   */
  public record Shown(Revisions revisions, Optional<Instant> madeAt, boolean failed) {}

  private final JdbcClient database;
  private final JdbcRevisions revisions;

  JdbcLayerState(JdbcClient database, JdbcRevisions revisions) {
    this.database = database;
    this.revisions = revisions;
  }

  /** What layers written now would show. */
  public Revisions current() {
    return new Revisions(revisions.current(Topic.INVENTORY), revisions.current(Topic.CENSUS));
  }

  public Shown shown() {
    return database
        .sql("SELECT * FROM plugin_coverage.layer_state")
        .query(
            (row, number) ->
                new Shown(
                    new Revisions(
                        row.getLong("inventory_revision"), row.getLong("census_revision")),
                    Optional.ofNullable(row.getObject("made_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    row.getObject("failed_at") != null))
        .optional()
        .orElse(new Shown(Revisions.NONE, Optional.empty(), false));
  }

  /** To be called in the transaction that writes the layers. */
  public void written(Revisions shown, Instant at) {
    database
        .sql(
            """
            INSERT INTO plugin_coverage.layer_state (inventory_revision, census_revision, made_at)
            VALUES (:inventory, :census, :at)
            ON CONFLICT (sole) DO UPDATE SET inventory_revision = excluded.inventory_revision,
              census_revision = excluded.census_revision, made_at = excluded.made_at,
              failed_at = NULL
            """)
        .param("inventory", shown.inventory())
        .param("census", shown.census())
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  /** What the layers show stays as it was, and so does that they never were written. */
  public void failed(Instant at) {
    database
        .sql(
            """
            INSERT INTO plugin_coverage.layer_state (inventory_revision, census_revision, failed_at)
            VALUES (:inventory, :census, :at)
            ON CONFLICT (sole) DO UPDATE SET failed_at = excluded.failed_at
            """)
        .param("inventory", Revisions.NONE.inventory())
        .param("census", Revisions.NONE.census())
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }
}
