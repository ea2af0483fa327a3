package org.tuguan.api.people;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** What somebody applied for and paid, for the export of what is kept about them. */
@Repository
class JdbcPersonalRecords {
  private static final String OWN =
      " JOIN tuguan.application a ON a.id = x.application WHERE a.account = :account ORDER BY x.id";

  private final JdbcClient jdbc;

  JdbcPersonalRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param amount whole NT$; null while there is no price
   */
  record AppliedFor(
      String number, String state, String purpose, BigDecimal amount, Instant created) {}

  record Handed(String application, String kind, String name, Instant uploaded) {}

  /**
   * @param payer as it stands on the papers
   * @param amount whole NT$
   * @param paid day in Asia/Taipei; null while it is not
   * @param receipt number; null without one
   */
  record Paid(
      String number,
      String application,
      String payer,
      BigDecimal amount,
      String state,
      LocalDate paid,
      String receipt) {}

  List<AppliedFor> applications(String account) {
    return jdbc.sql("SELECT * FROM tuguan.application WHERE account = :account ORDER BY id")
        .param("account", account)
        .query((row, i) -> applied(row))
        .list();
  }

  List<Handed> documents(String account) {
    return jdbc.sql(
            "SELECT x.kind, x.name, x.uploaded, a.number FROM tuguan.application_document x" + OWN)
        .param("account", account)
        .query((row, i) -> handed(row))
        .list();
  }

  List<Paid> payments(String account) {
    return jdbc.sql(
            """
            SELECT x.*, a.number AS applied,
              (SELECT r.number FROM tuguan.receipt r WHERE r.payment = x.id) AS receipt
            FROM tuguan.payment x"""
                + OWN)
        .param("account", account)
        .query((row, i) -> paid(row))
        .list();
  }

  private static AppliedFor applied(ResultSet row) throws SQLException {
    return new AppliedFor(
        row.getString("number"),
        row.getString("state"),
        row.getString("purpose"),
        row.getBigDecimal("total_twd"),
        Rows.instant(row, "created"));
  }

  private static Handed handed(ResultSet row) throws SQLException {
    return new Handed(
        row.getString("number"),
        row.getString("kind"),
        row.getString("name"),
        Rows.instant(row, "uploaded"));
  }

  private static Paid paid(ResultSet row) throws SQLException {
    return new Paid(
        row.getString("number"),
        row.getString("applied"),
        row.getString("payer"),
        row.getBigDecimal("amount_twd"),
        row.getString("state"),
        row.getObject("paid", LocalDate.class),
        row.getString("receipt"));
  }
}
