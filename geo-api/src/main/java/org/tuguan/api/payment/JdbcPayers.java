package org.tuguan.api.payment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What those are called who pay. */
@Repository
class JdbcPayers {
  private final JdbcClient jdbc;

  JdbcPayers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Organisation, agency or person that made an application. */
  String name(long application) {
    return jdbc.sql(
            """
            SELECT coalesce(p.name, g.name_zh, nullif(c.display_name, ''), c.name) AS name
            FROM tuguan.application a JOIN tuguan.account c ON c.name = a.account
              LEFT JOIN tuguan.partner p ON p.id = a.partner LEFT JOIN tuguan.agency g ON g.id = a.agency
            WHERE a.id = :id
            """)
        .param("id", application)
        .query(String.class)
        .single();
  }
}
