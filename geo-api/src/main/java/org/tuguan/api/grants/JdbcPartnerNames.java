package org.tuguan.api.grants;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What partner organisations are called. */
@Repository
class JdbcPartnerNames {
  private final JdbcClient jdbc;

  JdbcPartnerNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By id. */
  Map<Long, String> list() {
    Map<Long, String> names = new LinkedHashMap<>();
    jdbc.sql("SELECT id, name FROM tuguan.partner ORDER BY id")
        .query(
            row -> {
              names.put(row.getLong(1), row.getString(2));
            });
    return names;
  }
}
