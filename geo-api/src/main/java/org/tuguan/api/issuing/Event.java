package org.tuguan.api.issuing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.issuing.ApplicationState;

/**
 * A line of an application's timeline.
 *
 * @param kind move, layer, price, document, payment, delivery
 * @param from of a move
 * @param to of a move
 * @param subject what it is about, such as a layer; may be empty
 * @param legalGround article, or empty
 */
public record Event(
    Instant at,
    String kind,
    Actor actor,
    Optional<ApplicationState> from,
    Optional<ApplicationState> to,
    String subject,
    String reason,
    String legalGround) {
  public Event {
    Objects.requireNonNull(at);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(legalGround);
  }

  static Event of(Move move, Instant now) {
    return new Event(
        now,
        "move",
        move.actor(),
        Optional.of(move.from()),
        Optional.of(move.to()),
        "",
        move.reason(),
        move.legalGround());
  }

  /** One that changes no state. */
  public static Event of(Instant at, String kind, Actor actor, String subject, String reason) {
    return new Event(at, kind, actor, Optional.empty(), Optional.empty(), subject, reason, "");
  }
}
