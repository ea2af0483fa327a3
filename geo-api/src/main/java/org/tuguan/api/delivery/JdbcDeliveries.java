package org.tuguan.api.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;
import org.tuguan.core.LocalText;
import org.tuguan.core.delivery.Licence;
import org.tuguan.core.delivery.Manifest;

/** The packages in the database (migration V012). */
@Repository
class JdbcDeliveries {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcDeliveries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Delivery> find(long application) {
    return jdbc.sql("SELECT * FROM tuguan.delivery WHERE application = :application")
        .param("application", application)
        .query((row, i) -> delivery(row))
        .optional();
  }

  /** False if it is there already. */
  boolean insert(long application, long features) {
    return jdbc.sql(
                """
                INSERT INTO tuguan.delivery (application, state, features_expected, created, changed)
                VALUES (:application, 'WAITING', :features, :now, :now) ON CONFLICT DO NOTHING
                """)
            .param("application", application)
            .param("features", features)
            .param("now", now())
            .update()
        == 1;
  }

  /** Begins a try and gives its number: what earlier ones still do will not count. */
  int begin(long application) {
    return jdbc.sql(
            """
            UPDATE tuguan.delivery SET state = 'MAKING', attempt = attempt + 1, features_done = 0, changed = :now
            WHERE application = :application RETURNING attempt
            """)
        .param("application", application)
        .param("now", now())
        .query(Integer.class)
        .single();
  }

  void licensed(long application, Licence licence) {
    jdbc.sql(
            """
            UPDATE tuguan.delivery SET licence = :licence, licence_from = :from, licence_until = :until,
              licensor_zh = :zh, licensor_en = :en WHERE application = :application
            """)
        .param("licence", licence.number())
        .param("from", licence.from())
        .param("until", licence.until().orElse(null))
        .param("zh", licence.licensor().zh())
        .param("en", licence.licensor().en())
        .param("application", application)
        .update();
  }

  void progress(long application, int attempt, long features) {
    jdbc.sql(
            """
            UPDATE tuguan.delivery SET features_done = :features, changed = :now
            WHERE application = :application AND attempt = :attempt AND state = 'MAKING'
            """)
        .param("features", features)
        .param("now", now())
        .param("application", application)
        .param("attempt", attempt)
        .update();
  }

  /** False if this try does not count any more. */
  boolean finish(long application, int attempt, String file, Manifest manifest) {
    int finished =
        jdbc.sql(
                """
                UPDATE tuguan.delivery SET state = 'READY', file = :file, bytes = :bytes, sha256 = :sha256, made = :made,
                  error_zh = '', error_en = '', fetched = '{}', changed = :now
                WHERE application = :application AND attempt = :attempt AND state = 'MAKING'
                """)
            .param("file", file)
            .param("bytes", manifest.bytes())
            .param("sha256", manifest.sha256())
            .param("made", Rows.at(manifest.made()))
            .param("now", now())
            .param("application", application)
            .param("attempt", attempt)
            .update();
    if (finished == 1) {
      writeContents(application, manifest);
    }
    return finished == 1;
  }

  private void writeContents(long application, Manifest manifest) {
    for (String table : List.of("delivery_file", "delivery_layer")) {
      jdbc.sql("DELETE FROM tuguan." + table + " WHERE application = :application")
          .param("application", application)
          .update();
    }
    for (Manifest.PackagedFile file : manifest.files()) {
      jdbc.sql("INSERT INTO tuguan.delivery_file VALUES (:application, :path, :bytes, :sha256)")
          .param("application", application)
          .param("path", file.path())
          .param("bytes", file.bytes())
          .param("sha256", file.sha256())
          .update();
    }
    for (int i = 0; i < manifest.layers().size(); i++) {
      Manifest.PackagedData data = manifest.layers().get(i);
      jdbc.sql(
              """
              INSERT INTO tuguan.delivery_layer
              VALUES (:application, :position, :layer, :format, :crs, :features, :version, :notes)
              """)
          .param("application", application)
          .param("position", i)
          .param("layer", data.layer())
          .param("format", data.format())
          .param("crs", data.crs())
          .param("features", data.features())
          .param("version", Rows.at(data.dataVersion()))
          .param("notes", data.notes().toArray(String[]::new))
          .update();
    }
  }

  /** What was written, in the order in which it was. */
  List<Manifest.PackagedData> listData(long application) {
    return jdbc.sql(
            "SELECT * FROM tuguan.delivery_layer WHERE application = :application ORDER BY position")
        .param("application", application)
        .query(
            (row, i) ->
                new Manifest.PackagedData(
                    row.getString("layer"),
                    row.getString("format"),
                    row.getString("crs"),
                    row.getLong("features"),
                    Rows.instant(row, "data_version"),
                    Rows.texts(row, "notes")))
        .list();
  }

  void failed(long application, int attempt, LocalText error) {
    jdbc.sql(
            """
            UPDATE tuguan.delivery SET state = 'WAITING', error_zh = :zh, error_en = :en, changed = :now
            WHERE application = :application AND attempt = :attempt AND state = 'MAKING'
            """)
        .param("zh", error.zh())
        .param("en", error.en())
        .param("now", now())
        .param("application", application)
        .param("attempt", attempt)
        .update();
  }

  /** False if somebody is making it, or has. */
  boolean giveUp(long application) {
    return jdbc.sql(
                """
                UPDATE tuguan.delivery SET state = 'FAILED', changed = :now
                WHERE application = :application AND state = 'WAITING'
                """)
            .param("now", now())
            .param("application", application)
            .update()
        == 1;
  }

