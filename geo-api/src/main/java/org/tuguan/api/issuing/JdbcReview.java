package org.tuguan.api.issuing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.Rows;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
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
   * Which to list; empty is for all.
   *
   * @param agency that answers for one of its layers
   * @param decision of that agency, or of any
   * @param text part of the number
   * @param dueUntil only those with a deadline, on this day or before
   */
  record Choice(
      List<ApplicationState> states,
      String layer,
      String agency,
      Optional<ApplicationLayer.Decision> decision,
      String text,
      Optional<LocalDate> dueUntil) {
    Choice {
      states = List.copyOf(states);
    }
  }

  /**
   * @param after id of the last one of the page before; 0 for the first page
   * @param byDue the most urgent first, instead of the newest
   */
  record Wanted(Choice choice, long after, boolean byDue, int limit) {}

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

  /** True if nobody ever applied. */
  boolean isEmpty() {
    return jdbc.sql("SELECT NOT EXISTS (SELECT FROM tuguan.application)")
        .query(Boolean.class)
        .single();
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

  /** Those that a caller may see. */
  List<Application> list(Caller caller, Wanted wanted) {
    return jdbc.sql(
            "SELECT a.* FROM tuguan.application a WHERE "
                + SEEN
                + """
                AND (:after = 0 OR CASE WHEN :by_due
                  THEN (coalesce(a.due, 'infinity'), a.id) >
                    (SELECT coalesce(b.due, 'infinity'), b.id FROM tuguan.application b WHERE b.id = :after)
                  ELSE a.id < :after END)
                AND (cardinality(:states::text[]) = 0 OR a.state = ANY (:states))
                AND (:text = '' OR strpos(a.number, :text) > 0)
                AND (:due_until::date IS NULL OR a.due <= :due_until)
                AND (:layer = '' OR EXISTS (
                  SELECT FROM tuguan.application_layer l WHERE l.application = a.id AND l.layer = :layer))
                AND (:of = '' AND :decision = '' OR EXISTS (
                  SELECT FROM tuguan.application_layer l WHERE l.application = a.id
                    AND (:of = '' OR l.agency = :of) AND (:decision = '' OR l.decision = :decision)))
                ORDER BY CASE WHEN :by_due THEN coalesce(a.due, 'infinity') END, CASE WHEN :by_due THEN a.id END,
                  a.id DESC
                LIMIT :limit
                """)
        .param("user", caller.user().orElse(""))
        .param("partner", caller.partner().orElse(-1L))
        .param("agency", caller.agency().orElse(""))
        .param("officer", caller.has(Role.OFFICER) || caller.has(Role.ADMIN))
        .param("owner", caller.has(Role.OWNER))
        .param("cashier", caller.has(Role.CASHIER))
        .param("after", wanted.after())
        .param("by_due", wanted.byDue())
        .param("states", wanted.choice().states().stream().map(Enum::name).toArray(String[]::new))
        .param("layer", wanted.choice().layer())
        .param("of", wanted.choice().agency())
        .param("decision", wanted.choice().decision().map(Enum::name).orElse(""))
        .param("text", wanted.choice().text())
        .param("due_until", wanted.choice().dueUntil().orElse(null))
        .param("limit", wanted.limit())
        .query((row, i) -> JdbcApplications.application(row))
        .list();
  }

  /**
   * What a line of a list says beside the application.
   *
   * @param name of the applicant: organisation, agency or person
   * @param standard id of the fee standard that gave the price; empty if none gave one
   */
  record Beside(String name, Optional<String> standard) {}

  /** By id of the application. */
  Map<Long, Beside> beside(List<Long> applications) {
    Map<Long, Beside> found = new HashMap<>();
    jdbc.sql(
            """
            SELECT a.id, coalesce(p.name, g.name_zh, nullif(c.display_name, ''), c.name) AS name,
              CASE WHEN q.total_twd IS NOT NULL THEN q.standard END AS standard
            FROM tuguan.application a JOIN tuguan.account c ON c.name = a.account JOIN tuguan.quote q ON q.id = a.quote
              LEFT JOIN tuguan.partner p ON p.id = a.partner LEFT JOIN tuguan.agency g ON g.id = a.agency
            WHERE a.id = ANY (:ids)
            """)
        .param("ids", applications.toArray(new Long[0]))
        .query(
            row -> {
              found.put(
                  row.getLong("id"),
                  new Beside(
                      row.getString("name"), Optional.ofNullable(row.getString("standard"))));
            });
    return found;
  }

  /** What was said to the layers of each of these applications, with their titles as quoted. */
  Map<Long, List<ApplicationJson.LayerSaid>> said(List<Long> applications) {
    Map<Long, List<ApplicationJson.LayerSaid>> said = new HashMap<>();
    jdbc.sql(
            """
            SELECT l.application, l.layer, l.agency, l.decision, q.title_zh, q.title_en
            FROM tuguan.application_layer l JOIN tuguan.application a ON a.id = l.application
              JOIN tuguan.quote_layer q ON q.quote = a.quote AND q.layer = l.layer
            WHERE a.id = ANY (:ids) ORDER BY l.application, q.position
            """)
        .param("ids", applications.toArray(new Long[0]))
        .query(
            row -> {
              said.computeIfAbsent(row.getLong("application"), id -> new ArrayList<>())
                  .add(
                      new ApplicationJson.LayerSaid(
                          row.getString("layer"),
                          new LocalText(row.getString("title_zh"), row.getString("title_en")),
                          row.getString("agency"),
                          ApplicationLayer.Decision.valueOf(row.getString("decision"))));
            });
    return said;
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

  /**
   * Refuses what is done to something else than the caller saw.
   *
   * @param lines of the timeline that the caller saw; empty if that does not matter
   */
  void requireSeen(long application, Optional<Integer> lines) {
    int now =
        jdbc.sql("SELECT count(*) FROM tuguan.application_event WHERE application = :id")
            .param("id", application)
            .query(Integer.class)
            .single();
    if (lines.isPresent() && lines.get() != now) {
      throw new RequestException(
          Fault.CONFLICT,
          "timeline",
          new LocalText("這件申請案在您開啟之後已有變動", "this application has changed since you looked at it"));
    }
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
