package org.tuguan.api.sharing.circulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.sharing.circulation.NearAdoption.Step;

/** Finds what agencies lack that have not adopted, as things stand now. */
@Repository
class JdbcNearAdoption {
  private static final int MOST_LAYERS = 5;

  private static final String STEPS =
      """
      SELECT agency, 'USE' AS step, number AS reference FROM tuguan.agreement_access
      WHERE agency = ANY (:agencies) AND first_day <= :day AND coalesce(last_day, :day) >= :day
      UNION ALL
      SELECT agency, CASE state WHEN 'READY' THEN 'FETCH' ELSE 'DELIVERY' END, number FROM tuguan.application
      WHERE agency = ANY (:agencies) AND state IN ('SUBMITTED', 'UNDER_REVIEW', 'CORRECTION_ASKED', 'APPROVED',
        'PAYMENT_DUE', 'PAYMENT_UNKNOWN', 'PAID', 'PRODUCING', 'READY')
      UNION ALL
      SELECT side, 'SIGNING', number
      FROM tuguan.agreement CROSS JOIN LATERAL (VALUES (agency), (with_agency)) AS sides (side)
      WHERE side = ANY (:agencies) AND (state = 'DRAFT' OR (state = 'SIGNED' AND valid_from > :day))
      UNION ALL
      SELECT from_agency, 'ANSWER', number FROM tuguan.layer_request
      WHERE from_agency = ANY (:agencies) AND state = 'OPEN'
      """;

  private static final String LOOKED =
      """
      SELECT agency, layer, sum(uses)::bigint AS uses FROM tuguan.usage_day
      WHERE agency = ANY (:agencies) AND class = 'use' AND day BETWEEN :from AND :day
      GROUP BY agency, layer ORDER BY uses DESC, layer
      """;

  private final JdbcClient jdbc;

  JdbcNearAdoption(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Missing(String agency, Step step, String reference) {}

  private record Used(String agency, NearAdoption.Looked looked) {}

  /**
   * The nearest first.
   *
   * @param agencies that have not adopted
   * @param from since when it is looked at what they use
   */
  List<NearAdoption> list(Collection<String> agencies, LocalDate from, LocalDate day) {
    String[] ids = agencies.toArray(String[]::new);
    Map<String, List<NearAdoption.Looked>> looked =
        jdbc
            .sql(LOOKED)
            .param("agencies", ids)
            .param("from", from)
            .param("day", day)
            .query(
                (row, i) ->
                    new Used(
                        row.getString("agency"),
                        new NearAdoption.Looked(row.getString("layer"), row.getLong("uses"))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Used::agency, Collectors.mapping(Used::looked, Collectors.toList())));
    Map<String, Missing> nearest =
        jdbc
            .sql(STEPS)
            .param("agencies", ids)
            .param("day", day)
            .query(
                (row, i) ->
                    new Missing(
                        row.getString("agency"),
                        Step.valueOf(row.getString("step")),
                        row.getString("reference")))
            .list()
            .stream()
            .collect(
                Collectors.toMap(
                    Missing::agency,
                    each -> each,
                    (one, other) -> one.step().compareTo(other.step()) <= 0 ? one : other));
    List<NearAdoption> near = new ArrayList<>();
    for (String agency : agencies) {
      Missing missing = nearest.getOrDefault(agency, new Missing(agency, Step.AGREEMENT, ""));
      List<NearAdoption.Looked> layers = looked.getOrDefault(agency, List.of());
      if (nearest.containsKey(agency) || !layers.isEmpty()) {
        near.add(
            new NearAdoption(
                agency,
                missing.step(),
                missing.reference(),
                layers.stream().limit(MOST_LAYERS).toList()));
      }
    }
    near.sort(Comparator.comparing(NearAdoption::step).thenComparing(NearAdoption::agency));
    return near;
  }
}