  /**
   * Notes that these bytes went out.
   *
   * @return true if every byte of this very package has by now
   */
  boolean fetched(long application, String sha256, long first, long after) {
    return jdbc.sql(
            """
            UPDATE tuguan.delivery SET fetched = fetched + int8multirange(int8range(:first, :after))
            WHERE application = :application AND sha256 = :sha256
            RETURNING fetched @> int8range(0, bytes)
            """)
        .param("first", first)
        .param("after", after)
        .param("application", application)
        .param("sha256", sha256)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** False if it was not failed. */
  boolean again(long application) {
    return jdbc.sql(
                """
                UPDATE tuguan.delivery SET state = 'WAITING', changed = :now
                WHERE application = :application AND state = 'FAILED'
                """)
            .param("now", now())
            .param("application", application)
            .update()
        == 1;
  }

  /** False if it was before, or if there is no licence yet. */
  boolean revoke(long application, String reason) {
    return jdbc.sql(
                """
                UPDATE tuguan.delivery SET revoked = :now, revoked_reason = :reason, changed = :now
                WHERE application = :application AND revoked IS NULL AND licence IS NOT NULL
                """)
            .param("now", now())
            .param("reason", reason)
            .param("application", application)
            .update()
        == 1;
  }

  /**
   * A licence that holds.
   *
   * @param paid true if other layers under it were charged
   */
  record Resting(long application, boolean paid) {}

  /** Of applications with a layer that was free by an agreement. */
  List<Resting> listResting(long agreement) {
    return jdbc.sql(
            """
            SELECT DISTINCT d.application, coalesce(a.total_twd, 0) > 0 AS paid
            FROM tuguan.application_layer l
            JOIN tuguan.application a ON a.id = l.application
            JOIN tuguan.delivery d ON d.application = l.application
            WHERE l.agreement = :agreement AND d.revoked IS NULL AND d.licence IS NOT NULL ORDER BY 1
            """)
        .param("agreement", agreement)
        .query((row, i) -> new Resting(row.getLong("application"), row.getBoolean("paid")))
        .list();
  }

  /**
   * Numbers of the agreements that an application rests on and that are not in force on a day; none
   * of them ends before the transaction does. Before anything of the delivery is written: whoever
   * ends an agreement has its lock and waits for deliveries.
   */
  List<String> listLapsed(long application, LocalDate today) {
    return jdbc.sql(
            """
            SELECT DISTINCT number FROM (
              SELECT g.* FROM tuguan.application_layer l JOIN tuguan.agreement g ON g.id = l.agreement
              WHERE l.application = :application FOR SHARE OF g) AS rests
            WHERE state NOT IN ('IN_FORCE', 'EXPIRING')
              OR CAST(:today AS date) NOT BETWEEN first_day AND least(valid_until, last_day)
            ORDER BY 1
            """)
        .param("application", application)
        .param("today", today)
        .query(String.class)
        .list();
  }

  /** No package is made, until a person tries again. */
  void refuse(long application, LocalText error) {
    jdbc.sql(
            """
            UPDATE tuguan.delivery SET state = 'FAILED', error_zh = :zh, error_en = :en, changed = :now
            WHERE application = :application
            """)
        .param("zh", error.zh())
        .param("en", error.en())
        .param("now", now())
        .param("application", application)
        .update();
  }

  /** Applications that are settled and of which nobody makes a package, for whatever reason. */
  List<Long> listForgotten() {
    return jdbc.sql(
            """
            SELECT a.id FROM tuguan.application a LEFT JOIN tuguan.delivery d ON d.application = a.id
            WHERE a.state IN ('PAID', 'PRODUCING') AND d.state IS DISTINCT FROM 'FAILED' ORDER BY a.id LIMIT 1000
            """)
        .query(Long.class)
        .list();
  }

  /** Names of the files whose licences hold. */
  List<String> listFiles(LocalDate day) {
    return jdbc.sql(
            """
            SELECT file FROM tuguan.delivery
            WHERE state = 'READY' AND revoked IS NULL AND (licence_until IS NULL OR licence_until >= :day)
            """)
        .param("day", day)
        .query(String.class)
        .list();
  }

  private OffsetDateTime now() {
    return Rows.at(clock.instant());
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong("application"),
        Delivery.State.valueOf(row.getString("state")),
        row.getInt("attempt"),
        row.getLong("features_done"),
        row.getLong("features_expected"),
        new LocalText(row.getString("error_zh"), row.getString("error_en")),
        row.getString("licence") == null ? Optional.empty() : Optional.of(licence(row)),
        row.getString("file") == null
            ? Optional.empty()
            : Optional.of(
                new Delivery.Packed(
                    row.getString("file"),
                    row.getLong("bytes"),
                    row.getString("sha256"),
                    Rows.instant(row, "made"))));
  }

  static Delivery.LicenceTerm licence(ResultSet row) throws SQLException {
    return new Delivery.LicenceTerm(
        row.getString("licence"),
        new LocalText(row.getString("licensor_zh"), row.getString("licensor_en")),
        row.getObject("licence_from", LocalDate.class),
        Optional.ofNullable(row.getObject("licence_until", LocalDate.class)),
        Optional.ofNullable(row.getObject("revoked", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getString("revoked_reason"));
  }
}
