package org.tuguan.plugin.@id@;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.analysis.Period;
import org.tuguan.core.plugin.PluginAudit;

/** The notes in the plugin's own schema. */
@Repository
class JdbcNotes {
  private final JdbcClient jdbc;
  private final PluginAudit audit;

  JdbcNotes(JdbcClient jdbc, PluginAudit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** The note and its line in the audit trail are one transaction. */
  @Transactional
  public void add(Note note) {
    long id =
        jdbc.sql(
                "INSERT INTO plugin_@id@.note (day, account, text) VALUES (?, ?, ?) RETURNING id")
            .params(note.day(), note.account(), note.text())
            .query(Long.class)
            .single();
    audit.record("note.add", "note:" + id, Map.of());
  }

  /** The latest first. */
  List<Note> list(int limit) {
    return jdbc.sql("SELECT day, account, text FROM plugin_@id@.note ORDER BY id DESC LIMIT ?")
        .param(limit)
        .query(
            (row, i) ->
                new Note(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3)))
        .list();
  }

  long count(Period period) {
    return jdbc.sql("SELECT count(*) FROM plugin_@id@.note WHERE day BETWEEN ? AND ?")
        .params(period.from(), period.until())
        .query(Long.class)
        .single();
  }
}
