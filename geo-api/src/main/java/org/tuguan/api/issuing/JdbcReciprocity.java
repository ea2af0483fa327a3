package org.tuguan.api.issuing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** On which agreements the layers of applications rest (migration V029). */
@Repository
class JdbcReciprocity {
  /**
   * A layer rests on an agreement that lets the applicant download it, in part of the area at
   * least; of several on the one that covers the area, then on the one that lasts longest. Other
   * layers of the application rest on none.
   */
  private static final String REST =
      """
      UPDATE tuguan.application_layer l SET agreement = CASE WHEN l.layer = ANY (CAST(:layers AS text[])) THEN (
        SELECT x.agreement
        FROM tuguan.agreement_access x
        JOIN tuguan.agreement g ON g.id = x.agreement AND g.state IN ('IN_FORCE', 'EXPIRING')
        JOIN tuguan.agreement_layer y
          ON y.agreement = x.agreement AND y.direction = x.direction AND y.layer = x.layer
        WHERE x.layer = l.layer AND 'DOWNLOAD' = ANY (y.rights) AND (x.agency = a.agency OR x.partner = a.partner)
          AND CAST(:today AS date) BETWEEN x.first_day AND coalesce(x.last_day, 'infinity')
          AND (g.area IS NULL OR q.area IS NULL OR ST_Intersects(g.area, q.area))
        ORDER BY g.area IS NULL OR coalesce(ST_Covers(g.area, q.area), false) DESC,
          x.last_day DESC NULLS FIRST, x.agreement
        LIMIT 1) END
      FROM tuguan.application a
      JOIN tuguan.quote_layer q ON q.quote = a.quote
      WHERE a.id = :application AND l.application = a.id AND q.layer = l.layer
      """;

  private final JdbcClient jdbc;

  JdbcReciprocity(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes by which agreements in force the applicant gets these layers, and that the others of the
   * application rest on none.
   *
   * @param layers that are free by reciprocity
   * @return numbers of the agreements; none for layers without one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> rest(long application, Collection<String> layers, LocalDate today) {
    jdbc.sql(REST)
        .param("application", application)
        .param("layers", layers.toArray(String[]::new))
        .param("today", today)
        .update();
    return jdbc.sql(
            """
            SELECT DISTINCT g.number FROM tuguan.application_layer l
            JOIN tuguan.agreement g ON g.id = l.agreement WHERE l.application = :application ORDER BY 1
            """)
        .param("application", application)
        .query(String.class)
        .list();
  }
}
