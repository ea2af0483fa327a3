package org.tuguan.api.plugin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.tuguan.api.snapshots.PostGisChanges;
import org.tuguan.core.feature.TableRef;

/** The database as plugins get it: the server's own, so that one transaction holds both. */
@Component
class JdbcGifts {
  private final DataSource database;
  private final JdbcTemplate template;
  private final PlatformTransactionManager transactions;
  private final PostGisChanges changes;

  JdbcGifts(
      DataSource database,
      JdbcTemplate template,
      PlatformTransactionManager transactions,
      PostGisChanges changes) {
    this.database = database;
    this.template = template;
    this.transactions = transactions;
    this.changes = changes;
  }

  Map<String, Object> beans() {
    return Map.of(
        "dataSource",
        database,
        "jdbcTemplate",
        new JdbcTemplate(database),
        "namedParameterJdbcTemplate",
        new NamedParameterJdbcTemplate(database),
        "jdbcClient",
        JdbcClient.create(database),
        "transactionManager",
        transactions);
  }

  /** Has every node read the rows of a table or view anew. */
  void sayChanged(TableRef table) {
    template.execute((ConnectionCallback<Void>) connection -> say(connection, table));
  }

  private Void say(Connection connection, TableRef table) throws SQLException {
    changes.sayChanged(connection, table);
    return null;
  }
}
