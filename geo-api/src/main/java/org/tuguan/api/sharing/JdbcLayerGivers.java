package org.tuguan.api.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which layers the sides of agreements may give away: those that they answer for, and those that
 * they have been given MANAGE of. A partner answers for no layer here.
 */
@Repository
class JdbcLayerGivers {
  private static final String MAY_GIVE =
      """
      tuguan.agreement_layer l
      JOIN tuguan.agreement g ON g.id = l.agreement
      JOIN tuguan.layer y ON y.name = l.layer AND (
        y.agency = CASE l.direction WHEN 'GIVEN' THEN g.agency ELSE g.with_agency END
        OR EXISTS (
          SELECT FROM tuguan.layer_grant t
          WHERE t.layer = y.name AND t.grantee_kind = 'AGENCY' AND 'MANAGE' = ANY (t.rights)
            AND t.grantee = CASE l.direction WHEN 'GIVEN' THEN g.agency ELSE g.with_agency END
            AND coalesce(t.valid_from <= CAST(:today AS date), true)
            AND coalesce(t.valid_until >= CAST(:today AS date), true)))
      """;

  private final JdbcClient jdbc;

  JdbcLayerGivers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A layer that is here, and which side gives it. */
  record Giving(AgreementLayer.Direction direction, String layer) {}

  /**
   * What of an agreement is there and its giver's to give on a day. In a transaction the rows of
   * these layers are locked: until it ends they stay and their agencies answer for them. What is
   * given by MANAGE is not locked: that right may be taken back meanwhile, as it may a moment
   * later. Without a transaction nothing is held.
   */
  Set<Giving> list(long agreement, LocalDate today) {
    return jdbc.sql(
            "SELECT l.direction, l.layer FROM "
                + MAY_GIVE
                + " WHERE g.id = :agreement FOR SHARE OF y")
        .param("agreement", agreement)
        .param("today", today)
        .query(
            (row, i) ->
                new Giving(
                    AgreementLayer.Direction.valueOf(row.getString("direction")),
                    row.getString("layer")))
        .set();
  }

  /**
   * Ids of signed agreements with a layer that may be given and has none of their rights: it was
   * replaced.
   */
  List<Long> listBare(LocalDate today) {
    return jdbc.sql(
            "SELECT DISTINCT g.id FROM "
                + MAY_GIVE
                + """
                WHERE g.state IN ('SIGNED', 'IN_FORCE', 'EXPIRING') AND NOT EXISTS (
                  SELECT FROM tuguan.layer_grant t WHERE t.agreement = g.id AND t.layer = l.layer)
                ORDER BY 1
                """)
        .param("today", today)
        .query(Long.class)
        .list();
  }
}
