package org.tuguan.api.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.Rows;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Party;

/** What applications consist of: made, listed, decided on layer by layer, priced by hand. */
@Repository
class JdbcReview {
  /** Whoever may see one: as {@link ApplicationParties} says of each. */
  private static final String SEEN =
      """
      (a.account = :user OR a.partner = :partner
        OR (a.state <> 'DRAFT' AND (:officer OR (:owner AND EXISTS (
          SELECT FROM tuguan.application_layer l WHERE l.application = a.id AND l.agency = :agency))))
        OR (:cashier AND a.state NOT IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'CORRECTION_ASKED', 'REFUSED',
          'APPROVED')))
      """;

  private final JdbcClient jdbc;

  JdbcReview(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What to list; empty texts are for all.
   *
   * @param before only those with a smaller id; 0 for all
   * @param text part of the number
   */
  record Wanted(long before, String state, String layer, String text, int limit) {}

  /** The id of the new one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long insert(
      String number, JdbcQuotes.Row quote, Application.Applicant by, String grounds, Instant now) {
    KeptQuote.Priced priced = quote.quote().priced();
    long id =
        jdbc.sql(
                """
                INSERT INTO tuguan.application (number, quote, account, partner, agency, applicant_class, purpose,
                  grounds, state, outcome, total_twd, outcome_rule, created, changed)
                VALUES (:number, :quote, :account, :partner, :agency, :kind, :purpose, :grounds, 'DRAFT', :outcome,
                  :total, :rule, :now, :now) RETURNING id
                """)
            .param("number", number)
            .param("quote", quote.id())
            .param("account", by.account())
            .param("partner", by.partner().orElse(null))
            .param("agency", by.agency().orElse(null))
            .param("kind", by.kind())
            .param("purpose", by.purpose())
            .param("grounds", grounds)
            .param("outcome", priced.status().name())
            .param("total", priced.total().orElse(null))
            .param("rule", OutcomeRule.of(quote.quote()))
            .param("now", Rows.at(now))
            .query(Long.class)
            .single();
    for (QuotedLayer layer : quote.quote().wanted().layers()) {
      jdbc.sql(
              "INSERT INTO tuguan.application_layer (application, layer, agency) VALUES (:id, :layer, :agency)")
          .param("id", id)
          .param("layer", layer.layer())
          .param("agency", layer.agency())
          .update();
    }
    return id;
  }

  /** The one that was made with a quote, whichever took its place since. */
  Optional<Application> findOfQuote(long quote) {
    return jdbc.sql(
            """
            WITH RECURSIVE line (id) AS (
              SELECT :quote::bigint
              UNION SELECT q.replaced_by FROM tuguan.quote q JOIN line ON line.id = q.id
              WHERE q.replaced_by IS NOT NULL)
            SELECT a.* FROM tuguan.application a JOIN line ON line.id = a.quote
            """)
        .param("quote", quote)
        .query((row, i) -> JdbcApplications.application(row))
        .optional();
  }

  /** Those that a caller may see, newest first. */
  List<Application> list(Caller caller, Wanted wanted) {
    return jdbc.sql(
            "SELECT a.* FROM tuguan.application a WHERE "
                + SEEN
                + """
                AND (:before = 0 OR a.id < :before) AND (:state = '' OR a.state = :state)
                AND (:text = '' OR strpos(a.number, :text) > 0)
                AND (:layer = '' OR EXISTS (
                  SELECT FROM tuguan.application_layer l WHERE l.application = a.id AND l.layer = :layer))
                ORDER BY a.id DESC LIMIT :limit
                """)
        .param("user", caller.user().orElse(""))
        .param("partner", caller.partner().orElse(-1L))
        .param("agency", caller.agency().orElse(""))
        .param("officer", caller.has(Role.OFFICER) || caller.has(Role.ADMIN))
        .param("owner", caller.has(Role.OWNER))
        .param("cashier", caller.has(Role.CASHIER))
        .param("before", wanted.before())
        .param("state", wanted.state())
        .param("layer", wanted.layer())
        .param("text", wanted.text())
        .param("limit", wanted.limit())
        .query((row, i) -> JdbcApplications.application(row))
        .list();
  }

  /** What applicants are called, by id of the application: organisation, agency or person. */
  Map<Long, String> names(List<Long> applications) {
    Map<Long, String> names = new HashMap<>();
    jdbc.sql(
            """
            SELECT a.id, coalesce(p.name, g.name_zh, nullif(c.display_name, ''), c.name) AS name
            FROM tuguan.application a JOIN tuguan.account c ON c.name = a.account
              LEFT JOIN tuguan.partner p ON p.id = a.partner LEFT JOIN tuguan.agency g ON g.id = a.agency
            WHERE a.id = ANY (:ids)
            """)
        .param("ids", applications.toArray(new Long[0]))
        .query(
            row -> {
              names.put(row.getLong("id"), row.getString("name"));
            });
    return names;
  }

  List<ApplicationLayer> listLayers(long application) {
    return jdbc.sql("SELECT * FROM tuguan.application_layer WHERE application = :id ORDER BY layer")
        .param("id", application)
        .query((row, i) -> layer(row))
        .list();
  }

  private static ApplicationLayer layer(ResultSet row) throws SQLException {
    return new ApplicationLayer(
        row.getString("layer"),
        row.getString("agency"),
        ApplicationLayer.Decision.valueOf(row.getString("decision")),
        row.getString("reason"),
        Optional.ofNullable(row.getString("decided_by")),
        Optional.ofNullable(row.getObject("decided", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void decide(long application, ApplicationLayer layer) {
    jdbc.sql(
            """
            UPDATE tuguan.application_layer
            SET decision = :decision, reason = :reason, decided_by = :by, decided = :at
            WHERE application = :application AND layer = :layer
            """)
        .param("decision", layer.decision().name())
        .param("reason", layer.reason())
        .param("by", layer.decidedBy().orElse(null))
        .param("at", layer.decided().map(Rows::at).orElse(null))
        .param("application", application)
        .param("layer", layer.layer())
        .update();
  }

  /** Asks those owners again who had refused. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void askAgain(long application) {
    jdbc.sql(
            """
            UPDATE tuguan.application_layer SET decision = 'PENDING', decided_by = NULL, decided = NULL
            WHERE application = :id AND decision = 'REFUSED'
            """)
        .param("id", application)
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void setPrice(long application, long quote, Application.Price price) {
    jdbc.sql(
            """
            UPDATE tuguan.application SET quote = :quote, outcome = :outcome, total_twd = :total, outcome_rule = :rule
            WHERE id = :id
            """)
        .param("quote", quote)
        .param("outcome", price.outcome().name())
        .param("total", price.total().orElse(null))
        .param("rule", price.rule())
        .param("id", application)
        .update();
  }

  List<Event> listEvents(long application) {
    return jdbc.sql("SELECT * FROM tuguan.application_event WHERE application = :id ORDER BY id")
        .param("id", application)
        .query((row, i) -> event(row))
        .list();
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        Rows.instant(row, "at"),
        row.getString("kind"),
        new Actor(row.getString("actor"), Party.valueOf(row.getString("party"))),
        state(row, "from_state"),
        state(row, "to_state"),
        row.getString("subject"),
        row.getString("reason"),
        row.getString("legal_ground"));
  }

  private static Optional<ApplicationState> state(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(ApplicationState::valueOf);
  }

  /** Those in a state whose last day has passed. */
  List<Application> listOverdue(ApplicationState state, LocalDate today) {
    return jdbc.sql("SELECT * FROM tuguan.application WHERE state = :state AND due < :today")
        .param("state", state.name())
        .param("today", today)
        .query((row, i) -> JdbcApplications.application(row))
        .list();
  }

  String grounds(long application) {
    return jdbc.sql("SELECT grounds FROM tuguan.application WHERE id = :id")
        .param("id", application)
        .query(String.class)
        .single();
  }
}
