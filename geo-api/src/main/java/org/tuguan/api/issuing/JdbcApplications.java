package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.Rows;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Outcome;

/** The applications in the database, and the only way in which one changes its state. */
@Repository
public class JdbcApplications {
  private final JdbcClient jdbc;
  private final ApplicationLetters letters;
  private final AuditTrail audit;
  private final ApplicationEventPublisher followers;
  private final Clock clock;

  JdbcApplications(
      JdbcClient jdbc,
      ApplicationLetters letters,
      AuditTrail audit,
      ApplicationEventPublisher followers,
      Clock clock) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.audit = audit;
    this.followers = followers;
    this.clock = clock;
  }

  public Optional<Application> find(long id) {
    return jdbc.sql("SELECT * FROM tuguan.application WHERE id = :id")
        .param("id", id)
        .query((row, i) -> application(row))
        .optional();
  }

  /**
   * @param number for example A-115-000123
   */
  public Optional<Application> findByNumber(String number) {
    return jdbc.sql("SELECT * FROM tuguan.application WHERE number = :number")
        .param("number", number)
        .query((row, i) -> application(row))
        .optional();
  }

  /**
   * The application as it is, not to be changed by anybody else until the transaction of this
   * thread ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Application lock(long id) {
    return jdbc.sql("SELECT * FROM tuguan.application WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query((row, i) -> application(row))
        .optional()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "id",
                    new LocalText("沒有這件申請案", "there is no such application")));
  }

  /** As {@link #move(Move)}, without a legal ground and a deadline. */
  @Transactional
  public boolean move(
      long id, ApplicationState from, ApplicationState to, Actor actor, String reason) {
    return move(new Move(id, from, to, actor, reason, "", Optional.empty()));
  }

  /**
   * Takes an application from one state to another, joining the transaction of this thread or in
   * one of its own: the state, its line in the timeline, the line in the audit trail and the
   * letters come together or not at all.
   *
   * @return false if it is in that state already, so that whoever repeats a move does no harm
   * @throws RequestException CONFLICT if it is in another state, NOT_ALLOWED if this party may not
   *     make the move
   */
  @Transactional
  public boolean move(Move move) {
    Application before = lock(move.application());
    if (before.state() == move.to()) {
      return false;
    }
    if (before.state() != move.from()) {
      throw elsewhere(before, move);
    }
    if (!move.from().mayMove(move.to(), move.actor().party())) {
      throw notAllowed(move);
    }
    Instant now = clock.instant();
    jdbc.sql(
            """
            UPDATE tuguan.application SET state = :state, due = :due, changed = :now WHERE id = :id
            """)
        .param("state", move.to().name())
        .param("due", move.due().orElse(null))
        .param("now", Rows.at(now))
        .param("id", before.id())
        .update();
    note(before.id(), Event.of(move, now));
    audit.record(
        move.actor().name(),
        "application.move",
        "application:" + before.number(),
        Map.of("from", move.from().name(), "to", move.to().name()));
    letters.moved(before, move);
    followers.publishEvent(new ApplicationMoved(before, move));
    return true;
  }

  /** Adds a line to the timeline. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(long application, Event event) {
    jdbc.sql(
            """
            INSERT INTO tuguan.application_event
              (application, at, kind, actor, party, from_state, to_state, subject, reason, legal_ground)
            VALUES (:application, :at, :kind, :actor, :party, :from, :to, :subject, :reason, :ground)
            """)
        .param("application", application)
        .param("at", Rows.at(event.at()))
        .param("kind", event.kind())
        .param("actor", event.actor().name())
        .param("party", event.actor().party().name())
        .param("from", event.from().map(Enum::name).orElse(null))
        .param("to", event.to().map(Enum::name).orElse(null))
        .param("subject", event.subject())
        .param("reason", event.reason())
        .param("ground", event.legalGround())
        .update();
  }

  private static RequestException elsewhere(Application before, Move move) {
    LocalText state = before.state().title();
    return new RequestException(
        Fault.CONFLICT,
        "from",
        new LocalText(
            "申請案 %s 目前為「%s」，不能由「%s」改為「%s」"
                .formatted(
                    before.number(), state.zh(), move.from().title().zh(), move.to().title().zh()),
            "application %s is %s, it cannot go from %s to %s"
                .formatted(
                    before.number(),
                    state.en(),
                    move.from().title().en(),
                    move.to().title().en())));
  }

  private static RequestException notAllowed(Move move) {
    String allowed =
        String.join(", ", move.from().moves().keySet().stream().map(Enum::name).sorted().toList());
    return new RequestException(
        Fault.NOT_ALLOWED,
        "to",
        new LocalText(
            "「%s」不能由此身分改為「%s」；此狀態可改為：%s"
                .formatted(move.from().title().zh(), move.to().title().zh(), allowed),
            "%s cannot be made %s by you; from there it may become: %s"
                .formatted(move.from().title().en(), move.to().title().en(), allowed)));
  }

  static Application application(ResultSet row) throws SQLException {
    return new Application(
        row.getLong("id"),
        row.getString("number"),
        row.getLong("quote"),
        new Application.Applicant(
            row.getString("account"),
            Optional.ofNullable(row.getObject("partner", Long.class)),
            Optional.ofNullable(row.getString("agency")),
            row.getString("applicant_class"),
            row.getString("purpose")),
        ApplicationState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getObject("due", LocalDate.class)),
        new Application.Price(
            Outcome.valueOf(row.getString("outcome")),
            Optional.ofNullable(row.getObject("total_twd", BigDecimal.class)),
            row.getString("outcome_rule")),
        Rows.instant(row, "created"),
        Rows.instant(row, "changed"));
  }
}
