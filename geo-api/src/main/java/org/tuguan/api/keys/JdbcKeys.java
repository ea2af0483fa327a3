package org.tuguan.api.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;
import org.tuguan.core.access.AddressRange;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.KeyScope;
import org.tuguan.core.access.KeyTerms;
import org.tuguan.core.access.Right;

/** The keys in the database (migration V007). */
@Repository
class JdbcKeys {
  private static final String SELECT =
      """
      SELECT k.*, public.ST_AsBinary(k.area) AS wkb, coalesce(m.requests, 0) AS requests
      FROM tuguan.access_key k
      LEFT JOIN tuguan.key_month m ON m.key = k.id AND m.month = :month
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcKeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private LocalDate month() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone()).withDayOfMonth(1);
  }

  /** The key with this hash, revoked or not. */
  Optional<AccessKey> find(byte[] hash) {
    return jdbc.sql(SELECT + "WHERE k.hash = :hash")
        .param("month", month())
        .param("hash", hash)
        .query(JdbcKeys::key)
        .optional();
  }

  Optional<AccessKey> find(long id) {
    return jdbc.sql(SELECT + "WHERE k.id = :id")
        .param("month", month())
        .param("id", id)
        .query(JdbcKeys::key)
        .optional();
  }

  /** Newest first, revoked ones last. */
  List<AccessKey> listAll() {
    return jdbc.sql(SELECT + "ORDER BY k.revoked_at IS NOT NULL, k.id DESC LIMIT 5000")
        .param("month", month())
        .query(JdbcKeys::key)
        .list();
  }

  /** Those of an account, and of the agency and partner if there is one; newest first. */
  List<AccessKey> listOf(String user, Optional<String> agency, Optional<Long> partner) {
    return jdbc.sql(
            SELECT
                + """
                WHERE k.user_name = :user OR k.agency = :agency::text OR k.partner = :partner::bigint
                ORDER BY k.revoked_at IS NOT NULL, k.id DESC LIMIT 5000
                """)
        .param("month", month())
        .param("user", user)
        .param("agency", agency.orElse(null))
        .param("partner", partner.orElse(null))
        .query(JdbcKeys::key)
        .list();
  }

  int countValid(KeyHolder holder) {
    return jdbc.sql(
            """
            SELECT count(*) FROM tuguan.access_key
            WHERE revoked_at IS NULL AND (user_name = :user::text OR agency = :agency::text
              OR partner = :partner::bigint)
            """)
        .param("user", holder.user().orElse(null))
        .param("agency", holder.agency().orElse(null))
        .param("partner", holder.partner().orElse(null))
        .query(Integer.class)
        .single();
  }

  /**
   * @return id of the new key
   */
  long insert(NewKey key, byte[] hash, String hint, String by) {
    KeyTerms terms = key.terms();
    return jdbc.sql(
            """
            INSERT INTO tuguan.access_key (hash, hint, name, user_name, agency, partner, layers, rights, area,
              area_name, valid_from, valid_until, addresses, per_minute, per_month, created_at, created_by)
            VALUES (:hash, :hint, :name, :user, :agency, :partner, :layers, :rights,
              public.ST_Multi(public.ST_SetSRID(public.ST_GeomFromGeoJSON(:area::text), 4326)),
              :areaName, :from, :until, :addresses, :perMinute, :perMonth, :at, :by)
            RETURNING id
            """)
        .param("hash", hash)
        .param("hint", hint)
        .param("name", key.name())
        .param("user", key.holder().user().orElse(null))
        .param("agency", key.holder().agency().orElse(null))
        .param("partner", key.holder().partner().orElse(null))
        .param("layers", key.layers().toArray(String[]::new))
        .param("rights", key.rights().stream().map(Right::name).toArray(String[]::new))
        .param("area", key.area().orElse(null))
        .param("areaName", key.areaName().orElse(null))
        .param("from", terms.from().orElse(null))
        .param("until", terms.until().orElse(null))
        .param("addresses", terms.addresses().stream().map(Object::toString).toArray(String[]::new))
        .param("perMinute", terms.perMinute())
        .param("perMonth", terms.perMonth().isPresent() ? terms.perMonth().getAsLong() : null)
        .param("at", Rows.at(clock.instant()))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  /**
   * @return false if it was revoked before
   */
  boolean revoke(long id, String by) {
    return jdbc.sql(
                """
                UPDATE tuguan.access_key SET revoked_at = :at, revoked_by = :by
                WHERE id = :id AND revoked_at IS NULL
                """)
            .param("at", Rows.at(clock.instant()))
            .param("by", by)
            .param("id", id)
            .update()
        == 1;
  }

  /** Says that a key comes with an agreement and goes with it. */
  void tie(long id, long agreement) {
    jdbc.sql("UPDATE tuguan.access_key SET agreement = :agreement WHERE id = :id")
        .param("agreement", agreement)
        .param("id", id)
        .update();
  }

  /** Ids of keys that come with an agreement and are not revoked. */
  List<Long> listOf(long agreement) {
    return jdbc.sql(
            """
            SELECT id FROM tuguan.access_key
            WHERE agreement = :agreement AND revoked_at IS NULL ORDER BY id FOR UPDATE
            """)
        .param("agreement", agreement)
        .query(Long.class)
        .list();
  }

  /**
   * Adds what this node has counted.
   *
   * @param month its first day
   * @return what all nodes together have counted in that month; empty if the key is gone
   */
  OptionalLong addUses(long id, LocalDate month, long requests, Instant last) {
    Optional<Long> total =
        jdbc.sql(
                """
            WITH used AS (
              UPDATE tuguan.access_key SET last_used = greatest(last_used, :last) WHERE id = :id RETURNING id)
            INSERT INTO tuguan.key_month AS m (key, month, requests)
            SELECT id, :month, :requests FROM used
            ON CONFLICT (key, month) DO UPDATE SET requests = m.requests + excluded.requests
            RETURNING requests
            """)
            .param("id", id)
            .param("month", month)
            .param("requests", requests)
            .param("last", Rows.at(last))
            .query(Long.class)
            .optional();
    return total.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private static AccessKey key(ResultSet row, int i) throws SQLException {
    return new AccessKey(
        row.getString("name"),
        row.getString("hint"),
        new KeyHolder(
            Optional.ofNullable(row.getString("user_name")),
            Optional.ofNullable(row.getString("agency")),
            Optional.ofNullable(row.getObject("partner", Long.class))),
        new KeyScope(
            row.getLong("id"),
            Set.copyOf(Rows.texts(row, "layers")),
            Rows.texts(row, "rights").stream().map(Right::valueOf).collect(Collectors.toSet()),
            Rows.findGeometry(row, "wkb")
                .<Ground>map(Ground.Within::new)
                .orElse(Ground.EVERYWHERE)),
        Optional.ofNullable(row.getString("area_name")),
        terms(row),
        Rows.instant(row, "created_at"),
        Rows.findInstant(row, "revoked_at"),
        Rows.findInstant(row, "last_used"),
        row.getLong("requests"));
  }

  private static KeyTerms terms(ResultSet row) throws SQLException {
    Long perMonth = row.getObject("per_month", Long.class);
    return new KeyTerms(
        Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
        Rows.texts(row, "addresses").stream()
            .map(text -> AddressRange.parse(text).orElseThrow())
            .toList(),
        row.getInt("per_minute"),
        perMonth == null ? OptionalLong.empty() : OptionalLong.of(perMonth));
  }
}
