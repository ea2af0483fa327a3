package org.tuguan.plugin.coverage.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers that grow with every change of what is held in memory. Safe for any thread. */
@Component
public class JdbcRevisions {
  /** What may change. */
  public enum Topic {
    INVENTORY("inventory"),
    CENSUS("census");

    private final String code;

    Topic(String code) {
      this.code = code;
    }
  }

  private final JdbcClient database;

  public JdbcRevisions(JdbcClient database) {
    this.database = database;
  }

  public long current(Topic topic) {
    return database
        .sql("SELECT number FROM plugin_coverage.revision WHERE topic = :topic")
        .param("topic", topic.code)
        .query(Long.class)
        .single();
  }

  /** To be called in the transaction of the change. */
  void grow(Topic topic) {
    database
        .sql("UPDATE plugin_coverage.revision SET number = number + 1 WHERE topic = :topic")
        .param("topic", topic.code)
        .update();
  }
}
