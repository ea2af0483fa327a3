package org.tuguan.api.people;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.access.ApplicantClass;

/** The partner organisations in the database. */
@Repository
class JdbcPartners {
  private final JdbcClient jdbc;

  JdbcPartners(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The id of the new one. */
  long insert(String name, ApplicantClass kind, boolean demo) {
    return jdbc.sql(
            """
            INSERT INTO tuguan.partner (name, applicant_class, demo)
            VALUES (:name, :class, :demo) RETURNING id
            """)
        .param("name", name)
        .param("class", kind.code())
        .param("demo", demo)
        .query(Long.class)
        .single();
  }

  void change(Partner partner) {
    jdbc.sql("UPDATE tuguan.partner SET name = :name, applicant_class = :class WHERE id = :id")
        .param("name", partner.name())
        .param("class", partner.applicantClass().code())
        .param("id", partner.id())
        .update();
  }

  Optional<Partner> find(long id) {
    return jdbc.sql("SELECT id, name, applicant_class FROM tuguan.partner WHERE id = :id")
        .param("id", id)
        .query((row, i) -> partner(row.getLong(1), row.getString(2), row.getString(3)))
        .optional();
  }

  List<Partner> list() {
    return jdbc.sql("SELECT id, name, applicant_class FROM tuguan.partner ORDER BY name, id")
        .query((row, i) -> partner(row.getLong(1), row.getString(2), row.getString(3)))
        .list();
  }

  private static Partner partner(long id, String name, String code) {
    return new Partner(id, name, ApplicantClass.find(code).orElseThrow());
  }
}
