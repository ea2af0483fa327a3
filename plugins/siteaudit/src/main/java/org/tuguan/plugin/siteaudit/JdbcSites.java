package org.tuguan.plugin.siteaudit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sites in the database. */
@Repository
class JdbcSites {
  private final JdbcClient jdbc;

  JdbcSites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By agency and title. */
  List<Site> list() {
    return jdbc.sql("SELECT * FROM plugin_siteaudit.site ORDER BY agency, title, id")
        .query((row, i) -> site(row))
        .list();
  }

  Optional<Site> find(long id) {
    return jdbc.sql("SELECT * FROM plugin_siteaudit.site WHERE id = :id")
        .param("id", id)
        .query((row, i) -> site(row))
        .optional();
  }

  /**
   * Empty if there is a site of this address already.
   *
   * @return its id
   */
  Optional<Long> insert(Site site) {
    return bound(
            """
            INSERT INTO plugin_siteaudit.site
              (agency, title, url, required, fresh_days, every_days, answer_days, active, synthetic)
            VALUES (:agency, :title, :url, :required, :fresh, :every, :answer, :active, :synthetic)
            ON CONFLICT (url) DO NOTHING RETURNING id
            """,
            site)
        .param("synthetic", site.synthetic())
        .query(Long.class)
        .optional();
  }

  /** False if there is none of this id. */
  boolean update(Site site) {
    return bound(
                """
                UPDATE plugin_siteaudit.site SET agency = :agency, title = :title, url = :url,
                  required = :required, fresh_days = :fresh, every_days = :every,
                  answer_days = :answer, active = :active
                WHERE id = :id
                """,
                site)
            .param("id", site.id())
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec bound(String sql, Site site) {
    return jdbc.sql(sql)
        .param("agency", site.agency())
        .param("title", site.title())
        .param("url", site.url())
        .param("required", site.required().toArray(String[]::new))
        .param("fresh", site.freshDays())
        .param("every", site.everyDays())
        .param("answer", site.answerDays())
        .param("active", site.active());
  }

  boolean delete(long id) {
    return jdbc.sql("DELETE FROM plugin_siteaudit.site WHERE id = :id").param("id", id).update()
        == 1;
  }

  void deleteSynthetic() {
    jdbc.sql("DELETE FROM plugin_siteaudit.site WHERE synthetic").update();
  }

  private static Site site(ResultSet row) throws SQLException {
    return new Site(
        row.getLong("id"),
        row.getString("agency"),
        row.getString("title"),
        row.getString("url"),
        List.of((String[]) row.getArray("required").getArray()),
        row.getInt("fresh_days"),
        row.getInt("every_days"),
        row.getInt("answer_days"),
        row.getBoolean("active"),
        row.getBoolean("synthetic"));
  }
}
